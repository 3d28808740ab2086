/** The results of the search box, in the list's place; they follow the typing without jumping. */

import { CallError } from '@renderer/client/client';
import { type Paged, usePaged } from '@renderer/client/use-paged';
import { errorWords } from '@renderer/i18n/i18n';
import { Blank } from '@renderer/ui/Blank';
import { onCommand } from '@renderer/ui/command-bus';
import { type MenuEntry, type Point, PointMenu } from '@renderer/ui/Menu';
import { RowList, type RowListHandle } from '@renderer/ui/RowList';
import type { SearchHit, SearchResult, SearchSort } from '@shared/contract/search-shapes';
import { isKindId } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { TriangleAlert } from 'lucide-react';
import {
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { HitLine } from './HitLine';
import { NoHits } from './NoHits';
import { QueryChips } from './QueryChips';
import { QueryNotes } from './QueryNotes';
import { ResultsHead } from './ResultsHead';
import { SearchedIn } from './SearchedIn';
import { type HitTarget, markedQuery, type Question, searchInput, targetOf } from './search-hits';
import { useSearch } from './search-state';
import { useHitWalk } from './use-hit-walk';
import './search.css';
import './results.css';

interface Picked {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly type?: 'note';
}

/** What is done to documents, given by the shell: the library owns it. */
export interface HitActions {
  readonly entriesFor: (documents: readonly Picked[]) => readonly MenuEntry[];
  readonly rename: (document: Picked) => void;
  readonly remove: (documents: readonly Picked[]) => void;
  readonly dialogs: ReactNode;
}

interface SearchResultsProps {
  readonly ref?: Ref<RowListHandle>;
  readonly question: Question;
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: SearchSort) => void;
  readonly scopeName: string;
  readonly onEverywhere: () => void;
  readonly openUid: DocumentUid | null;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  readonly actions: HitActions;
  /** Opens the sets of names, with a set begun for this one. */
  readonly onAliases: (name: string | null) => void;
}

const hitsOf = (result: SearchResult) => result.hits;

