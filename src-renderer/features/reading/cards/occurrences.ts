/** Where else a phrase stands in a text. Pure. */

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface OccurrenceRules {
  /** Not inside a longer word. */
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that put no space between words: there every place is a word's edge. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function isInWord(text: string, at: number): boolean {
  const before = text.codePointAt(at - (/[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') ? 2 : 1));
  const after = text.codePointAt(at);
  if (at === 0 || before === undefined || after === undefined) return false;
  const [left, right] = [String.fromCodePoint(before), String.fromCodePoint(after)];
  if (unspaced.test(left) || unspaced.test(right)) return false;
  return wordCharacter.test(left) && wordCharacter.test(right);
}

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every place of a phrase, in order, none overlapping; white space in it matches any. Offsets are UTF-16. */
export function occurrencesOf(text: string, phrase: string, rules: OccurrenceRules): readonly Range[] {
  const words = phrase.trim().split(/\s+/).filter(Boolean).map(escaped);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.join('\\s+'), rules.matchCase ? 'gu' : 'giu');
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    // Korean puts particles behind a word: its end may stand inside one.
    const endsInside = isInWord(text, end) && !/\p{Script=Hangul}/u.test(text[end - 1] ?? '');
    if (rules.wholeWords && (isInWord(text, match.index) || endsInside)) continue;
    found.push({ start: match.index, end });
  }
  return found;
}

/** Those places that are not tagged alike already. */
export function untagged(places: readonly Range[], tagged: readonly Range[]): readonly Range[] {
  const taken = new Set(tagged.map(({ start, end }) => `${start}-${end}`));
  return places.filter(({ start, end }) => !taken.has(`${start}-${end}`));
}
