/** Where a document's annotations lie once its body is another one, and writing it down. */
import { describe } from '@shared/anchors/describe';
import type { AnnotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { setPlace } from './annotations';
import { annotationsOf, type KeyedAnnotation, type Placed, placeIn } from './read-annotation';
import type { Store } from './store';
import type { PreparedBody } from './write-document';

/** A passage's place in the new text; null when it is not there any more. */
export type Place = { readonly start: number; readonly end: number } | null;

export interface Carried {
  /** Annotations that stand in the new text. */
  readonly carried: number;
  /** Those that do not. */
  readonly orphaned: number;
}

/** Where an annotation lies in the new text: as told, found again when not told, else nowhere. */
function newPlace(
  { annotation }: KeyedAnnotation,
  places: ReadonlyMap<AnnotationUid, Place>,
  body: PreparedBody,
): Placed {
  const place = places.get(annotation.uid);
  if (place === undefined) return placeIn(body.text, body.textHash, annotation.selector);
  if (place === null) return { selector: annotation.selector, orphaned: true };
  if (place.start >= place.end || place.end > body.text.length) {
    throw new Failure('annotation/bad-range', 'An annotation’s place lies outside the text. Nothing was saved.', {
      uid: annotation.uid,
      start: place.start,
      end: place.end,
    });
  }
  return { selector: describe(body.text, place.start, place.end, body.textHash), orphaned: false };
}

/**
 * Writes where the annotations of a document lie in its new body.
 *
 * @param places As the writer of the text knows them; an annotation left out is found by its selector.
 * @throws Failure `annotation/bad-range` for a place outside the text.
 */
export function carryAnnotations(
  store: Store,
  document: number,
  body: PreparedBody,
  places: ReadonlyMap<AnnotationUid, Place> = new Map(),
): Carried {
  let orphaned = 0;
  const annotations = annotationsOf(store, document);
  for (const keyed of annotations) {
    const placed = newPlace(keyed, places, body);
    setPlace(store, keyed.id, keyed.annotation.selector, placed.selector, placed.orphaned);
    if (placed.orphaned) orphaned++;
  }
  return { carried: annotations.length - orphaned, orphaned };
}
