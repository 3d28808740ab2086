/** Where a document's annotations lie once its body is another one, and writing it down. */
import { describe } from '@shared/anchors/describe';
import type { EarlierText } from '@shared/anchors/resolve';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { setPlace, textOfDocument } from './annotations';
import type { PreparedBody } from './prepared-import';
import {
  annotationsOf,
  type KeyedAnnotation,
  type Placed,
  placeIn,
  type Resolvable,
  resolvable,
} from './read-annotation';
import type { Store } from './store';

/** A passage's place in the new text; null when it is not there any more. */
export type Place = { readonly start: number; readonly end: number } | null;

export interface Carried {
  /** All of them as they are now, in order of place, orphans last. */
  readonly annotations: readonly Annotation[];
  /** Annotations that stand in the new text. */
  readonly carried: number;
  /** Those that do not. */
  readonly orphaned: number;
}

/** Where an annotation lies in the new text: as told, found again when not told, else nowhere. */
export function newPlace(
  { annotation }: KeyedAnnotation,
  places: ReadonlyMap<AnnotationUid, Place>,
  text: Resolvable,
): Placed {
  const place = places.get(annotation.uid);
  if (place === undefined) return placeIn(text, annotation.selector);
  if (place === null) return { selector: annotation.selector, orphaned: true };
  if (place.start >= place.end || place.end > text.text.length) {
    throw new Failure('annotation/bad-range', 'An annotation’s place lies outside the text. Nothing was saved.', {
      uid: annotation.uid,
      start: place.start,
      end: place.end,
    });
  }
  return { selector: describe(text.text, place.start, place.end, text.textHash), orphaned: false };
}

/** The order documents list them in. */
const byPlace = (a: KeyedAnnotation, b: KeyedAnnotation): number =>
  Number(a.annotation.orphaned) - Number(b.annotation.orphaned) ||
  a.annotation.selector.start - b.annotation.selector.start ||
  a.annotation.selector.end - b.annotation.selector.end ||
  a.id - b.id;

/** The text a document has now, to carry its annotations from. */
export function earlierText(store: Store, document: number): EarlierText {
  const { text, text_hash } = textOfDocument(store, document);
  return { text, hash: text_hash };
}

/**
 * Writes where the annotations of a document lie in its new body.
 *
 * @param earlier The text before: passages described in it are followed through the change.
 * @param places As the writer of the text knows them; an annotation left out is found by its selector.
 * @throws Failure `annotation/bad-range` for a place outside the text.
 */
export function carryAnnotations(
  store: Store,
  document: number,
  body: PreparedBody,
  earlier: EarlierText,
  places: ReadonlyMap<AnnotationUid, Place> = new Map(),
): Carried {
  const text = resolvable(body.text, body.textHash, earlier);
  const moved = annotationsOf(store, document).map((keyed): KeyedAnnotation => {
    const placed = newPlace(keyed, places, text);
    setPlace(store, keyed.id, keyed.annotation, placed);
    return { id: keyed.id, annotation: { ...keyed.annotation, ...placed } };
  });
  const annotations = moved.sort(byPlace).map(({ annotation }) => annotation);
  const orphaned = annotations.filter((annotation) => annotation.orphaned).length;
  return { annotations, carried: annotations.length - orphaned, orphaned };
}
