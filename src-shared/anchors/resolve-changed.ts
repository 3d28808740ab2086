/**
 * A passage some of whose words changed: found between its own neighbours.
 *
 * The words just before it and just after it, as many as it takes for them to stand once
 * in the earlier text, must stand once in the new one, in that order; and what is between
 * them must be most of the passage's words, with no telling word added, lost or replaced.
 * Nothing is looked for by likeness, so a look-alike elsewhere is never met.
 */
import type { Passage, Placement } from './passage';
import { agreementAround, beyondSentence } from './same-words';
import { isHarmlessChange, type Word } from './telling-words';
import type { WordIndex } from './word-index';

/** Share of the words' letters that must remain, of each of the two. */
export const neededShare = 0.6;
/** Code units of a neighbour to begin with, and at most: one that repeats for longer is boilerplate. */
const shortestNeighbour = 12;
const longestNeighbour = 240;
/** Words of the passage that are compared, at most, after its beginning and ending were taken off. */
const mostWords = 400;

const missing: Placement = { found: false, reason: 'missing' };

/** Finds a passage whose words changed a little. Needs the earlier text; without it answers `missing`. Offsets count in folded words. */
export function resolveChanged(words: WordIndex, passage: Passage): Placement {
  const { earlier, start, end, wholeWords } = passage;
  if (earlier === null || !wholeWords) return missing;
  const before = neighbourBefore(earlier, start);
  const after = neighbourAfter(earlier, end);
  if (before === null || after === null) return missing;
  const [left, leftAgain] = before === '' ? [0] : words.places(before, true, 2);
  const [right, rightAgain] = after === '' ? [words.folded.length + 1] : words.places(after, true, 2);
  if (left === undefined || right === undefined) return missing;
  if (leftAgain !== undefined || rightAgain !== undefined) return { found: false, reason: 'ambiguous' };
  const from = before === '' ? 0 : left + before.length + 1;
  const to = right - 1;
  if (to <= from) return missing;
  const around = agreementAround(
    { folded: earlier.folded, start, end },
    { folded: words.folded, start: from, end: to },
  );
  if (around < beyondSentence) return missing;
  if (earlier.places(words.folded.slice(from, to), true, 1).length > 0) return missing;
  return saysTheSame(wordsIn(earlier, start, end), wordsIn(words, from, to))
    ? { found: true, start: from, end: to }
    : missing;
}

/** The shortest run of whole words ending before `at` that stands once; '' at the text's start, null when none does. */
function neighbourBefore({ folded, places }: WordIndex, at: number): string | null {
  if (at === 0) return '';
  const stop = at - 1;
  for (let from = stop; from > 0 && stop - from <= longestNeighbour; ) {
    from = folded.lastIndexOf(' ', from - 2) + 1;
    const run = folded.slice(from, stop);
    if (run.length >= shortestNeighbour && places(run, true, 2).length === 1) return run;
  }
  return null;
}

/** The same after a passage. */
function neighbourAfter({ folded, places }: WordIndex, at: number): string | null {
  if (at >= folded.length) return '';
  const start = at + 1;
  for (let to = start; to < folded.length && to - start <= longestNeighbour; ) {
    const blank = folded.indexOf(' ', to + 1);
    to = blank === -1 ? folded.length : blank;
    const run = folded.slice(start, to);
    if (run.length >= shortestNeighbour && places(run, true, 2).length === 1) return run;
  }
  return null;
}

function wordsIn({ folded, text, starts, ends }: WordIndex, start: number, end: number): readonly Word[] {
  const found: Word[] = [];
  let at = start;
  for (const word of folded.slice(start, end).split(' ')) {
    found.push({ folded: word, raw: text.slice(starts[at] ?? 0, ends[at + word.length - 1] ?? 0) });
    at += word.length + 1;
  }
  return found;
}

/** True when most of the words remain, in order, and the others are of no consequence. */
function saysTheSame(before: readonly Word[], after: readonly Word[]): boolean {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]?.folded === after[head]?.folded) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail)?.folded === after.at(-1 - tail)?.folded) tail++;
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  if (removed.length > mostWords || added.length > mostWords) return false;
  const letters = (words: readonly Word[]): number => words.reduce((sum, { folded }) => sum + folded.length, 0);
  let lost = 0;
  let gained = 0;
  for (const change of changes(removed, added)) {
    if (!isHarmlessChange(change.removed, change.added)) return false;
    lost += letters(change.removed);
    gained += letters(change.added);
  }
  return 1 - lost / letters(before) >= neededShare && 1 - gained / letters(after) >= neededShare;
}

interface Change {
  readonly removed: readonly Word[];
  readonly added: readonly Word[];
}

/** What a longest common subsequence leaves over, run by run. */
function changes(before: readonly Word[], after: readonly Word[]): readonly Change[] {
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  const found: { removed: Word[]; added: Word[] }[] = [];
  let open: { removed: Word[]; added: Word[] } | null = null;
  const current = (): { removed: Word[]; added: Word[] } => {
    if (open === null) {
      open = { removed: [], added: [] };
      found.push(open);
    }
    return open;
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [a, b] = [before[i], after[j]];
    if (a && b && a.folded === b.folded) {
      open = null;
      i++;
      j++;
    } else if (a && (!b || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      current().removed.push(a);
      i++;
    } else if (b) {
      current().added.push(b);
      j++;
    }
  }
  return found;
}

/** For every pair of suffixes the length of their longest common subsequence, row by row. */
function commonLengths(before: readonly Word[], after: readonly Word[]): Uint16Array {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i]?.folded === after[j]?.folded;
      lengths[i * width + j] = same
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}
