/** What is said of a query under its parts: what may have been meant, the aliases used, what the index lacks. */
import { useJobs } from '@renderer/client/jobs';
import { startRebuildingIndex } from '@renderer/client/keeping-jobs';
import { useArchive } from '@renderer/client/queries';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { SearchResult } from '@shared/contract/search-shapes';
import { assertNever } from '@shared/outcome/outcome';
import { takeHint } from './query-edits';
import { useSearch } from './search-state';
import { whyHitsMayBeMissing } from './why-hits-may-be-missing';

interface QueryNotesProps {
  /** As it is asked: hints' places are in it. */
  readonly query: string;
  readonly result: SearchResult | undefined;
  readonly onQuery: (query: string) => void;
  /** Opens the sets of names. */
  readonly onAliases: (name: null) => void;
}

/** Nothing to say shows nothing. */
export function QueryNotes({ query, result, onQuery, onAliases }: QueryNotesProps) {
  const { t } = useTranslation();
  const expand = useSearch((search) => search.expand);
  // Hints' places are those of the query they answer.
  const hints = result?.query === query ? result.hints : [];
  const expansions = result?.expansions ?? [];
  return (
    <div className="query-notes" role="status">
      {hints.map((hint) => (
        <p key={`${hint.at}-${hint.reason}`}>
          {t(`search.hints.${hint.reason}`, { text: hint.text })}{' '}
          <button type="button" className="query-notes__act" onClick={() => onQuery(takeHint(query, hint))}>
            {hint.suggestion === '' ? t('search.leaveOut') : t('search.write', { text: hint.suggestion })}
          </button>
        </p>
      ))}
      {result?.didYouMean != null && <DidYouMean meant={result.didYouMean} onQuery={onQuery} />}
      {(expansions.length > 0 || !expand) && (
        <div className="query-notes__aliases">
          <label>
            <input
              type="checkbox"
              checked={expand}
              onChange={(event) => useSearch.setState({ expand: event.target.checked })}
            />
            {expand
              ? t('search.searchedAs', { names: namesOf(expansions.flatMap(({ aliases }) => aliases)) })
              : t('search.aliasesOff')}
          </label>
          <button type="button" className="query-notes__act" onClick={() => onAliases(null)}>
            {t('search.editAliases')}
          </button>
        </div>
      )}
      <IndexNotes />
    </div>
  );
}

const namesOf = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format([...new Set(names)]);

/** Offered above few hits and in their stead. */
export function DidYouMean({ meant, onQuery }: { readonly meant: string; readonly onQuery: (query: string) => void }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('search.didYouMean')}{' '}
      <button type="button" className="query-notes__act" onClick={() => onQuery(meant)}>
        {meant}
      </button>
    </p>
  );
}

/** Why hits may be missing now: the index is being made anew, was left half made, or documents are coming in. */
function IndexNotes() {
  const { t } = useTranslation();
  const { jobs } = useJobs();
  const incomplete = useArchive('health', {}).data?.indexIncomplete ?? false;
  return whyHitsMayBeMissing(jobs, incomplete).map((note) => {
    switch (note.why) {
      case 'indexing':
        return (
          <p key={note.why} className="query-notes__job">
            {t('search.indexing', { share: note.share })}
            <progress aria-label={t('trust.rebuilding')} value={note.share} />
          </p>
        );
      case 'incomplete':
        return (
          <p key={note.why}>
            {t('search.indexIncomplete')}{' '}
            <button type="button" className="query-notes__act" onClick={() => void startRebuildingIndex()}>
              {t('search.rebuild')}
            </button>
          </p>
        );
      case 'importing':
        return (
          <p key={note.why}>
            {note.total === 0
              ? t('search.importingSome')
              : t('search.importing', { done: note.done, total: note.total })}
          </p>
        );
      default:
        return assertNever(note);
    }
  });
}
