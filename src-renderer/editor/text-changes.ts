/**
 * What an update of the editor did to the text, as replacements: one where the selection tells
 * exactly what happened, else as many as there are places that changed, told apart by the nodes
 * that stayed and, within them, by words. Pure.
 */
import { changeBetween, type TextChange } from '@shared/anchors/map';
import { diffArrays } from 'diff';
import type { NodeKey } from 'lexical';
import type { KeyPlace, Segment, TextMap } from './text-map';

/** The selection as offsets; null when the editor has none. */
export type OffsetRange = { readonly start: number; readonly end: number } | null;

/** Two texts with where the selection stood in each. */
export interface TextStep {
  readonly before: TextMap;
  readonly after: TextMap;
  readonly selectedBefore: OffsetRange;
  readonly selectedAfter: OffsetRange;
  /** The one node whose text changed, when it is known that nothing else did. */
  readonly onlyIn: NodeKey | null;
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

const nothing: TextEdit = { changes: [], moves: [] };
const only = (change: TextChange): TextEdit => ({ changes: [change], moves: [] });

/** What an update did to the text. */
export function textEdit(step: TextStep): TextEdit {
  const { before, after } = step;
  const old = step.onlyIn === null ? undefined : before.placeOf.get(step.onlyIn);
  const now = step.onlyIn === null ? undefined : after.placeOf.get(step.onlyIn);
  if (old !== undefined && now !== undefined && old.start === now.start) return editIn(step, old, now);
  if (before.text === after.text) return nothing;
  const told = changeAtSelection(step, { start: 0, end: before.text.length }, { start: 0, end: after.text.length });
  return told === null ? editByNodes(before, after) : only(told);
}

/** What happened to one node's text. */
function editIn(step: TextStep, old: KeyPlace, now: KeyPlace): TextEdit {
  const inserted = step.after.text.slice(now.start, now.end);
  if (step.before.text.slice(old.start, old.end) === inserted) return nothing;
  const told = changeAtSelection(step, old, now);
  return told === null ? { changes: changesWithin(step.before.text, { ...old, inserted }), moves: [] } : only(told);
}

/**
 * The one replacement of what was selected, or of what lies between the caret before and after:
 * typing, deleting, cutting, pasting, splitting, merging. A text alone cannot say whether the
 * first or the second "l" of "all" was typed. Null when this does not explain what became of
 * `old`, or when something is still selected, so that nothing was typed in its place.
 */
function changeAtSelection(step: TextStep, old: KeyPlace, now: KeyPlace): TextChange | null {
  const { before, after, selectedBefore, selectedAfter } = step;
  if (selectedBefore === null || selectedAfter === null || selectedAfter.start < selectedAfter.end) return null;
  const grown = now.end - old.end;
  const start = Math.min(selectedBefore.start, selectedAfter.start);
  const end = Math.min(old.end, Math.max(selectedBefore.end, start - grown));
  const insertedEnd = end + grown;
  if (start < old.start || start > end || insertedEnd < start) return null;
  if (before.text.slice(old.start, start) !== after.text.slice(now.start, start)) return null;
  if (before.text.slice(end, old.end) !== after.text.slice(insertedEnd, now.end)) return null;
  return { start, end, inserted: after.text.slice(start, insertedEnd) };
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
