/**
 * A text as its words alone, for comparing passages: what typesetting changes (quotes,
 * dashes, blanks, punctuation, case, ligatures, soft hyphens) is gone, what carries
 * meaning (accents, digits, `?`, `%`, `€`, `~`, a minus) is kept. Each code unit leads back.
 */

/** Words of a text, folded and joined by one blank, with where each code unit came from. */
export interface FoldedWords {
  readonly folded: string;
  /** Offset in the text of the character a code unit of `folded` came from. */
  readonly starts: Uint32Array;
  /** Offset in the text where that character ends. */
  readonly ends: Uint32Array;
}

/** `6 000` is one number whatever blank divides it; `6,5` and `10:40` are one as well. */
const number = String.raw`(?<!\p{N})\d{1,3}(?:[ \u00a0\u2009\u202f'\u2019]\d{3}(?!\d))+(?:[.,]\d+)?|\p{N}+(?:[.,:/]\p{N}+)*`;
const word = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+`;
const sign = String.raw`[\p{Sm}\p{Sc}\p{So}%\u2030?]|(?<![\p{L}\p{N}])[-\u2013](?=\p{N})`;
const words = new RegExp(`${number}|${word}|${sign}`, 'gu');

const foldedCharacters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ё: 'е',
  '−': '-',
  '–': '-',
  '’': '',
  "'": '',
  ' ': '',
  '\u00a0': '',
  '\u2009': '',
  '\u202f': '',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
};

/** Latin ligatures such as ﬁ. */
const ligature = /[\ufb00-\ufb06]/;

function foldCharacter(character: string): string {
  const lower = (ligature.test(character) ? character.normalize('NFKC') : character).toLowerCase();
  return foldedCharacters[lower] ?? lower;
}

/**
 * Folds a text (NFC). `onWord` is told each word and where it begins in the folded text.
 */
export function foldWords(text: string, onWord?: (folded: string, at: number) => void): FoldedWords {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: raw, index } of text.matchAll(words)) {
    if (starts.length > 0) {
      starts.push(ends.at(-1) ?? 0);
      ends.push(index);
    }
    const at = starts.length;
    let folded = '';
    let offset = index;
    for (const character of raw) {
      const part = foldCharacter(character);
      for (let unit = 0; unit < part.length; unit++) {
        starts.push(offset);
        ends.push(offset + character.length);
      }
      folded += part;
      offset += character.length;
    }
    if (folded === '') {
      // nothing but invisible characters: take the blank back
      starts.length = Math.max(0, at - 1);
      ends.length = starts.length;
      continue;
    }
    parts.push(folded);
    onWord?.(folded, at);
  }
  return { folded: parts.join(' '), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The code units of `folded` that came from `[start, end)` of the text; null when it holds no word. */
export function foldedRange(
  { folded, starts, ends }: FoldedWords,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  let from = firstAtLeast(starts, start);
  let to = firstAtLeast(starts, end);
  while (from < to && (folded[from] === ' ' || (ends[from] ?? 0) > end)) from++;
  while (to > from && folded[to - 1] === ' ') to--;
  return from < to ? { start: from, end: to } : null;
}

/** Index of the first entry of an ascending list that is `value` or more. */
function firstAtLeast(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
