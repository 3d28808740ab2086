/** Annotations with the place they have in the text shown. Pure. */

import type { PassagePaint } from '@renderer/editor/block-painter';
import type { Paint, PaintName, PaintRange } from '@renderer/editor/highlights';
import type { Place, PlaceList } from '@renderer/editor/place-list';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly place: NonNullable<Place>;
}

export interface SortedAnnotations {
  /** In order of place; of two that begin together the longer first. */
  readonly placed: readonly PlacedAnnotation[];
  /** Those that no longer stand in the text. */
  readonly orphans: readonly Annotation[];
}

/** Sorts annotations by where they lie now. */
export function sortByPlace(annotations: readonly Annotation[], places: Pick<PlaceList, 'get'>): SortedAnnotations {
  const placed: PlacedAnnotation[] = [];
  const orphans: Annotation[] = [];
  for (const annotation of annotations) {
    const place = places.get(annotation.uid);
    if (place) placed.push({ annotation, place });
    else if (place === null || annotation.orphaned) orphans.push(annotation);
  }
  placed.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  return { placed, orphans };
}

const lengthOf = ({ place }: PlacedAnnotation): number => place.end - place.start;

/** The annotations over an offset, the most specific (shortest) first. */
export function annotationsAt(placed: readonly PlacedAnnotation[], offset: number): readonly PlacedAnnotation[] {
  return placed
    .filter(({ place }) => place.start <= offset && offset <= place.end)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** Which of several overlapping annotations a click means: the next one when the first is active already. */
export function nextOf(candidates: readonly PlacedAnnotation[], active: AnnotationUid | null): PlacedAnnotation | null {
  const index = candidates.findIndex(({ annotation }) => annotation.uid === active);
  return candidates[(index + 1) % candidates.length] ?? null;
}

const numbers = new WeakMap<readonly PlacedAnnotation[], ReadonlyMap<AnnotationUid, number>>();

/** Where each annotation stands in a list; worked out once for a list, since there may be thousands. */
export function numbersIn(placed: readonly PlacedAnnotation[]): ReadonlyMap<AnnotationUid, number> {
  const known = numbers.get(placed);
  if (known !== undefined) return known;
  const made = new Map(placed.map(({ annotation: { uid } }, index) => [uid, index]));
  numbers.set(placed, made);
  return made;
}

/** How passages are painted: by kind, the active one stronger. */
export const passagePaintOf = (placed: readonly PlacedAnnotation[], active: AnnotationUid | null): PassagePaint => ({
  kinds: { get: (uid) => placed[numbersIn(placed).get(uid) ?? -1]?.annotation.kind },
  active,
});

/** What else is painted: hits, the match shown, a place that is pointed at. */
export const paintOf = (hits: readonly PaintRange[], current: PaintRange | null, flash: PaintRange | null): Paint =>
  new Map<PaintName, readonly PaintRange[]>([
    ['hit', hits],
    ['current-hit', current === null ? [] : [current]],
    ['flash', flash === null ? [] : [flash]],
  ]);
