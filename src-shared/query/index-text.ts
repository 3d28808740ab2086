/**
 * What the full-text index is fed, a column at a time: the words of a text, then under signs of
 * their own, each once, what else they are found by: their beginnings and their stems.
 */
import { ownCopy } from '../text/own-copy';
import { type StemLanguage, stemInText } from './stems';
import { isIdeographic, scanTokens } from './tokens';

/**
 * Stands before every stem in the index, so that stems and words are never taken for each
 * other: "·parl" is no word of a text, for this sign is in none.
 */
export const stemSign = '·';
/** Stands before the first letters of a word, as {@link stemSign} before a stem. */
export const beginningSign = '¦';
/**
 * Beginnings of so many characters stand in the index; longer ones have few words. Of Han, kana
 * and Hangul only the first of a pair.
 */
export const longestBeginning = 3;

/** The tokens of a text with one space between. */
export function indexText(text: string): string {
  const tokens: string[] = [];
  scanTokens(text, (token) => {
    tokens.push(token);
    return true;
  });
  return tokens.join(' ');
}

/** What a word is found by besides itself, with the signs. */
function marksOf(standing: string, token: string, language: StemLanguage | null): readonly string[] {
  const characters = [...token.slice(0, 2 * longestBeginning)].slice(0, isIdeographic(token) ? 1 : longestBeginning);
  const marks = characters.map((_, index) => beginningSign + characters.slice(0, index + 1).join(''));
  const stem = language === null ? null : stemInText(standing, language);
  if (stem !== null && stem !== token) marks.push(stemSign + stem);
  return marks;
}

interface KnownWord {
  readonly marks: readonly string[];
  /** The last text it was met in. */
  metIn: number;
}

/** Words recur: each is looked into once a language, and a text of unheard-of words can't fill the memory. */
const known = new Map<StemLanguage | null, Map<string, KnownWord>>();
const mostKnown = 100_000;
let texts = 0;

function wordsKnown(language: StemLanguage | null): Map<string, KnownWord> {
  const words = known.get(language) ?? new Map<string, KnownWord>();
  known.set(language, words);
  if (words.size >= mostKnown) words.clear();
  return words;
}

/**
 * A column of the full-text index: the tokens of a text, the beginnings of its words and, with a
 * language, the stems that differ from the words.
 */
export function indexColumn(text: string, language: StemLanguage | null): string {
  const words = wordsKnown(language);
  const textNumber = ++texts;
  const tokens: string[] = [];
  const marks = new Set<string>();
  scanTokens(text, (token, start, end) => {
    tokens.push(token);
    const standing = text.slice(start, end);
    let word = words.get(standing);
    if (word === undefined) {
      word = { marks: marksOf(standing, token, language), metIn: 0 };
      if (words.size < mostKnown) words.set(ownCopy(standing), word);
    }
    if (word.metIn === textNumber) return true;
    word.metIn = textNumber;
    for (const mark of word.marks) marks.add(mark);
    return true;
  });
  for (const mark of marks) tokens.push(mark);
  return tokens.join(' ');
}
