/**
 * Pairs of articles the person wants to keep both of: not shown again, on this machine, until
 * they are asked for. The archive itself knows nothing of it.
 */
import { KeptEntries } from '@renderer/ui/kept-entries';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import { create } from 'zustand';

const entries = new KeptEntries('postil.keep-both', 2_000);

/** Counts the changes, so that what shows pairs is drawn again. */
export const useKeptApart = create<{ readonly changes: number }>(() => ({ changes: 0 }));
const changed = (): void => useKeptApart.setState(({ changes }) => ({ changes: changes + 1 }));

/** A name for a pair, the same whichever came in first. */
export const pairKey = ({ older, newer }: NearDuplicatePair): string => [older.uid, newer.uid].sort().join(' ');

/** Whether both are to be kept. */
export const isKeptApart = (pair: NearDuplicatePair): boolean => entries.get(pairKey(pair)) !== undefined;

/** Keeps both; gives what takes it back. */
export function keepApart(pair: NearDuplicatePair): () => void {
  entries.set(pairKey(pair), 'both');
  changed();
  return () => {
    entries.delete(pairKey(pair));
    changed();
  };
}
