/** The hits as a list: selected and opened by click and key, each with its menu. */

import { useTranslation } from '@renderer/i18n/words';
import { type MenuEntry, type Point, PointMenu } from '@renderer/ui/Menu';
import { RowList, type RowListHandle } from '@renderer/ui/RowList';
import type { DocumentUid } from '@shared/model/ids';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { HitLine } from './HitLine';
import type { HitTarget } from './search-hits';
import { useSearch } from './search-state';
import type { Answered } from './use-answered';
import { type Picked, useChosenHits } from './use-chosen-hits';
import { useHitWalk } from './use-hit-walk';

/** What is done to documents: the library owns it. */
export interface DocumentActions {
  readonly entriesFor: (documents: readonly Picked[]) => readonly MenuEntry[];
  readonly rename: (document: Picked) => void;
  readonly remove: (documents: readonly Picked[]) => void;
}

interface HitListProps extends Answered {
  readonly ref: Ref<RowListHandle> | undefined;
  readonly openUid: DocumentUid | null;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  readonly actions: () => DocumentActions;
}

/** Nothing to see without hits; what is selected is followed all the same. */
export function HitList({ ref, question, paged, openUid, onOpen, onSelect, actions }: HitListProps) {
  const { t } = useTranslation();
  const list = useRef<RowListHandle>(null);
  useImperativeHandle(ref, () => ({
    focus: () => list.current?.focus(),
    show: (index) => list.current?.show(index),
  }));
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const opened = useSearch((search) => search.opened);
  const total = paged.first?.total ?? 0;
  const onRemove = (documents: readonly Picked[]) => actions().remove(documents);
  const hits = useChosenHits({ question, paged, openUid, onOpen, onSelect, onRemove });
  const { asked, selected, picked, hitAt } = hits;
  useHitWalk(paged, total, (hit, index, fromEnd) => {
    hits.select([hits.learn(hit).uid]);
    list.current?.show(index);
    hits.open(hit, index, { fromEnd });
  });
  const open = (index: number, by: 'key' | 'pointer') => {
    const hit = hitAt(index);
    if (hit) hits.open(hit, index, { focus: by === 'key' });
  };
  const pressed = (key: string): boolean => {
    const [first] = picked;
    if (key === 'F2' && first) actions().rename(first);
    else if (key === 'Delete') actions().remove(picked);
    else return false;
    return true;
  };
  if (total === 0) return null;
  return (
    <>
      <RowList
        ref={list}
        label={t('search.results')}
        count={total}
        resetOn={asked}
        keyAt={(index) => hitAt(index)?.uid}
        rowAt={hitAt}
        labelAt={(index) => hitAt(index)?.title || t('library.untitled')}
        selected={new Set(selected.map(({ uid }) => uid))}
        current={(index) => opened !== null && hitAt(index)?.uid === opened.uid && hitAt(index)?.document === openUid}
        onSelect={hits.select}
        keysBetween={hits.uidsBetween}
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
      {menuAt && (
        <PointMenu
          label={t('library.actionsForSelection')}
          entries={actions().entriesFor(picked)}
          at={menuAt}
          onClose={() => setMenuAt(null)}
        />
      )}
    </>
  );
}
