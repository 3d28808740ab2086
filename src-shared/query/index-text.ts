/**
 * What the full-text index is fed, a column at a time: the words of a text, then under signs of
 * their own, each once, what else they are found by: their beginnings and their stems.
 */
import { utf8Of } from '../text/utf8';
import { ColumnBytes, hashBasis, hashOfWord, hashOn, IndexWords } from './index-words';
import { type StemLanguage, stemInText } from './stems';
import { isIdeographic, longestToken, scanTokens } from './tokens';
import { ideograph, ofWord, separator, unitKind } from './word-runs';

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

/** Words recur: each is looked into once a language. */
const known = new Map<StemLanguage | null, IndexWords>();

function knownIn(language: StemLanguage | null): IndexWords {
  const before = known.get(language);
  if (before !== undefined && !before.isFull) return before;
  const fresh = new IndexWords();
  known.set(language, fresh);
  return fresh;
}

/** A column as it is made, run by run. */
class Column {
  readonly #bytes = new ColumnBytes();
  readonly #language: StemLanguage | null;
  readonly #words: IndexWords;

  constructor(language: StemLanguage | null) {
    this.#language = language;
    this.#words = knownIn(language);
  }

  /** A run that is one word, or a pair of Han, kana or Hangul; false when it is none. */
  word(text: string, start: number, end: number, hash: number): boolean {
    let word = this.#words.find(text, start, end, hash);
    if (word === -1) word = this.#learn(text.slice(start, end), hash);
    if (word === -1) return false;
    this.#words.addTo(this.#bytes, word);
    return true;
  }

  /** Any run, character by character. */
  scan(run: string): void {
    scanTokens(run, (token, start, end) => {
      const standing = run.startsWith(token, start) ? token : run.slice(start, end);
      const hash = hashOfWord(standing);
      const bytes = utf8Of(token);
      this.#bytes.add(bytes, 0, bytes.length);
      const word = this.#words.find(standing, 0, standing.length, hash);
      this.#words.meet(this.#bytes, word === -1 ? this.#keep(standing, standing, token, hash) : word);
      return true;
    });
  }

  finished(): Uint8Array {
    return this.#words.finished(this.#bytes);
  }

  #learn(run: string, hash: number): number {
    let word = -1;
    scanTokens(run, (token, start, end) => {
      word = this.#keep(run, run.startsWith(token, start) ? token : run.slice(start, end), token, hash);
      return false;
    });
    return word;
  }

  #keep(run: string, standing: string, token: string, hash: number): number {
    return this.#words.learn(run, hash, { token, marks: marksOf(standing, token, this.#language) });
  }
}

/**
 * A column of the full-text index in UTF-8: the tokens of a text, the beginnings of its words and, with a
 * language, the stems that differ from the words.
 */
export function indexColumn(text: string, language: StemLanguage | null): Uint8Array {
  const column = new Column(language);
  for (let start = 0; start < text.length; ) {
    const first = unitKind(text.charCodeAt(start));
    let end = start;
    let hash = hashBasis;
    let kind = first;
    while (kind === first && kind !== separator) {
      hash = hashOn(hash, text.charCodeAt(end++));
      kind = end < text.length ? unitKind(text.charCodeAt(end)) : separator;
    }
    if (first === separator) end++;
    else if (kind !== separator) {
      end = endOfRun(text, end);
      column.scan(text.slice(start, end));
    } else if (first === ideograph) addPairs(column, text, start, end);
    else if (first !== ofWord || end - start > longestToken || !column.word(text, start, end, hash))
      column.scan(text.slice(start, end));
    start = end;
  }
  return column.finished();
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && unitKind(text.charCodeAt(end)) !== separator) end++;
  return end;
}

/** A run of Han, kana or Hangul: each with the next, and the last alone. */
function addPairs(column: Column, text: string, start: number, end: number): void {
  let before = text.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    column.word(text, at - 1, at + 1, hashOn(hashOn(hashBasis, before), code));
    before = code;
  }
  column.word(text, end - 1, end, hashOn(hashBasis, before));
}
