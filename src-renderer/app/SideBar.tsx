/** The side bar: the library, or while something is searched for what the hits have in common. */
import { LibrarySideBar } from '@renderer/features/library/LibrarySideBar';
import { FacetPanel } from '@renderer/features/search/FacetPanel';
import { searchedText } from '@renderer/features/search/query-edits';
import type { Question } from '@renderer/features/search/search-hits';
import { isSearching, setNarrowing, useSearch } from '@renderer/features/search/search-state';
import { wholeQuery } from '@renderer/features/search/whole-query';
import { useDeferredValue, useMemo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { runSearch, searchFor, showScope, useRoute } from './route';

/** What it shows during a search is the person's choice, and is kept. */
export function SideBar() {
  const query = useRoute((route) => route.query);
  const hitSort = useRoute((route) => route.hitSort);
  const scope = useRoute((route) => route.scope);
  const only = useSearch((search) => search.only);
  const within = useSearch((search) => search.within);
  const expand = useSearch((search) => search.expand);
  const narrowing = useSearch((search) => search.narrowing);
  const wanted = searchedText(query);
  const searching = isSearching(wanted, within);
  const question = useMemo(
    (): Question => ({ query: wanted, sort: hitSort, scope, only, within, expand }),
    [wanted, hitSort, scope, only, within, expand],
  );
  // The list goes first.
  const narrowed = useDeferredValue(question);
  const asked = searching ? wholeQuery({ ...question, scope: { in: 'all' } }, []) : '';
  const library = (
    <LibrarySideBar
      scope={scope}
      onScope={showScope}
      searches={{ query: asked, onRun: (search) => runSearch(search.query, search.sort) }}
    />
  );
  if (!searching) return library;
  return (
    <div className="side-bar-frame">
      <SideBarSwitch narrowing={narrowing} />
      {narrowing ? <FacetPanel question={narrowed} onQuery={searchFor} /> : library}
    </div>
  );
}

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
