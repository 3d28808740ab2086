/** The documents of a scope: a long list with its head, menus and empty states. */

import { CallError } from '@renderer/client/client';
import { usePaged } from '@renderer/client/use-paged';
import { LinkDropTarget } from '@renderer/features/document/LinkDropTarget';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { IconButton } from '@renderer/ui/Button';
import { onCommand } from '@renderer/ui/command-bus';
import { DocumentLine } from '@renderer/ui/DocumentLine';
import { MenuButton, type Point, PointMenu } from '@renderer/ui/Menu';
import { RowList, type RowListHandle } from '@renderer/ui/RowList';
import type { ListSort, Scope } from '@shared/contract/calls';
import type { DocumentPage } from '@shared/contract/document-shapes';
import { printEdtf } from '@shared/dates/print-edtf';
import type { DocumentSummary } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { ArrowDownWideNarrow, ArrowUpNarrowWide, ChevronDown, TriangleAlert } from 'lucide-react';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { dragDocuments } from './drag-types';
import { EmptyLibrary, type StartActions } from './EmptyLibrary';
import { useDocumentMenu } from './use-document-menu';
import './library.css';

interface DocumentListProps {
  readonly ref?: Ref<RowListHandle>;
  readonly scope: Scope;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly onSort: (sort: ListSort, descending: boolean) => void;
  readonly openUid: DocumentUid | null;
  readonly onOpen: (uid: DocumentUid, how: { readonly focus: boolean }) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  readonly onExport: (uids: readonly DocumentUid[]) => void;
  /** Documents went to the bin or away. */
  readonly onGone: (uids: readonly DocumentUid[]) => void;
  readonly start: StartActions;
  /** Something else is about to stand here: the first results of a search. */
  readonly isGivingWay?: boolean;
  /** Documents that went where something else stood here; another list each time. */
  readonly gone: readonly DocumentUid[];
}

/** Orders offered; the contract's own list would bring its schemas along. */
const listSorts = ['added', 'updated', 'date', 'title', 'site'] as const satisfies readonly ListSort[];
const rowsOf = (page: DocumentPage) => page.rows;

