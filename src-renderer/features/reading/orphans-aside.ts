/** Orphans a reader put aside: out of sight in the list, still counted in the library. Kept in this profile. */
import { KeptEntries } from '@renderer/ui/kept-entries';
import type { AnnotationUid } from '@shared/model/ids';
import { useSyncExternalStore } from 'react';

const kept = new KeptEntries('postil.orphans-aside', 1000);
const listeners = new Set<() => void>();
/** Grows with every change: what has to be looked up anew. */
let version = 0;

/** Whether an orphan is out of sight. */
export const isAside = (uid: AnnotationUid): boolean => kept.get(uid) !== undefined;

/** Puts an orphan out of sight, or takes it up again. */
export function putAside(uid: AnnotationUid, away: boolean): void {
  if (away) kept.set(uid, '');
  else kept.delete(uid);
  version++;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Draws a component anew whenever something is put aside or taken up. */
export function useAsideChanges(): void {
  useSyncExternalStore(subscribe, () => version);
}
