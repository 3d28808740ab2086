/** A document's view after some of its annotations changed: all that is not one of them stays the same object. Pure. */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';

/** The order documents list them in, but for those that begin and end together. */
const comesAfter = (a: Annotation, b: Annotation): boolean => {
  const turn =
    Number(a.orphaned) - Number(b.orphaned) || a.selector.start - b.selector.start || a.selector.end - b.selector.end;
  return turn > 0;
};

function insert(annotations: Annotation[], one: Annotation): void {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = annotations[middle];
    if (other !== undefined && comesAfter(other, one)) high = middle;
    else low = middle + 1;
  }
  annotations.splice(low, 0, one);
}

/** @param changed What the archive says of each now; null for one that is gone. */
export function foldAnnotations(
  view: DocumentView,
  changed: ReadonlyMap<AnnotationUid, Annotation | null>,
): DocumentView {
  const annotations = view.annotations.filter(({ uid }) => !changed.has(uid));
  for (const one of changed.values()) if (one !== null) insert(annotations, one);
  return { ...view, annotations };
}
