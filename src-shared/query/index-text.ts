/**
 * What the full-text index is fed: the words of a text, and the stems of those that have
 * another form than theirs.
 */
import { type StemLanguage, stemInText } from './stems';
import { scanTokens } from './tokens';

/**
 * Ends every stem in the index, so that stems and words are never taken for each other:
 * "parl·" is no word of a text, for this sign is in none.
 */
export const stemSign = '·';

/** The tokens of a text with one space between. */
export function indexText(text: string): string {
  const tokens: string[] = [];
  scanTokens(text, (token) => {
    tokens.push(token);
    return true;
  });
  return tokens.join(' ');
}

/** Collects the stems of words that differ from the words, each once, in order of their first. */
export interface StemCollector {
  /** The tokens of a text, as {@link indexText}; its stems are kept. */
  readonly take: (text: string) => string;
  /** The stems so far, as the index holds them. */
  readonly stems: () => string;
}

/** A collector for texts of one language; without one it keeps nothing. */
export function collectStems(language: StemLanguage | null): StemCollector {
  const stems = new Set<string>();
  if (language === null) return { take: indexText, stems: () => '' };
  const take = (text: string): string => {
    const tokens: string[] = [];
    scanTokens(text, (token, start, end) => {
      tokens.push(token);
      const stem = stemInText(text.slice(start, end), language);
      if (stem !== null && stem !== token) stems.add(stem);
      return true;
    });
    return tokens.join(' ');
  };
  return { take, stems: () => [...stems].map((stem) => stem + stemSign).join(' ') };
}
