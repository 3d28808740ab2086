/**
 * The quotations in a note: quoted passages, and quote blocks that name their source by a
 * mention at their end or at the beginning of the next paragraph. Pure.
 */
import type { Body, Inline, Mention } from '../model/block';
import type { AnnotationUid, DocumentUid } from '../model/ids';
import { inlineText, type Leaf, leavesOf } from '../text/canonical-text';
import type { Quoted } from './check-quote';

/** A quotation and where its words lie in the note's text (UTF-16 code units, half-open). */
export interface Quotation extends Quoted {
  readonly is: 'passage' | 'block';
  readonly start: number;
  readonly end: number;
  /** The passage it quotes; null when it only names a document. */
  readonly annotation: AnnotationUid | null;
  /** Null when it names a passage, whose document the archive knows. */
  readonly document: DocumentUid | null;
}

type Span = Pick<Quotation, 'start' | 'end' | 'text'>;

/** What may stand between a quotation and the name of its source. */
const beforeName = /[\s—–\-(,;:]*$/u;
/** The same where a line begins with the name. */
const onlyBeforeName = /^[\s—–\-(]*$/u;

/** The quoted words of a block that ends with a mention, and that mention. */
function endingInMention(leaf: Leaf, inlines: readonly Inline[]): { span: Span; mention: Mention } | null {
  const at = inlines.findLastIndex(({ type }) => type === 'mention');
  const mention = inlines[at];
  if (mention?.type !== 'mention' || !/^[\s).]*$/.test(inlineText(inlines.slice(at + 1)))) return null;
  const text = inlineText(inlines.slice(0, at)).replace(beforeName, '');
  return text === '' ? null : { span: { start: leaf.start, end: leaf.start + text.length, text }, mention };
}

/** The mention a line begins with. */
function beginningMention(inlines: readonly Inline[]): Mention | null {
  const at = inlines.findIndex(({ type }) => type === 'mention');
  const mention = inlines[at];
  return mention?.type === 'mention' && onlyBeforeName.test(inlineText(inlines.slice(0, at))) ? mention : null;
}

function quotationOf({ start, end, text }: Span, { target }: Mention): Quotation {
  return {
    is: 'block',
    start,
    end,
    text,
    annotation: 'annotation' in target ? target.annotation : null,
    document: 'document' in target ? target.document : null,
  };
}

/** Every quotation whose source is named, in order of place. */
export function quotationsIn(body: Body): readonly Quotation[] {
  const found: Quotation[] = [];
  let waiting: Span | null = null;
  for (const leaf of leavesOf(body)) {
    const { block, start, end } = leaf;
    if (block.type === 'quote') {
      const named = endingInMention(leaf, block.inlines);
      const text = inlineText(block.inlines);
      if (named !== null) found.push(quotationOf(named.span, named.mention));
      // The lines of one quotation, each a block of its own.
      else if (waiting !== null) waiting = { start: waiting.start, end, text: `${waiting.text}\n${text}` };
      else if (text.trim() !== '') waiting = { start, end, text };
      if (named !== null) waiting = null;
      continue;
    }
    if (block.type === 'passage') {
      const { annotation, document, text, source, kept } = block;
      const settled = { ...(source === undefined ? {} : { source }), ...(kept ? { kept } : {}) };
      found.push({ is: 'passage', start, end, annotation, document, text, ...settled });
    } else if (waiting !== null && (block.type === 'paragraph' || block.type === 'listItem')) {
      const mention = beginningMention(block.inlines);
      if (mention !== null) found.push(quotationOf(waiting, mention));
    }
    waiting = null;
  }
  return found;
}