/** While the next answer is read the last one stays, dimmed. */
export function SearchResults(props: SearchResultsProps) {
  const { actions, onSelect } = props;
  const { t } = useTranslation();
  const question = useDeferredValue(props.question);
  const paged = usePaged<'search', SearchHit>('search', searchInput(question), hitsOf);
  const result = paged.first;
  const total = result?.total ?? 0;
  const list = useRef<RowListHandle>(null);
  useImperativeHandle(props.ref, () => ({
    focus: () => list.current?.focus(),
    show: (index) => list.current?.show(index),
  }));
  const { read, hitAt } = useReadHits(paged);
  const [selected, setSelected] = useState<readonly SearchHit[]>([]);
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const opened = useSearch((search) => search.opened);
  const asked = JSON.stringify(searchInput(question));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other hits
  useEffect(() => {
    setSelected((before) => (before.length === 0 ? before : []));
    onSelect([]);
    if (useSearch.getState().opened !== null) useSearch.setState({ opened: null });
  }, [asked]);
  const marked = markedQuery(question, result?.expansions ?? []);
  usePreviewed(selected.length > 1 ? undefined : selected[0], result?.hits[0], marked, props.openUid);

  const picked = [
    ...new Map(
      selected.map(({ document: uid, title, kind }) => [
        uid,
        { uid, title, ...(kind === 'note' ? { type: kind } : {}) },
      ]),
    ).values(),
  ];
  const removePicked = useEffectEvent(() => {
    if (picked.length === 0) return false;
    actions.remove(picked);
    return true;
  });
  useEffect(() => onCommand('delete', removePicked), []);
  const select = (hits: readonly SearchHit[]) => {
    setSelected(hits);
    onSelect([...new Set(hits.map((hit) => hit.document))]);
  };
  const openHit = (hit: SearchHit, index: number, how: Pick<HitTarget, 'focus' | 'fromEnd'>) => {
    useSearch.setState({ opened: { uid: hit.uid, index }, previewed: null });
    const { uid, target } = targetOf(hit, marked);
    // A passage is its own place.
    const { fromEnd = false, focus = false } = how;
    props.onOpen(uid, { ...target, focus, ...(fromEnd && !isKindId(hit.kind) ? { fromEnd } : {}) });
  };
  useHitWalk(paged, total, (hit, index, fromEnd) => {
    read.set(hit.uid, hit);
    select([hit]);
    list.current?.show(index);
    openHit(hit, index, { fromEnd });
  });
  const open = (index: number, by: 'key' | 'pointer') => {
    const hit = hitAt(index);
    if (hit) openHit(hit, index, { focus: by === 'key' });
  };
  const pressed = (key: string): boolean => {
    const [first] = picked;
    if (key === 'F2' && first) actions.rename(first);
    else if (key === 'Delete') actions.remove(picked);
    else return false;
    return true;
  };
  return (
    <section
      className={paged.stale ? 'list-pane results--stale' : 'list-pane'}
      aria-label={t('search.results')}
      aria-busy={paged.stale || question !== props.question || (result === undefined && paged.error === null)}
    >
      <QueryChips query={props.question.query} onQuery={props.onQuery} onAlias={props.onAliases} />
      <SearchedIn question={question} scopeName={props.scopeName} onEverywhere={props.onEverywhere} />
      <QueryNotes
        query={props.question.query}
        result={result}
        onQuery={props.onQuery}
        onAliases={() => props.onAliases(null)}
      />
      <ResultsHead question={question} result={result} stale={paged.stale} onSort={props.onSort} />
      {result === undefined && paged.error !== null && <Unreadable error={paged.error} />}
      {result !== undefined && total === 0 && (
        <NoHits
          question={question}
          didYouMean={result.didYouMean}
          onQuery={props.onQuery}
          onEverywhere={props.onEverywhere}
        />
      )}
      {total > 0 && (
        <RowList
          ref={list}
          label={t('search.results')}
          count={total}
          resetOn={asked}
          keyAt={(index) => hitAt(index)?.uid}
          labelAt={(index) => hitAt(index)?.title || t('library.untitled')}
          selected={new Set(selected.map(({ uid }) => uid))}
          current={(index) =>
            opened !== null && hitAt(index)?.uid === opened.uid && hitAt(index)?.document === props.openUid
          }
          onSelect={(keys) => select(keys.flatMap((key) => read.get(key) ?? []))}
          keysBetween={async (from, to) => {
            const hits = await paged.rowsBetween(from, to);
            for (const hit of hits) read.set(hit.uid, hit);
            return hits.map(({ uid }) => uid);
          }}
          onOpen={open}
          onKey={pressed}
          onRange={paged.onRange}
          menuLabel={(index) => t('library.actionsFor', { title: hitAt(index)?.title ?? '' })}
          onMenu={(_, at) => setMenuAt(at)}
        >
          {(index) => {
            const hit = hitAt(index);
            return hit && <HitLine hit={hit} />;
          }}
        </RowList>
      )}
      {menuAt && (
        <PointMenu
          label={t('library.actionsForSelection')}
          entries={actions.entriesFor(picked)}
          at={menuAt}
          onClose={() => setMenuAt(null)}
        />
      )}
      {actions.dialogs}
    </section>
  );
}

/** Hits by their uid as they are read: a selection holds more than the pages in sight. */
function useReadHits(paged: Paged<SearchResult, SearchHit>) {
  const [read] = useState(() => new Map<string, SearchHit>());
  const hitAt = (index: number) => {
    const hit = paged.rowAt(index);
    if (hit) read.set(hit.uid, hit);
    return hit;
  };
  return { read, hitAt };
}

/** Shows the hit one is on beside the list, and while nothing is open the best one. */
function usePreviewed(
  chosen: SearchHit | undefined,
  best: SearchHit | undefined,
  marked: string,
  openUid: DocumentUid | null,
): void {
  const opened = useSearch((search) => search.opened);
  const previewed = chosen ?? (openUid === null ? best : undefined) ?? null;
  const isOpen = previewed !== null && previewed.uid === opened?.uid && previewed.document === openUid;
  const hit = isOpen ? null : previewed;
  useEffect(() => useSearch.setState({ previewed: hit === null ? null : { hit, marked } }), [hit, marked]);
  useEffect(() => () => useSearch.setState({ previewed: null, opened: null }), []);
}

function Unreadable({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const why = errorWords(error instanceof CallError ? error.data : { code: 'internal' });
  return <Blank icon={TriangleAlert} title={t('search.cannotSearch')} hint={why} />;
}
