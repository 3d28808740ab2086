/**
 * A `DocumentView` as it goes to a window: without what can be worked out from the rest. A long article's text
 * stands in its body already, and the words of a passage stand in the text. Pure.
 */
import { describe } from '../anchors/describe';
import type { Annotation, AnnotationFields, Selector } from '../model/annotation';
import type { Body } from '../model/block';
import type { Document } from '../model/document';
import type { AnnotationUid } from '../model/ids';
import { textOf } from '../text/canonical-text';
import type { DocumentView } from './document-shapes';

/** An annotation whose place counts in the document's present text. */
export type PackedPassage = readonly [
  uid: AnnotationUid,
  kind: Annotation['kind'],
  start: number,
  end: number,
  comment: string,
  fields: AnnotationFields,
  createdAtMs: number,
  updatedAtMs: number,
];

/** What is known of a document besides its body. */
export type DocumentFacts = Omit<Document, 'body' | 'text'>;

export interface PackedView extends Omit<DocumentView, 'document' | 'annotations'> {
  readonly document: DocumentFacts;
  readonly body: Body;
  /** In order of place. */
  readonly passages: readonly PackedPassage[];
  /** Labels of those passages that have any. */
  readonly labels: Readonly<Record<AnnotationUid, readonly string[]>>;
  /** Orphans, and passages described in another text. */
  readonly others: readonly Annotation[];
}

const none: readonly string[] = [];

/** A place outside the text is a fault of the archive's, to be told by its check; here it has no words. */
const selectorOf = (text: string, start: number, end: number, textHash: string): Selector =>
  start < end && end <= text.length
    ? describe(text, start, end, textHash)
    : { start, end, exact: '', prefix: '', suffix: '', textHash };

const byPlace = (a: Annotation, b: Annotation): number =>
  Number(a.orphaned) - Number(b.orphaned) || a.selector.start - b.selector.start || a.selector.end - b.selector.end;

/** The view, whole again. */
export function unpackView({ document, body, passages, labels, others, ...rest }: PackedView): DocumentView {
  const text = textOf(body);
  const annotations = passages.map(
    ([uid, kind, start, end, comment, fields, createdAtMs, updatedAtMs]): Annotation => ({
      uid,
      document: document.uid,
      kind,
      selector: selectorOf(text, start, end, rest.textHash),
      orphaned: false,
      comment,
      labels: labels[uid] ?? none,
      fields,
      createdAtMs,
      updatedAtMs,
    }),
  );
  annotations.push(...others);
  if (others.some(({ orphaned }) => !orphaned)) annotations.sort(byPlace);
  return { document: { ...document, body, text }, annotations, ...rest };
}
