/** The side bar: the library, or while something is searched for what the hits have in common. */
import { LibrarySideBar } from '@renderer/features/library/LibrarySideBar';
import { FacetPanel } from '@renderer/features/search/FacetPanel';
import { searchedText } from '@renderer/features/search/query-edits';
import type { Question } from '@renderer/features/search/search-hits';
import { isSearching, setNarrowing, useSearch } from '@renderer/features/search/search-state';
import { wholeQuery } from '@renderer/features/search/whole-query';
import { useTranslation } from '@renderer/i18n/words';
import { usePaused } from '@renderer/ui/use-paused';
import type { Scope } from '@shared/contract/calls';
import { memo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { runSearch, searchFor, showScope, useRoute } from './route';
import { useQuestion } from './use-question';

/** What it shows during a search is the person's choice, and is kept. */
export function SideBar() {
  const within = useSearch((search) => search.within);
  const searching = useRoute((route) => isSearching(searchedText(route.query), within));
  const narrowing = useSearch((search) => search.narrowing);
  if (!searching) return <Library />;
  return (
    <div className="side-bar-frame">
      <SideBarSwitch narrowing={narrowing} />
      {narrowing ? <NarrowDown /> : <Library />}
    </div>
  );
}

function NarrowDown() {
  return <FacetPanel question={useQuestion()} onQuery={searchFor} />;
}

/** Longer than between two keys of somebody who types. */
const pauseMs = 250;

/** It says which saved search is the one that is carried out; that can wait for a pause. */
function Library() {
  const scope = useRoute((route) => route.scope);
  const question = usePaused(useQuestion(), pauseMs);
  return <LibraryOf scope={scope} question={question} />;
}

const LibraryOf = memo(function LibraryOf({ scope, question }: { readonly scope: Scope; readonly question: Question }) {
  const searching = isSearching(question.query, question.within);
  const asked = searching ? wholeQuery({ ...question, scope: { in: 'all' } }, []) : '';
  return (
    <LibrarySideBar
      scope={scope}
      onScope={showScope}
      searches={{ query: asked, onRun: (search) => runSearch(search.query, search.sort) }}
    />
  );
});

function SideBarSwitch({ narrowing }: { readonly narrowing: boolean }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="type-switch side-bar-frame__switch"
      orientation="horizontal"
      aria-label={t('search.sideBarShows')}
      value={narrowing ? 'narrow' : 'library'}
      onChange={(id) => setNarrowing(id === 'narrow')}
    >
      {(['library', 'narrow'] as const).map((id) => (
        <Radio key={id} value={id} className="type-switch__one">
          {t(`search.${id}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
