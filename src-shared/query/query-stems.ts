/** The stems a query's words are also looked for by. */
import { type StemLanguage, stemsOfWord } from './stems';
import { type SearchTerm, scanTokens } from './tokens';

/** French articles and the like that have lost their vowel: l’, d’, qu’, jusqu’ … */
const elision = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\p{L})/iu;

/** A word typed without what an elision leaves before it: people look for "l’entente" as for "entente". */
export const withoutElision = (word: string): string => word.replace(elision, '');

/** A word's last part and the stems that part may have; the parts before it must stand in the text too. */
export interface StemmedWord {
  /** Tokens before the last, without what an elision leaves ("l’", "qu’"). */
  readonly before: readonly string[];
  readonly last: string;
  readonly stems: readonly string[];
}

/** Tokens shorter than this before the last are elisions and the like. */
const shortestPart = 3;

/**
 * Brings a word to its stems in any of the languages; null when it has none (other scripts, numbers).
 * Of "nord-coréens" only the end has other forms.
 */
export function stemmedWord(word: string, languages?: readonly StemLanguage[]): StemmedWord | null {
  const tokens: string[] = [];
  let lastRaw = '';
  const normal = word.normalize('NFC');
  scanTokens(normal, (token, start, end) => {
    tokens.push(token);
    lastRaw = normal.slice(start, end);
    return true;
  });
  const last = tokens.pop();
  if (last === undefined) return null;
  const stems = stemsOfWord(lastRaw, languages);
  if (stems.length === 0) return null;
  // A word may itself be the stem of other forms: Snowball brings "Пхеньяне" to "пхеньян", but that to "пхенья".
  return { before: tokens.filter(({ length }) => length >= shortestPart), last, stems: [...new Set([...stems, last])] };
}

/** What marks the other forms of a word in a text; none for a word without stems. */
export function stemTerms(word: string): readonly SearchTerm[] {
  const stemmed = stemmedWord(word);
  return stemmed === null ? [] : [{ tokens: [stemmed.last], prefix: false, stems: stemmed.stems }];
}
