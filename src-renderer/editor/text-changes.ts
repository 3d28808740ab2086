/**
 * What an update of the editor did to the text, as replacements: one where the selection tells
 * exactly what happened, else as many as there are places that changed, told apart by the nodes
 * that stayed and, within them, by words. Pure.
 */
import type { TextChange } from '@shared/anchors/map';
import { editByNodes } from './node-changes';
import type { TextEdit } from './text-edit';
import { type BlockText, TextMap } from './text-map';
import { changesWithin } from './word-changes';

export type { TextEdit, TextMove } from './text-edit';

/** The selection as offsets; null when the editor has none. */
export type OffsetRange = { readonly start: number; readonly end: number } | null;

/** Two texts with where the selection stood in each. */
export interface TextStep {
  readonly before: TextMap;
  readonly after: TextMap;
  readonly selectedBefore: OffsetRange;
  readonly selectedAfter: OffsetRange;
}

/** What an update did to the text. */
export function textEdit(step: TextStep): TextEdit {
  const { from, step: near } = changedBlocks(step);
  if (near.before.text === near.after.text) return { changes: [], moves: [] };
  const told = changeAtSelection(near);
  const { changes, moves } =
    told === null
      ? (moveOfSelection(near) ?? cheaper(editByNodes(near.before, near.after), near))
      : { changes: [told], moves: [] };
  return {
    changes: changes.map(({ start, end, inserted }) => ({ start: start + from, end: end + from, inserted })),
    moves: moves.map(({ start, end, to }) => ({ start: start + from, end: end + from, to: to + from })),
  };
}

/**
 * The part of both texts that an update may have changed, with a block on each side that it did
 * not: borders between blocks are then inside. `from` is where that part begins in both.
 */
function changedBlocks({ before, after, selectedBefore, selectedAfter }: TextStep): {
  readonly from: number;
  readonly step: TextStep;
} {
  const [old, now] = [before.blocks, after.blocks];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && alike(old[head], now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && alike(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  const hasText = (block: BlockText | undefined): boolean => block !== undefined && block.leaves.length > 0;
  if (head > 0) head--;
  while (head > 0 && !hasText(old[head])) head--;
  if (tail > 0) tail--;
  while (tail > 0 && !hasText(old[old.length - 1 - tail])) tail--;
  const from = before.startOf(head);
  const near = (selected: OffsetRange): OffsetRange =>
    selected && { start: selected.start - from, end: selected.end - from };
  return {
    from,
    step: {
      before: new TextMap(old.slice(head, old.length - tail)),
      after: new TextMap(now.slice(head, now.length - tail)),
      selectedBefore: near(selectedBefore),
      selectedAfter: near(selectedAfter),
    },
  };
}

/** Blocks that an update left alone are the same object; after an undo they are made anew. */
const alike = (a: BlockText | undefined, b: BlockText | undefined): boolean =>
  a === b || (a !== undefined && a.key === b?.key && a.text === b.text && a.leaves.length === b.leaves.length);

/**
 * The one replacement of what was selected, or of what lies between the caret before and after:
 * typing, deleting, cutting, pasting, splitting, merging. A text alone cannot say whether the
 * first or the second "l" of "all" was typed. Null when this does not explain the text after,
 * or when something is still selected, so that nothing was typed in its place.
 */
function changeAtSelection({ before, after, selectedBefore, selectedAfter }: TextStep): TextChange | null {
  if (selectedBefore === null || selectedAfter === null || selectedAfter.start < selectedAfter.end) return null;
  const [old, now] = [before.text, after.text];
  const grown = now.length - old.length;
  const start = Math.min(selectedBefore.start, selectedAfter.start);
  const end = Math.min(old.length, Math.max(selectedBefore.end, start - grown));
  const insertedEnd = end + grown;
  if (start < 0 || start > end || insertedEnd < start) return null;
  if (old.slice(0, start) !== now.slice(0, start) || old.slice(end) !== now.slice(insertedEnd)) return null;
  return { start, end, inserted: now.slice(start, insertedEnd) };
}

/**
 * What was selected, taken out and put in before the caret, as when it is dragged. Null when this
 * does not explain the text after.
 */
function moveOfSelection({ before, after, selectedBefore: taken, selectedAfter: caret }: TextStep): TextEdit | null {
  if (taken === null || caret === null || taken.start === taken.end || caret.start < caret.end) return null;
  const removed = { start: taken.start, end: taken.end, inserted: '' };
  const size = taken.end - taken.start;
  const inserted = after.text.slice(caret.end - size - (after.text.length - before.text.length), caret.end);
  const putAt = caret.end - inserted.length;
  const earlier = putAt <= taken.start;
  const point = earlier ? putAt : putAt + size;
  const put = { start: point, end: point, inserted };
  const changes = earlier ? [put, removed] : [removed, put];
  return putAt >= 0 && applied(before.text, changes) === after.text ? { changes, moves: [] } : null;
}

/** A text after some changes, in order and apart. */
export function applied(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, inserted } of changes) {
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}

/** Code units that changes take out and put in. */
const costOf = (changes: readonly TextChange[]): number =>
  changes.reduce((sum, { start, end, inserted }) => sum + end - start + inserted.length, 0);

/** The edit by nodes, unless the words alone explain more: a node may have taken in its neighbour's text. */
function cheaper(byNodes: TextEdit, { before, after }: TextStep): TextEdit {
  const byWords = changesWithin(before.text, { start: 0, end: before.text.length, inserted: after.text });
  return costOf(byWords) < costOf(byNodes.changes) ? { changes: byWords, moves: byNodes.moves } : byNodes;
}
