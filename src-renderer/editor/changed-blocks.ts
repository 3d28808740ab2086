/** Which blocks differ between two moments of a text. Pure. */
import type { TextMap } from './text-map';

/** Blocks that stand in the place of others; what is before and behind them is the same. */
export interface ChangedBlocks {
  /** Index, and index after the last, of those of the later moment: blocks of the map. */
  readonly first: number;
  readonly last: number;
  /** Index of the first block replaced and how many they are: blocks of the body. */
  readonly from: number;
  readonly removed: number;
  /** How many the body has afterwards. */
  readonly count: number;
  /** The part of the earlier text they held (UTF-16 code units); what follows it moves by `by`. */
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

const countOf = (blocks: TextMap['blocks']): number => blocks.reduce((sum, { count }) => sum + count, 0);

/** Compares by identity: a block that no edit touched is the same object. */
export function changedBlocks(before: TextMap, now: TextMap): ChangedBlocks {
  const shorter = Math.min(before.blocks.length, now.blocks.length);
  let first = 0;
  while (first < shorter && before.blocks[first] === now.blocks[first]) first++;
  let behind = 0;
  while (behind < shorter - first && before.blocks.at(-1 - behind) === now.blocks.at(-1 - behind)) behind++;
  const replaced = before.blocks.slice(first, before.blocks.length - behind);
  return {
    first,
    last: now.blocks.length - behind,
    from: countOf(before.blocks.slice(0, first)),
    removed: countOf(replaced),
    count: countOf(now.blocks),
    start: before.startOf(first),
    end: before.startOf(before.blocks.length - behind),
    by: now.length - before.length,
  };
}
