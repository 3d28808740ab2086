/**
 * What is to be said of a quotation: whether its source can still be seen, and whether it
 * says what the source says. Pure; what the archive knows is handed in.
 */
import type { Annotation } from '../model/annotation';
import type { Metadata } from '../model/document';
import { checkQuote, type QuoteCheck } from './check-quote';
import type { Quotation } from './find-quotations';
import { quotesPartOf } from './match-quotation';

/** What the archive has of a quotation's source; null for what is deleted for good. */
export interface Evidence {
  readonly annotation: Annotation | null;
  readonly document: SourceDocument | null;
}

/** A document as far as it is known for what is quoted of it. */
export interface SourceDocument {
  readonly title: string;
  readonly metadata: Pick<Metadata, 'site' | 'date' | 'language'>;
  readonly binned: boolean;
  /** Null unless it was asked for: quotations of a passage are checked against the passage. */
  readonly text: string | null;
}

/** Whether the source can be seen: in its place, without one, in the bin, its mark deleted, or deleted for good. */
export type SourceState = 'there' | 'orphaned' | 'binned' | 'passage-deleted' | 'document-deleted';

export interface QuotationState {
  readonly source: SourceState;
  /** Null when there is nothing left to check it against. */
  readonly check: QuoteCheck | null;
  /** The source's words it was checked against; null when that is a whole document. */
  readonly words: string | null;
}

/** Whether a source can be seen. */
export function sourceState({ annotation, document }: Evidence, quotesPassage: boolean): SourceState {
  if (document === null) return 'document-deleted';
  if (document.binned) return 'binned';
  if (!quotesPassage) return 'there';
  if (annotation === null) return 'passage-deleted';
  return annotation.orphaned ? 'orphaned' : 'there';
}

/** Searching a text of 800,000 code units takes some 150 ms: each reading of a document is asked once a quotation. */
const asked = new WeakMap<object, Map<string, boolean>>();

function isSaidIn(document: SourceDocument, text: string, words: string): boolean {
  const answers = asked.get(document) ?? new Map<string, boolean>();
  asked.set(document, answers);
  const said = answers.get(words) ?? quotesPartOf(words, text);
  answers.set(words, said);
  return said;
}

/** Judges a quotation. */
export function stateOf(quotation: Quotation, evidence: Evidence): QuotationState {
  const source = sourceState(evidence, quotation.annotation !== null);
  if (quotation.annotation === null) {
    const { document } = evidence;
    if (document === null || document.text === null) return { source, check: null, words: null };
    const said = isSaidIn(document, document.text, quotation.text);
    return { source, check: said ? { is: 'same' } : { is: 'differs', cause: 'altered' }, words: null };
  }
  // An orphan's words are the last ones known; they say nothing of the text as it is now.
  const words = evidence.annotation?.selector.exact ?? null;
  if (words === null) return { source, check: null, words };
  // A quote block remembers nothing: it may quote a part of the passage, as it is now.
  const quoted = quotation.is === 'block' ? { text: quotation.text, source: words } : quotation;
  return { source, check: checkQuote(quoted, words), words };
}
