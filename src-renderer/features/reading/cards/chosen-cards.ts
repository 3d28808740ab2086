/** Which cards are chosen for an act on several, as files are chosen in a list. Pure. */
import type { AnnotationUid } from '@shared/model/ids';

export interface ChosenCards {
  readonly uids: ReadonlySet<AnnotationUid>;
  /** Where a range begins; null before anything was chosen. */
  readonly anchor: AnnotationUid | null;
}

export const noneChosen: ChosenCards = { uids: new Set(), anchor: null };

/** Chooses a card more, or no longer. */
export function toggled({ uids }: ChosenCards, uid: AnnotationUid): ChosenCards {
  const next = new Set(uids);
  if (!next.delete(uid)) next.add(uid);
  return { uids: next, anchor: uid };
}

/** Chooses all cards from the anchor (or from `start`, when there is none) to `uid`, in the order given. */
export function extended(
  chosen: ChosenCards,
  uid: AnnotationUid,
  order: readonly AnnotationUid[],
  start: AnnotationUid | null,
): ChosenCards {
  const anchor = chosen.anchor ?? start ?? uid;
  const from = order.indexOf(anchor);
  const to = order.indexOf(uid);
  if (to === -1) return chosen;
  if (from === -1) return { uids: new Set([uid]), anchor: uid };
  return { uids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
}

/** Leaves out what is no longer there. */
export function stillThere(chosen: ChosenCards, isThere: (uid: AnnotationUid) => boolean): ChosenCards {
  if (chosen.uids.size === 0) return chosen;
  const uids = new Set([...chosen.uids].filter(isThere));
  return uids.size === chosen.uids.size ? chosen : { ...chosen, uids };
}
