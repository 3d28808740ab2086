/** The results of the search box, in the list's place; they follow the typing without jumping. */

import { CallError } from '@renderer/client/client';
import { usePaged } from '@renderer/client/use-paged';
import { errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import type { RowListHandle } from '@renderer/ui/RowList';
import { useLatest } from '@renderer/ui/use-latest';
import type { SearchHit, SearchResult, SearchSort } from '@shared/contract/search-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { TriangleAlert } from 'lucide-react';
import { Activity, memo, type ReactNode, type Ref, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type DocumentActions, HitList } from './HitList';
import { NoHits } from './NoHits';
import { QueryChips } from './QueryChips';
import { QueryNotes } from './QueryNotes';
import { ResultsHead } from './ResultsHead';
import { SearchedIn } from './SearchedIn';
import { type HitTarget, type Question, searchInput } from './search-hits';
import { type Answered, useAnswered } from './use-answered';
import './search.css';
import './results.css';

/** What is done to documents, given by the shell, with the dialogs it opens. */
export interface HitActions extends DocumentActions {
  readonly dialogs: ReactNode;
}

/** What the results ask of the shell: always the same functions, so that nothing is drawn for their sake. */
export interface ResultsShell {
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: SearchSort) => void;
  readonly onEverywhere: () => void;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  /** Opens the sets of names, with a set begun for this one. */
  readonly onAliases: (name: string | null) => void;
}

interface Shown {
  readonly ref?: Ref<RowListHandle>;
  readonly scopeName: string;
  readonly openUid: DocumentUid | null;
  readonly shell: ResultsShell;
}

interface SearchResultsProps extends Shown {
  /** The same object while nothing else is asked. */
  readonly question: Question;
  /** Whether it is; else nothing is searched for. */
  readonly isAsked: boolean;
  readonly actions: HitActions;
  /** The first answer since something is asked is there; before it nothing is shown. Always the same function. */
  readonly onFirst: () => void;
}

const hitsOf = (result: SearchResult) => result.hits;

/**
 * At a key it only asks; while the answer is read the last one stays, dimmed if that takes long. Between searches the
 * last results are kept where nobody sees them: the next ones take their rows over, sooner than rows can be made.
 */
export function SearchResults({ question, isAsked, actions, onFirst, ...shown }: SearchResultsProps) {
  const { t } = useTranslation();
  const asked = useLastAsked(question, isAsked);
  const input = useMemo(() => searchInput(asked), [asked]);
  const paged = usePaged<'search', SearchHit>('search', input, hitsOf, isAsked);
  const answered = useAnswered(asked, paged);
  const [isShown, setShown] = useState(false);
  const isAnswered =
    isAsked && answered.question === question && (answered.paged.first !== undefined || answered.paged.error !== null);
  if (isShown ? !isAsked : isAnswered) setShown(!isShown);
  const busy = !isAnswered || paged.stale;
  const isLate = useLate(isShown && busy);
  const actionsNow = useLatest<DocumentActions>(actions);
  // Before the frame is drawn: what stood here goes when this comes.
  useLayoutEffect(() => {
    if (isShown) onFirst();
  }, [isShown, onFirst]);
  return (
    <Activity mode={isShown ? 'visible' : 'hidden'}>
      <section
        className={isLate ? 'list-pane results--stale' : 'list-pane'}
        aria-label={t('search.results')}
        aria-busy={busy}
      >
        <Results {...shown} question={answered.question} paged={answered.paged} actions={actionsNow} />
        {actions.dialogs}
      </section>
    </Activity>
  );
}

/** Most answers are there sooner, and at a key nothing but the key is drawn then. */
const lateMs = 150;

/** Whether something has been so for a while. */
function useLate(isSo: boolean): boolean {
  const [isLate, setLate] = useState(false);
  if (isLate && !isSo) setLate(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isLate;
}

/** What is asked, or was asked last. */
function useLastAsked(question: Question, isAsked: boolean): Question {
  const [last, setLast] = useState(question);
  if (isAsked && question !== last) setLast(question);
  return isAsked ? question : last;
}

interface ResultsProps extends Shown, Answered {
  readonly actions: () => DocumentActions;
}

const Results = memo(function Results({ question, paged, scopeName, shell, ...list }: ResultsProps) {
  const { first: result, error } = paged;
  return (
    <>
      <QueryChips query={question.query} onQuery={shell.onQuery} onAlias={shell.onAliases} />
      <SearchedIn question={question} scopeName={scopeName} onEverywhere={shell.onEverywhere} />
      <QueryNotes query={question.query} result={result} onQuery={shell.onQuery} onAliases={shell.onAliases} />
      <ResultsHead question={question} result={result} onSort={shell.onSort} />
      {result === undefined && error !== null && <Unreadable error={error} />}
      {result?.total === 0 && (
        <NoHits
          question={question}
          didYouMean={result.didYouMean}
          onQuery={shell.onQuery}
          onEverywhere={shell.onEverywhere}
        />
      )}
      <HitList
        {...list}
        ref={list.ref}
        question={question}
        paged={paged}
        onOpen={shell.onOpen}
        onSelect={shell.onSelect}
      />
    </>
  );
});

function Unreadable({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const why = errorWords(error instanceof CallError ? error.data : { code: 'internal' });
  return <Blank icon={TriangleAlert} title={t('search.cannotSearch')} hint={why} />;
}
