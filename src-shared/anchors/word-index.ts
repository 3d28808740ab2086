/**
 * Where words stand in a text, so that thousands of passages can be looked for in it:
 * a search looks only at the places of the rarest word it is about.
 */
import { type FoldedWords, foldWords } from './folded-words';

export interface WordIndex extends FoldedWords {
  readonly text: string;
  /**
   * Offsets in `folded` where `needle` (folded words) stands, ascending, at most `limit`.
   * `wholeWords` asks for a blank or the text's edge on either side of it.
   */
  places(needle: string, wholeWords: boolean, limit?: number): readonly number[];
}

/** Indexes a text (NFC); some 0.2 µs a code unit. */
export function indexWords(text: string): WordIndex {
  const placesOfWord = new Map<string, number[]>();
  const words = foldWords(text, (word, at) => {
    const known = placesOfWord.get(word);
    if (known === undefined) placesOfWord.set(word, [at]);
    else known.push(at);
  });
  const { folded } = words;

  const atEdges = (at: number, length: number): boolean =>
    (at === 0 || folded[at - 1] === ' ') && (at + length === folded.length || folded[at + length] === ' ');

  /** The needle's rarest word, and where it begins in it; undefined when it has no word to go by. */
  const rarest = (needle: string, wholeWords: boolean): { places: readonly number[]; shift: number } | undefined => {
    let best: { places: readonly number[]; shift: number } | undefined;
    let shift = 0;
    const parts = needle.split(' ');
    for (const [index, part] of parts.entries()) {
      const whole = wholeWords || (index > 0 && index < parts.length - 1);
      const places = placesOfWord.get(part) ?? [];
      if (whole && (best === undefined || places.length < best.places.length)) best = { places, shift };
      shift += part.length + 1;
    }
    return best;
  };

  const places = (needle: string, wholeWords: boolean, limit = Number.POSITIVE_INFINITY): readonly number[] => {
    const found: number[] = [];
    const go = rarest(needle, wholeWords);
    if (go === undefined) {
      let at = folded.indexOf(needle);
      for (; at !== -1 && found.length < limit; at = folded.indexOf(needle, at + 1)) found.push(at);
      return found;
    }
    for (const place of go.places) {
      const at = place - go.shift;
      if (at < 0 || !folded.startsWith(needle, at)) continue;
      if (wholeWords && !atEdges(at, needle.length)) continue;
      found.push(at);
      if (found.length >= limit) break;
    }
    return found;
  };
  return { ...words, text, places };
}
