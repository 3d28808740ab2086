/** Which blocks of a text are near what is seen of it. Reads the layout. */
import type { LexicalEditor } from 'lexical';
import { blockRect } from './block-rect';
import type { TextMap } from './text-map';

/** Blocks by index, the last one included; `last` < `first` when there are none. */
export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

/** The blocks between two heights of the window (CSS pixels); found by halving, so few are measured. */
export function blocksBetween(editor: LexicalEditor, map: TextMap, topPx: number, bottomPx: number): BlockSpan {
  const firstEndingAt = (edgePx: number): number => {
    let low = 0;
    let high = map.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const element = editor.getElementByKey(map.blocks[middle]?.key ?? '');
      if ((element ? blockRect(element).bottom : 0) < edgePx) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { first: firstEndingAt(topPx), last: Math.min(firstEndingAt(bottomPx), map.blocks.length - 1) };
}

/** The block element an offset is shown in. */
export function blockElementAt(editor: LexicalEditor, map: TextMap, offset: number): HTMLElement | null {
  const leaf = map.leafAt(offset);
  return leaf === undefined ? null : editor.getElementByKey(leaf.key);
}
