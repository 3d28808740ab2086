/** Puts words in the place of others, anywhere in a text and all in one update. */
import type { TextChange } from '@shared/anchors/map';
import { $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, type PointType, type TextNode } from 'lexical';
import { $isMentionNode } from './nodes/mention-node';
import type { Segment, TextMap } from './text-map';

/** The texts a range lies in, in order; null when something in it is not to be written in. */
function $writableTexts(segments: readonly Segment[]): readonly TextNode[] | null {
  const nodes = segments.map(({ key }) => $getNodeByKey(key));
  const texts = nodes.filter((node) => $isTextNode(node) && !$isMentionNode(node));
  return texts.length === nodes.length && texts.length > 0 ? texts.filter($isTextNode) : null;
}

/** The pieces of a block's text that a range shares, counted in the whole text. */
function segmentsOf(map: TextMap, { start, end }: TextChange): readonly Segment[] {
  const index = map.blockAt(start);
  const from = map.startOf(index);
  return (map.blocks[index]?.segments ?? [])
    .map((segment) => ({ ...segment, start: segment.start + from, end: segment.end + from }))
    .filter((segment) => segment.start < end && segment.end > start);
}

function $replace(map: TextMap, change: TextChange): boolean {
  const { start, end, inserted } = change;
  const segments = segmentsOf(map, change);
  const texts = $writableTexts(segments);
  // A range that goes on in another block has less text of its own here.
  const covered = segments.reduce((sum, one) => sum + Math.min(end, one.end) - Math.max(start, one.start), 0);
  if (texts === null || covered !== end - start) return false;
  for (const [index, node] of texts.entries()) {
    const { start: from = 0, end: to = 0 } = segments[index] ?? {};
    const offset = Math.max(0, start - from);
    // The first one's form is the form of all that is put in.
    const left = node.spliceText(offset, Math.min(end, to) - from - offset, index === 0 ? inserted : '');
    if (left.getTextContentSize() === 0) left.remove();
  }
  return true;
}

/** A caret behind the end of a text that became shorter goes to that end. */
function $clampSelection(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const clamp = (point: PointType): void => {
    const node = $getNodeByKey(point.key);
    if (point.type === 'text' && $isTextNode(node) && point.offset > node.getTextContentSize())
      point.set(point.key, node.getTextContentSize(), 'text');
  };
  clamp(selection.anchor);
  clamp(selection.focus);
}

/**
 * Replaces each range by its words; those in mentions, quoted passages, or over the border of two
 * blocks are left alone. Call inside an update.
 *
 * @param changes In order, apart, in offsets of `map`.
 * @returns Those that were made.
 */
export function $replaceText(map: TextMap, changes: readonly TextChange[]): readonly TextChange[] {
  // From the last to the first: those before keep their offsets.
  const made = changes.toReversed().filter((change) => $replace(map, change));
  $clampSelection();
  return made.reverse();
}
