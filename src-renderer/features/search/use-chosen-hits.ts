/** Which hits are selected, opened and shown beside the list. */
import { onCommand } from '@renderer/ui/command-bus';
import type { SearchHit } from '@shared/contract/search-shapes';
import { isKindId } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { useEffect, useEffectEvent, useState } from 'react';
import { createKnownHits } from './same-hits';
import { type HitTarget, markedQuery, searchInput, targetOf } from './search-hits';
import { useSearch } from './search-state';
import type { Answered } from './use-answered';

/** A document of the selection. */
export interface Picked {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly type?: 'note';
}

interface ChosenHitsInput extends Answered {
  readonly openUid: DocumentUid | null;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
  readonly onSelect: (uids: readonly DocumentUid[]) => void;
  /** Takes documents away. */
  readonly onRemove: (documents: readonly Picked[]) => void;
}

/** The selection lasts as long as the question. */
export function useChosenHits({ question, paged, openUid, onOpen, onSelect, onRemove }: ChosenHitsInput) {
  const [known] = useState(createKnownHits);
  const [selected, setSelected] = useState<readonly SearchHit[]>([]);
  const result = paged.first;
  const marked = markedQuery(question, result);
  const asked = JSON.stringify(searchInput(question));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other hits
  useEffect(() => {
    setSelected((before) => (before.length === 0 ? before : []));
    onSelect([]);
    if (useSearch.getState().opened !== null) useSearch.setState({ opened: null });
  }, [asked]);
  usePreviewed(selected.length > 1 ? undefined : selected[0], result?.hits[0], marked, openUid);

  const picked: readonly Picked[] = [
    ...new Map(
      selected.map(({ document: uid, title, kind }) => [
        uid,
        { uid, title, ...(kind === 'note' ? { type: kind } : {}) },
      ]),
    ).values(),
  ];
  const removePicked = useEffectEvent(() => {
    if (picked.length === 0) return false;
    onRemove(picked);
    return true;
  });
  useEffect(() => onCommand('delete', removePicked), []);
  const select = (hits: readonly SearchHit[]) => {
    setSelected(hits);
    onSelect([...new Set(hits.map((hit) => hit.document))]);
  };
  return {
    asked,
    selected,
    picked,
    select: (uids: readonly string[]) => select(uids.flatMap((uid) => known.get(uid) ?? [])),
    open: (hit: SearchHit, index: number, { focus = false, fromEnd = false }: Pick<HitTarget, 'focus' | 'fromEnd'>) => {
      useSearch.setState({ opened: { uid: hit.uid, index }, previewed: null });
      const { uid, target } = targetOf(hit, marked);
      // A passage is its own place.
      onOpen(uid, { ...target, focus, ...(fromEnd && !isKindId(hit.kind) ? { fromEnd } : {}) });
    },
    hitAt: (index: number): SearchHit | undefined => {
      const hit = paged.rowAt(index);
      return hit && known.learn(hit);
    },
    uidsBetween: async (from: number, to: number): Promise<readonly string[]> =>
      (await paged.rowsBetween(from, to)).map((hit) => known.learn(hit).uid),
    learn: known.learn,
  };
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
