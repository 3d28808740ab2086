/** Where the blocks of a long text stand, measured or guessed, and which of them are near. Measures nothing itself. */
import { guessedHeightPx, type TextColumn } from './guessed-height';

/** Kept at either end of a text. */
const endBlocks = 3;

/** CSS pixels. */
export interface Size {
  readonly heightPx: number;
  /** From its top to that of the block after it: with both margins as they fall. */
  readonly pitchPx: number;
}

/** Blocks as they stand, boxes or not: heights of the window, CSS pixels. */
export interface Standing {
  readonly blocks: readonly HTMLElement[];
  readonly tops: Float64Array;
  readonly heights: Float64Array;
}

/** A stretch of the window's height, CSS pixels. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Whether a block is one of the first or the last. */
export const atEnds = (index: number, count: number): boolean => index < endBlocks || index >= count - endBlocks;

/** Blocks that reach into one of some stretches, and those at either end. */
export function near({ blocks, tops, heights }: Standing, stretches: readonly Stretch[]): readonly HTMLElement[] {
  return blocks.filter((_, index) => {
    const top = tops[index] ?? 0;
    const bottom = top + (heights[index] ?? 0);
    return atEnds(index, blocks.length) || stretches.some((stretch) => bottom >= stretch.top && top <= stretch.bottom);
  });
}

/** Blocks that were never laid out as they may come to stand, from 0 on; keeps each one's size in `sizes`. */
export function guessedStanding(
  blocks: readonly HTMLElement[],
  texts: readonly { readonly text: string }[],
  column: TextColumn,
  sizes: WeakMap<Element, Size>,
): Standing {
  const tops = new Float64Array(blocks.length);
  const heights = new Float64Array(blocks.length);
  let top = 0;
  for (const [index, block] of blocks.entries()) {
    const heightPx = guessedHeightPx(texts[index]?.text ?? '', column);
    sizes.set(block, { heightPx, pitchPx: heightPx + column.gapPx });
    tops[index] = top;
    heights[index] = heightPx;
    top += heightPx + column.gapPx;
  }
  return { blocks, tops, heights };
}
