/**
 * Whether a text holds, apart from where a passage was found, words much like it that are
 * new: then the passage may have been changed there, and copied here.
 */
import type { WordIndex } from './word-index';

/** Share of a passage's pairs of words that make other words look like it. */
const likeShare = 0.5;
/** Pairs that stand in more places than this tell nothing. */
const mostPlaces = 50;
/** Code units by which words put in or left out may shift the others. */
const slack = 24;

/** Two neighbouring words of the passage, found in a text. */
interface Pair {
  readonly index: number;
  /** Where the passage would begin if it lay where this pair does. */
  readonly origin: number;
  readonly at: number;
  readonly end: number;
}

function pairsOutside(words: WordIndex, own: readonly string[], start: number, end: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let offset = 0;
  for (const [index, word] of own.slice(0, -1).entries()) {
    const run = `${word} ${own[index + 1]}`;
    const places = words.places(run, true, mostPlaces);
    for (const at of places.length < mostPlaces ? places : []) {
      if (at < start || at >= end) pairs.push({ index, origin: at - offset, at, end: at + run.length });
    }
    offset += word.length + 1;
  }
  return pairs.sort((a, b) => a.origin - b.origin);
}

/** Words of the earlier text, and the place in the text where the same words were found. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly foundAt: number;
}

/** True when words like the evidence, but like no others of the earlier text, stand outside its place. */
export function hasNewLookAlike(words: WordIndex, earlier: WordIndex, { start, end, foundAt }: Evidence): boolean {
  const own = earlier.folded.slice(start, end).split(' ');
  const pairs = pairsOutside(words, own, foundAt, foundAt + end - start);
  const needed = Math.max(2, (own.length - 1) * likeShare);
  const elsewhere = (at: number): boolean => at < start || at >= end;
  let to = 0;
  for (const [from, { origin }] of pairs.entries()) {
    while (to < pairs.length && (pairs[to]?.origin ?? 0) - origin <= slack) to++;
    const together = pairs.slice(from, to);
    if (new Set(together.map(({ index }) => index)).size < needed) continue;
    const first = Math.min(...together.map(({ at }) => at));
    const last = Math.max(...together.map((pair) => pair.end));
    if (!earlier.places(words.folded.slice(first, last), true).some(elsewhere)) return true;
  }
  return false;
}
