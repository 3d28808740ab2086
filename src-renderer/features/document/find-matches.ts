/** Finds a string in a text, accents and case ignored unless asked not to. Pure. */
import { fold, foldWithOffsets } from '@shared/text/fold';

export interface Match {
  readonly start: number;
  readonly end: number;
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

/** Every match, in order, none overlapping. Offsets are UTF-16 in `text`. */
export function findMatches(text: string, wanted: string, exactly: boolean): readonly Match[] {
  if (exactly)
    return wanted === '' ? [] : [...places(text, wanted)].map((start) => ({ start, end: start + wanted.length }));
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
