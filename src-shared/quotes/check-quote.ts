/**
 * The quote check: whether a quotation in a note still says what its source says, and if
 * not, which of the two changed. Pure; the rules are those of match-quotation.
 */
import { type DiffPart, diffWords } from '../text/diff';
import { quotesFaithfully, quotesPartOf, sameWords } from './match-quotation';
import { printed } from './quotation-words';

/** A quotation as a note has it (see `Passage` in model/block). */
export interface Quoted {
  readonly text: string;
  readonly source?: string;
  readonly kept?: true;
}

/** Why a quotation and its source differ. */
export type DifferenceCause = 'source-changed' | 'altered' | 'both';

export type QuoteCheck =
  /** Word for word. */
  | { readonly is: 'same' }
  /** Shortened or with words in brackets, by the rules. */
  | { readonly is: 'shortened' }
  /** Not the source's words, and the writer stands by that. */
  | { readonly is: 'kept' }
  | { readonly is: 'differs'; readonly cause: DifferenceCause };

/**
 * Checks a quotation against what its source says now.
 *
 * Its beginning or end may be left off without a sign as long as the source is what it was;
 * once the source changed, what is not marked as left out counts as missing.
 */
export function checkQuote(quoted: Quoted, sourceNow: string): QuoteCheck {
  const { text, source: settled = text, kept } = quoted;
  if (sameWords(text, sourceNow)) return { is: 'same' };
  if (quotesFaithfully(text, sourceNow)) return { is: 'shortened' };
  const sourceChanged = !sameWords(settled, sourceNow);
  if (!sourceChanged && quotesPartOf(text, sourceNow)) return { is: 'shortened' };
  if (!sourceChanged && kept) return { is: 'kept' };
  const altered = !(kept || quotesPartOf(text, settled));
  return { is: 'differs', cause: !sourceChanged ? 'altered' : altered ? 'both' : 'source-changed' };
}

/**
 * What taking the source's words would change in the quotation: `removed` are words of the
 * note, `added` words of the source. Differences of print count as none.
 */
export const quoteDifference = (text: string, sourceNow: string, language?: string): readonly DiffPart[] =>
  diffWords(printed(text), printed(sourceNow), language);

/** The quotation with the source's words in place of its own. */
export const takeSourceWords = (sourceNow: string): Quoted => ({ text: sourceNow });

/** The quotation as it is, its difference from the source accepted. */
export const keepOwnWords = ({ text }: Quoted, sourceNow: string): Quoted => ({ text, source: sourceNow, kept: true });

/** The quotation reworded by the writer; what it was settled against stays known. */
export const reword = ({ text: before, source = before }: Quoted, text: string): Quoted =>
  text === source ? { text } : { text, source };
