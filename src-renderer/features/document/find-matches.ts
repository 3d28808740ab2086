/** Finds a string in a text, accents and case ignored unless asked not to, whole words if asked. Pure. */
import { fold, foldWithOffsets } from '@shared/text/fold';

export interface Match {
  readonly start: number;
  readonly end: number;
}

/** How finding is narrowed. */
export interface FindOptions {
  /** Accents and case count. */
  readonly exactly: boolean;
  /** What is found must not be part of a longer word. */
  readonly wholeWords: boolean;
}

/** Found beyond this many are not counted; the bar then says "more". */
export const mostMatches = 10_000;

function* places(text: string, wanted: string): Generator<number> {
  let at = text.indexOf(wanted);
  for (let found = 0; at !== -1 && found < mostMatches; found++) {
    yield at;
    at = text.indexOf(wanted, at + wanted.length);
  }
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that put no space between words: there every place is a word's edge. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const endsInWord = /[\p{L}\p{N}\p{M}_]$/u;
const beginsInWord = /^[\p{L}\p{N}\p{M}_]/u;

/** The character that ends before an offset, both halves of a pair. */
function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return [...pair].at(-1) ?? '';
}

/** Tells whether a match stands apart from the words around it. */
function standsAlone(text: string, { start, end }: Match): boolean {
  const found = text.slice(start, end);
  const joins = (neighbour: string): boolean => wordCharacter.test(neighbour) && !unspaced.test(neighbour);
  const joinsBefore = beginsInWord.test(found) && joins(characterBefore(text, start));
  const joinsAfter = endsInWord.test(found) && joins(String.fromCodePoint(text.codePointAt(end) ?? 32));
  return !joinsBefore && !joinsAfter;
}

/** Every match, in order, none overlapping. Offsets are UTF-16 in `text`. */
export function findMatches(text: string, wanted: string, options: FindOptions): readonly Match[] {
  const matches = options.exactly ? exactMatches(text, wanted) : foldedMatches(text, wanted);
  return options.wholeWords ? matches.filter((match) => standsAlone(text, match)) : matches;
}

const exactMatches = (text: string, wanted: string): readonly Match[] =>
  wanted === '' ? [] : [...places(text, wanted)].map((start) => ({ start, end: start + wanted.length }));

function foldedMatches(text: string, wanted: string): readonly Match[] {
  const needle = fold(wanted);
  if (needle === '') return [];
  const { folded, offsets } = foldWithOffsets(text);
  const matches: Match[] = [];
  for (const at of places(folded, needle)) {
    const start = offsets[at] ?? 0;
    // The end is where the next character begins; a match may end inside one that folded to several.
    let after = at + needle.length;
    const lastStart = offsets[after - 1] ?? 0;
    while (after < offsets.length - 1 && (offsets[after] ?? 0) === lastStart) after++;
    matches.push({ start, end: offsets[after] ?? text.length });
  }
  return matches;
}
