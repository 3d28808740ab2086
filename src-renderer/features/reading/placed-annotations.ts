/**
 * Annotations with the place they have in the text shown. An act on a few of thousands moves these
 * few in the list there is; nothing is sorted or indexed anew. Pure.
 */

import type { PassagePaint } from '@renderer/editor/block-painter';
import { changedPart } from '@renderer/editor/changed-part';
import type { Paint, PaintName, PaintRange } from '@renderer/editor/highlights';
import type { Place, PlaceList } from '@renderer/editor/place-list';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly place: NonNullable<Place>;
}

/** In order of place; of two that begin together the longer first, of two alike the older: uids count time. */
const inOrder = (a: PlacedAnnotation, b: PlacedAnnotation): number =>
  a.place.start - b.place.start || b.place.end - a.place.end || (a.annotation.uid < b.annotation.uid ? -1 : 1);

/** The annotations that stand in the text, in order of place; each is found by its place, without an index. */
export class PlacedAnnotations {
  readonly list: readonly PlacedAnnotation[];
  readonly #places: PlaceList;

  /** @param list In order of the places they have in `places`. */
  constructor(list: readonly PlacedAnnotation[], places: PlaceList) {
    this.list = list;
    this.#places = places;
  }

  get length(): number {
    return this.list.length;
  }

  /** -1 when it is not among them. */
  indexOf(uid: AnnotationUid): number {
    const place = this.#places.get(uid);
    if (!place) return -1;
    const { start, end } = place;
    const isBefore = ({ place: other, annotation }: PlacedAnnotation): boolean =>
      other.start < start ||
      (other.start === start && (other.end > end || (other.end === end && annotation.uid < uid)));
    const index = firstNot(this.list, isBefore);
    return this.list[index]?.annotation.uid === uid ? index : -1;
  }

  find(uid: AnnotationUid): PlacedAnnotation | undefined {
    return this.list[this.indexOf(uid)];
  }

  /** Those that share at least one code unit with `[start, end)`, in order of place. */
  between(start: number, end: number): readonly PlacedAnnotation[] {
    return this.#places.between(start, end).flatMap(({ uid }) => this.find(uid) ?? []);
  }

  where(keep: (annotation: Annotation) => boolean): PlacedAnnotations {
    return new PlacedAnnotations(
      this.list.filter(({ annotation }) => keep(annotation)),
      this.#places,
    );
  }
}

export interface SortedAnnotations {
  readonly placed: PlacedAnnotations;
  /** Those that no longer stand in the text. */
  readonly orphans: readonly Annotation[];
}

const isOrphan = ({ uid, orphaned }: Annotation, places: PlaceList): boolean => {
  const place = places.get(uid);
  return place === null || (place === undefined && orphaned);
};

/** Sorts annotations by where they lie now. */
export function sortByPlace(annotations: readonly Annotation[], places: PlaceList): SortedAnnotations {
  const placed: PlacedAnnotation[] = [];
  const orphans: Annotation[] = [];
  for (const annotation of annotations) {
    const place = places.get(annotation.uid);
    if (place) placed.push({ annotation, place });
    else if (place === null || annotation.orphaned) orphans.push(annotation);
  }
  return { placed: new PlacedAnnotations(placed.sort(inOrder), places), orphans };
}

function placedIn(places: PlaceList, annotation: Annotation): PlacedAnnotation | null {
  const place = places.get(annotation.uid);
  return place ? { annotation, place } : null;
}

/** More than this many changed at once are sorted with all others. */
const fewChanged = 64;

interface Sorting {
  readonly annotations: readonly Annotation[];
  readonly places: PlaceList;
  readonly sorted: SortedAnnotations;
}

/** Answers as `sortByPlace` would, made of its answer before. */
export class PlaceOrder {
  #last: Sorting | null = null;

  /** The same object when nothing is otherwise. */
  sorted(annotations: readonly Annotation[], places: PlaceList): SortedAnnotations {
    const last = this.#last;
    const sorted = (last === null ? null : sortedAfter(last, annotations, places)) ?? sortByPlace(annotations, places);
    this.#last = { annotations, places, sorted };
    return sorted;
  }
}

/** The annotations sorted, when few of them are otherwise than before; else null. */
function sortedAfter(last: Sorting, annotations: readonly Annotation[], places: PlaceList): SortedAnnotations | null {
  const { sorted } = last;
  if (last.annotations === annotations && last.places === places) return sorted;
  const { gone, come } = changedPart(last.annotations, annotations);
  const moved = places.differingFrom(last.places);
  if (moved === null || gone.length + come.length + moved.length > fewChanged) return null;
  const changed = new Map<AnnotationUid, Annotation | null>(gone.map(({ uid }) => [uid, null]));
  for (const annotation of come) changed.set(annotation.uid, annotation);
  for (const uid of moved)
    if (!changed.has(uid)) changed.set(uid, annotations.find((annotation) => annotation.uid === uid) ?? null);
  if (changed.size === 0) return sorted;
  const list = [...sorted.placed.list];
  const out = [...changed.keys()].map((uid) => sorted.placed.indexOf(uid)).filter((index) => index !== -1);
  for (const index of out.sort((a, b) => b - a)) list.splice(index, 1);
  for (const annotation of changed.values()) {
    const one = annotation && placedIn(places, annotation);
    if (one !== null)
      list.splice(
        firstNot(list, (other) => inOrder(other, one) < 0),
        0,
        one,
      );
  }
  const orphansChange =
    sorted.orphans.some(({ uid }) => changed.has(uid)) ||
    [...changed.values()].some((annotation) => annotation !== null && isOrphan(annotation, places));
  return {
    placed: new PlacedAnnotations(list, places),
    orphans: orphansChange ? annotations.filter((one) => isOrphan(one, places)) : sorted.orphans,
  };
}

/** Index of the first of a sorted list that does not come before something: a binary search. */
function firstNot(list: readonly PlacedAnnotation[], isBefore: (one: PlacedAnnotation) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lengthOf = ({ place }: PlacedAnnotation): number => place.end - place.start;

/** The annotations over an offset, the most specific (shortest) first. */
export function annotationsAt(placed: PlacedAnnotations, offset: number): readonly PlacedAnnotation[] {
  return placed.between(offset - 1, offset + 1).toSorted((a, b) => lengthOf(a) - lengthOf(b));
}

/** Which of several overlapping annotations a click means: the next one when the first is active already. */
export function nextOf(candidates: readonly PlacedAnnotation[], active: AnnotationUid | null): PlacedAnnotation | null {
  const index = candidates.findIndex(({ annotation }) => annotation.uid === active);
  return candidates[(index + 1) % candidates.length] ?? null;
}

/** How passages are painted: by kind, the active one stronger. */
export const passagePaintOf = (placed: PlacedAnnotations, active: AnnotationUid | null): PassagePaint => ({
  kindOf: (uid) => placed.find(uid)?.annotation.kind,
  active,
});

/** What else is painted: hits, the match shown, a place that is pointed at. */
export const paintOf = (hits: readonly PaintRange[], current: PaintRange | null, flash: PaintRange | null): Paint =>
  new Map<PaintName, readonly PaintRange[]>([
    ['hit', hits],
    ['current-hit', current === null ? [] : [current]],
    ['flash', flash === null ? [] : [flash]],
  ]);
