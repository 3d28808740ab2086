/**
 * What an update of the editor did to the text, as replacements: one where the selection tells
 * exactly what happened, else as many as there are places that changed, told apart by the nodes
 * that stayed and, within them, by words. Pure.
 */
import { changeBetween, type TextChange } from '@shared/anchors/map';
import { diffArrays } from 'diff';
import { type BlockText, type Segment, TextMap } from './text-map';

/** The selection as offsets; null when the editor has none. */
export type OffsetRange = { readonly start: number; readonly end: number } | null;

/** Two texts with where the selection stood in each. */
export interface TextStep {
  readonly before: TextMap;
  readonly after: TextMap;
  readonly selectedBefore: OffsetRange;
  readonly selectedAfter: OffsetRange;
}

/** Text that a node took along to another place: `[start, end)` before stands at `to` after. */
export interface TextMove {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/** What happened to a text. */
export interface TextEdit {
  /** Replacements that turn the text before into the one after: in order, apart, in offsets of the text before. */
  readonly changes: readonly TextChange[];
  readonly moves: readonly TextMove[];
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

/** A stretch of the text before and what stands for it after. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** Compares node by node, for nodes that stayed in the same order, and what lies between them. */
function editByNodes(before: TextMap, after: TextMap): TextEdit {
  const changes: TextChange[] = [];
  const { stayed, moved } = pairsOf(before.segments, after.segments);
  let from = 0;
  let afterFrom = 0;
  const compare = (to: number, afterTo: number): void => {
    const stretch = { start: from, end: to, inserted: after.text.slice(afterFrom, afterTo) };
    for (const change of changesWithin(before.text, stretch)) add(changes, change);
    from = to;
    afterFrom = afterTo;
  };
  for (const { old, now } of stayed) {
    compare(old.start, now.start);
    compare(old.end, now.end);
  }
  compare(before.text.length, after.text.length);
  return { changes, moves: movesOf(moved, before.text, after.text) };
}

/** Nodes that moved with their text; neighbours that moved together are one. */
function movesOf(moved: readonly Pair[], before: string, after: string): readonly TextMove[] {
  const moves: TextMove[] = [];
  for (const { old, now } of moved) {
    const last = moves.at(-1);
    const together = last !== undefined && now.start - last.to === old.start - last.start;
    const start = together ? last.start : old.start;
    const to = together ? last.to : now.start;
    if (before.slice(start, old.end) !== after.slice(to, now.end)) continue;
    if (together) moves.pop();
    moves.push({ start, end: old.end, to });
  }
  return moves;
}

/** Replacements that touch are one. */
function add(changes: TextChange[], change: TextChange): void {
  const last = changes.at(-1);
  if (last?.end === change.start)
    changes[changes.length - 1] = { start: last.start, end: change.end, inserted: last.inserted + change.inserted };
  else changes.push(change);
}

function changesWithin(text: string, { start, end, inserted }: Stretch): readonly TextChange[] {
  const old = text.slice(start, end);
  const window = changeBetween(old, inserted);
  if (window === null) return [];
  const removed = old.slice(window.start, window.end);
  if (removed === '' || window.inserted === '')
    return [{ start: start + window.start, end: start + window.end, inserted: window.inserted }];
  return changesOfWords(removed, window.inserted, start + window.start);
}

const words = new Intl.Segmenter('und', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Text longer than this that was replaced (UTF-16 code units) counts as replaced as a whole. */
const comparedLength = 20_000;
/** Edits after which the search for what is common stops; its cost grows with their square. */
const mostEdits = 500;

function changesOfWords(removed: string, inserted: string, start: number): readonly TextChange[] {
  const whole = { start, end: start + removed.length, inserted };
  if (removed.length + inserted.length > comparedLength) return [whole];
  const script = diffArrays(wordsOf(removed), wordsOf(inserted), { maxEditLength: mostEdits });
  if (script === undefined) return [whole];
  const changes: TextChange[] = [];
  let offset = start;
  for (const [index, part] of script.entries()) {
    const text = part.value.join('');
    const replaces = part.added && script[index - 1]?.removed === true;
    const replaced = part.removed && script[index + 1]?.added === true;
    if (replaces)
      for (const change of changesOfLetters(script[index - 1]?.value ?? [], part.value, offset)) add(changes, change);
    else if (part.added) add(changes, { start: offset, end: offset, inserted: text });
    else if (part.removed && !replaced) add(changes, { start: offset, end: offset + text.length, inserted: '' });
    if (!part.added && !replaced) offset += text.length;
    if (replaces) offset += script[index - 1]?.value.join('').length ?? 0;
  }
  return changes;
}

/** Words replaced by as many words changed each for itself, in the letters between those it kept. */
function changesOfLetters(old: readonly string[], now: readonly string[], start: number): readonly TextChange[] {
  const pairs =
    old.length === now.length ? old.map((word, index) => [word, now[index] ?? '']) : [[old.join(''), now.join('')]];
  let offset = start;
  return pairs.flatMap(([word = '', by = '']) => {
    const change = changeBetween(word, by);
    const from = offset;
    offset += word.length;
    return change === null ? [] : [{ ...change, start: from + change.start, end: from + change.end }];
  });
}

/** A node in both texts. */
interface Pair {
  readonly old: Segment;
  readonly now: Segment;
}

/** Segments of nodes that are in both texts: as many as possible that keep their order, and the others. */
function pairsOf(
  before: readonly Segment[],
  after: readonly Segment[],
): { readonly stayed: readonly Pair[]; readonly moved: readonly Pair[] } {
  const indexOf = new Map(after.map(({ key }, index) => [key, index]));
  const pairs: (Pair & { readonly at: number })[] = [];
  for (const old of before) {
    const at = indexOf.get(old.key);
    const now = at === undefined ? undefined : after[at];
    if (at !== undefined && now !== undefined) pairs.push({ old, now, at });
  }
  const run = new Set(rising(pairs.map(({ at }) => at)));
  return { stayed: pairs.filter((_, index) => run.has(index)), moved: pairs.filter((_, index) => !run.has(index)) };
}

/** Indexes of a longest run of rising numbers (patience sorting). */
function rising(numbers: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const previous = new Int32Array(numbers.length).fill(-1);
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const run: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index);
  return run.reverse();
}
