/**
 * A document read again keeps the objects of the view before it wherever they say the same: what
 * is drawn from them need not be drawn anew. The general way compares each leaf of thousands of
 * annotations and makes them twice; this one knows what they consist of. Pure.
 */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import { replaceEqualDeep } from '@tanstack/react-query';

function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Tells whether two states of an annotation are the same in every field, also in fields to come. */
function sameAnnotation(a: Annotation, b: Annotation): boolean {
  const { selector, labels, fields, ...rest } = a;
  const { selector: otherSelector, labels: otherLabels, fields: otherFields, ...otherRest } = b;
  return (
    sameValues(rest, otherRest) &&
    sameValues({ ...selector }, { ...otherSelector }) &&
    labels.length === otherLabels.length &&
    labels.every((label, index) => label === otherLabels[index]) &&
    sameValues(fields, otherFields)
  );
}

/** The next view, made of the one before as far as possible. */
export function shareView(before: DocumentView | undefined, next: DocumentView): DocumentView {
  if (before === undefined || before.document.uid !== next.document.uid) return next;
  // Made of the view before already, with some annotations read again.
  if (before.document === next.document) return next;
  const known = new Map(before.annotations.map((annotation) => [annotation.uid, annotation]));
  const annotations = next.annotations.map((annotation) => {
    const old = known.get(annotation.uid);
    return old !== undefined && sameAnnotation(old, annotation) ? old : annotation;
  });
  const unchanged =
    annotations.length === before.annotations.length &&
    annotations.every((annotation, index) => annotation === before.annotations[index]);
  // A body changes only with its revision.
  const sameBody = before.document.revision === next.document.revision;
  const { annotations: _before, ...rest } = before;
  const { annotations: _next, ...nextRest } = {
    ...next,
    document: sameBody ? { ...next.document, body: before.document.body } : next.document,
  };
  const shared: typeof nextRest = replaceEqualDeep(rest, nextRest);
  return unchanged && shared === rest
    ? before
    : { ...shared, annotations: unchanged ? before.annotations : annotations };
}
