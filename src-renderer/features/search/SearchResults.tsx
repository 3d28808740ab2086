/** The results of the search box, in the list's place; they follow the typing without jumping. */

import { usePaged } from '@renderer/client/use-paged';
import { formatEdtf } from '@renderer/i18n/dates';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { Blank } from '@renderer/ui/Blank';
import { Button, IconButton } from '@renderer/ui/Button';
import { onCommand } from '@renderer/ui/command-bus';
import { DocumentLine } from '@renderer/ui/DocumentLine';
import { kindStyle } from '@renderer/ui/kind-colours';
import { MenuButton, type MenuEntry, type Point, PointMenu } from '@renderer/ui/Menu';
import { RowList, type RowListHandle } from '@renderer/ui/RowList';
import type { Scope } from '@shared/contract/calls';
import type { SearchHit, SearchResult } from '@shared/contract/shapes';
import { findKind, isKindId } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { ChevronDown, NotebookPen, SearchX } from 'lucide-react';
import { type ReactNode, type Ref, useDeferredValue, useEffect, useEffectEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type HitSort, type HitTarget, searchInput, targetOf } from './search-hits';
import './search.css';

interface Picked {
  readonly uid: DocumentUid;
  readonly title: string;
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
  readonly query: string;
  readonly sort: HitSort;
  readonly onSort: (sort: HitSort) => void;
  readonly scope: Scope;
  readonly scopeName: string;
  readonly onEverywhere: () => void;
  readonly openUid: DocumentUid | null;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  readonly actions: HitActions;
  /** Makes a note of the passages among the hits. */
  readonly onNote: () => void;
}

const hitsOf = (result: SearchResult) => result.hits;

/** While the next answer is read the last one stays, dimmed. */
export function SearchResults(props: SearchResultsProps) {
  const { sort, scope, actions } = props;
  const { t } = useTranslation();
  const query = useDeferredValue(props.query.trim());
  const paged = usePaged<'search', SearchHit>('search', searchInput(query, sort, scope), hitsOf);
  const [read] = useState(() => new Map<string, SearchHit>());
  const [selected, setSelected] = useState<readonly SearchHit[]>([]);
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const [openHit, setOpenHit] = useState<string | null>(null);
  const { onSelect } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query has other hits
  useEffect(() => {
    setSelected([]);
    onSelect([]);
  }, [query]);

  const hitAt = (index: number) => {
    const hit = paged.rowAt(index);
    if (hit) read.set(hit.uid, hit);
    return hit;
  };
  const picked = [...new Map(selected.map((hit) => [hit.document, { uid: hit.document, title: hit.title }])).values()];
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
  const open = (index: number) => {
    const hit = hitAt(index);
    if (!hit) return;
    setOpenHit(hit.uid);
    const { uid, target } = targetOf(hit, query);
    props.onOpen(uid, target);
  };
  const pressed = (key: string): boolean => {
    const [first] = picked;
    if (key === 'F2' && first) actions.rename(first);
    else if (key === 'Delete') actions.remove(picked);
    else return false;
    return true;
  };
  const total = paged.first?.total ?? 0;
  const empty = paged.first !== undefined && total === 0;
  return (
    <section className={paged.stale ? 'list-pane results--stale' : 'list-pane'} aria-label={t('search.results')}>
      <ResultsHead result={paged.first} sort={sort} onSort={props.onSort} onNote={props.onNote} />
      {scope.in !== 'all' && (
        <div className="results__scope">
          <span>{t('search.within', { scope: props.scopeName })}</span>
          <Button look="quiet" onPress={props.onEverywhere}>
            {t('search.everywhere')}
          </Button>
        </div>
      )}
      {empty && <Blank icon={SearchX} title={t('search.none', { query })} hint={t('search.noneHint')} />}
      {!empty && (
        <RowList
          {...(props.ref === undefined ? {} : { ref: props.ref })}
          label={t('search.results')}
          count={total}
          resetOn={JSON.stringify([query, sort])}
          keyAt={(index) => hitAt(index)?.uid}
          labelAt={(index) => hitAt(index)?.title || t('library.untitled')}
          selected={new Set(selected.map(({ uid }) => uid))}
          current={(index) =>
            openHit !== null && hitAt(index)?.uid === openHit && hitAt(index)?.document === props.openUid
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

function HitLine({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation();
  const kind = isKindId(hit.kind) ? findKind(hit.kind) : undefined;
  const note = hit.kind === 'note';
  const before = kind && (
    <span className="kind-count" style={kindStyle(kind.id)}>
      {kind.sign} {inWords(kind.label)}
    </span>
  );
  const meta = [note ? t('common.note') : hit.site, formatEdtf(hit.date, currentLanguage(), 'short'), hit.lang];
  return (
    <DocumentLine
      title={hit.title}
      note={note}
      language={hit.lang}
      meta={meta}
      before={before}
      text={hit.snippet}
      marks={hit.marks}
      counts={kind ? {} : hit.counts}
    />
  );
}

function ResultsHead({
  result,
  sort,
  onSort,
  onNote,
}: { readonly result: SearchResult | undefined } & Pick<SearchResultsProps, 'sort' | 'onSort' | 'onNote'>) {
  const { t } = useTranslation();
  const entries = (['relevance', 'date'] as const).map((id) => ({
    id,
    label: t(`search.${id}`),
    run: () => onSort(id),
  }));
  return (
    <div className="list-head">
      <span role="status">{result ? t('search.count', { count: result.total }) : t('common.loading')}</span>
      <MenuButton label={t('search.sort')} entries={entries}>
        <AriaButton className="list-head__sort" aria-label={`${t('search.sort')}: ${t(`search.${sort}`)}`}>
          {t(`search.${sort}`)}
          <ChevronDown size={13} aria-hidden />
        </AriaButton>
      </MenuButton>
      {result && <span className="results__took">{t('search.took', { ms: Math.round(result.tookMs) })}</span>}
      <IconButton label={t('note.fromTheseHits')} icon={NotebookPen} onPress={onNote} small />
    </div>
  );
}