/** Mount anew (by key) for another scope: selection and scroll place belong to one. */
export function DocumentList(props: DocumentListProps) {
  const { scope, sort, descending, openUid } = props;
  const { t } = useTranslation();
  const paged = usePaged<'listDocuments', DocumentSummary>('listDocuments', { scope, sort, descending }, rowsOf);
  const [selected, setSelected] = useState<ReadonlyMap<string, DocumentSummary>>(new Map());
  const [goneBefore, setGoneBefore] = useState(props.gone);
  if (goneBefore !== props.gone) {
    setGoneBefore(props.gone);
    const gone = new Set<string>(props.gone);
    setSelected(new Map([...selected].filter(([uid]) => !gone.has(uid))));
  }
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const menu = useDocumentMenu(scope, props.onExport, (gone) => {
    setSelected(new Map());
    props.onGone(gone);
  });
  const total = paged.first?.total ?? 0;
  const picked = [...selected.values()];
  const removePicked = useEffectEvent(() => {
    if (picked.length === 0) return false;
    menu.remove(picked);
    return true;
  });
  useEffect(() => onCommand('delete', removePicked), []);
  // Others select too while this is away, and what is selected here is so again when it comes back.
  const tellSelected = useEffectEvent(() => props.onSelect([...selected.values()].map(({ uid }) => uid)));
  useEffect(() => tellSelected(), []);

  const select = (rows: readonly DocumentSummary[]) => {
    setSelected(new Map(rows.map((row) => [row.uid, row])));
    props.onSelect(rows.map(({ uid }) => uid));
  };
  const [read] = useState(() => new Map<string, DocumentSummary>());
  const rowAt = (index: number) => {
    const row = paged.rowAt(index);
    if (row) read.set(row.uid, row);
    return row;
  };
  const open = (index: number, by: 'key' | 'pointer') => {
    const row = rowAt(index);
    if (row) props.onOpen(row.uid, { focus: by === 'key' });
  };
  const pressed = (key: string): boolean => {
    const [first] = picked;
    if (key === 'F2' && first) menu.rename(first);
    else if (key === 'Delete' || key === 'Backspace') menu.remove(picked);
    else return false;
    return true;
  };

  if (paged.first === undefined && paged.error !== null) {
    const why = errorWords(paged.error instanceof CallError ? paged.error.data : { code: 'internal' });
    return <Blank icon={TriangleAlert} title={t('library.cannotRead')} hint={why} />;
  }
  if (paged.first !== undefined && total === 0) {
    return (
      <section className="list-pane" aria-label={t('library.list')} aria-busy={props.isGivingWay === true}>
        <EmptyLibrary scope={scope} start={props.start} />
        {menu.dialogs}
      </section>
    );
  }
  return (
    <section className="list-pane" aria-label={t('library.list')} aria-busy={props.isGivingWay === true}>
      <ListHead
        total={paged.first?.total ?? null}
        selected={selected.size}
        sort={sort}
        descending={descending}
        onSort={props.onSort}
      />
      <RowList
        {...(props.ref === undefined ? {} : { ref: props.ref })}
        label={t('library.list')}
        count={total}
        keyAt={(index) => rowAt(index)?.uid}
        labelAt={(index) => rowAt(index)?.title || t('library.untitled')}
        selected={new Set(selected.keys())}
        current={(index) => openUid !== null && rowAt(index)?.uid === openUid}
        onSelect={(keys) => select(keys.flatMap((key) => read.get(key) ?? []))}
        keysBetween={async (from, to) => {
          const rows = await paged.rowsBetween(from, to);
          for (const row of rows) read.set(row.uid, row);
          return rows.map(({ uid }) => uid);
        }}
        onOpen={open}
        onKey={pressed}
        onRange={paged.onRange}
        menuLabel={(index) => t('library.actionsFor', { title: rowAt(index)?.title ?? '' })}
        onMenu={(_, at) => setMenuAt(at)}
        onDrag={(index, data) => {
          const row = rowAt(index);
          if (row) dragDocuments(data, selected.has(row.uid) ? [...picked.map(({ uid }) => uid)] : [row.uid]);
        }}
      >
        {(index) => {
          const row = rowAt(index);
          return (
            row && (
              <LinkDropTarget target={{ document: row.uid, annotation: null, kind: null, title: row.title, quote: '' }}>
                <SummaryLine row={row} />
              </LinkDropTarget>
            )
          );
        }}
      </RowList>
      {menuAt && (
        <PointMenu
          label={t('library.actionsForSelection')}
          entries={menu.entriesFor(picked)}
          at={menuAt}
          onClose={() => setMenuAt(null)}
        />
      )}
      {menu.dialogs}
    </section>
  );
}

function SummaryLine({ row }: { readonly row: DocumentSummary }) {
  const { t } = useTranslation();
  const locale = currentLanguage();
  const note = row.type === 'note';
  const meta = note
    ? [t('common.note'), t('library.changed', { when: formatMoment(row.updatedAtMs, Date.now(), locale) })]
    : [row.site, printEdtf(row.date, locale, 'short'), row.language];
  return (
    <DocumentLine
      title={row.title}
      note={note}
      language={row.language}
      meta={meta}
      text={row.excerpt}
      counts={row.counts}
      orphans={row.orphans}
    />
  );
}

interface ListHeadProps {
  /** Null until it is known. */
  readonly total: number | null;
  readonly selected: number;
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly onSort: (sort: ListSort, descending: boolean) => void;
}

function ListHead({ total, selected, sort, descending, onSort }: ListHeadProps) {
  const { t } = useTranslation();
  // Dates are wanted newest first, names from A.
  const entries = listSorts.map((id) => ({
    id,
    label: t(`library.sortBy.${id}`),
    run: () => onSort(id, id !== 'title' && id !== 'site'),
  }));
  return (
    <div className="list-head">
      <span>
        {selected > 1
          ? t('library.selected', { count: selected })
          : total !== null && t('common.documents', { count: total })}
      </span>
      <MenuButton label={t('library.sort')} entries={entries}>
        <AriaButton className="list-head__sort" aria-label={`${t('library.sort')}: ${t(`library.sortBy.${sort}`)}`}>
          {t(`library.sortBy.${sort}`)}
          <ChevronDown size={13} aria-hidden />
        </AriaButton>
      </MenuButton>
      <IconButton
        label={descending ? t('library.descending') : t('library.ascending')}
        icon={descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
        small
        onPress={() => onSort(sort, !descending)}
      />
    </div>
  );
}
