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

/** What a word is found by besides itself. Words share their marks, so that each stands once in a text. */
interface Mark {
  readonly sign: string;
  /** The last text it was met in. */
  metIn: number;
}

interface KnownWord {
  readonly marks: readonly Mark[];
  metIn: number;
}

/** Words recur: each is looked into once a language, and a text of unheard-of words can't fill the memory. */
interface Known {
  readonly words: Map<string, KnownWord>;
  readonly marks: Map<string, Mark>;
}

const known = new Map<StemLanguage | null, Known>();
const mostKnown = 100_000;
let texts = 0;

function knownIn(language: StemLanguage | null): Known {
  const before = known.get(language);
  if (before !== undefined && before.words.size < mostKnown && before.marks.size < mostKnown) return before;
  const fresh: Known = { words: new Map(), marks: new Map() };
  known.set(language, fresh);
  return fresh;
}

function knowWord(standing: string, token: string, language: StemLanguage | null, { words, marks }: Known): KnownWord {
  const markFor = (sign: string): Mark => {
    const mark = marks.get(sign) ?? { sign: ownCopy(sign), metIn: 0 };
    // Without a bound inside one text: what is not known here would be written twice.
    marks.set(mark.sign, mark);
    return mark;
  };
  const word = { marks: marksOf(standing, token, language).map(markFor), metIn: 0 };
  if (words.size < mostKnown) words.set(ownCopy(standing), word);
  return word;
}

/**
 * A column of the full-text index: the tokens of a text, the beginnings of its words and, with a
 * language, the stems that differ from the words.
 */
export function indexColumn(text: string, language: StemLanguage | null): string {
  const met = knownIn(language);
  const textNumber = ++texts;
  const tokens: string[] = [];
  const signs: string[] = [];
  scanTokens(text, (token, start, end) => {
    tokens.push(token);
    const standing = text.startsWith(token, start) ? token : text.slice(start, end);
    const word = met.words.get(standing) ?? knowWord(standing, token, language, met);
    if (word.metIn === textNumber) return true;
    word.metIn = textNumber;
    for (const mark of word.marks) {
      if (mark.metIn === textNumber) continue;
      mark.metIn = textNumber;
      signs.push(mark.sign);
    }
    return true;
  });
  for (const sign of signs) tokens.push(sign);
  return tokens.join(' ');
}
