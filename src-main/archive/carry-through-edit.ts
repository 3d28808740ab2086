/**
 * Where annotations lie once a part of the text is another one. Those away from it are written by one
 * statement for all; only the few around it are read.
 */
import { contextLength, describe } from '@shared/anchors/describe';
import type { EarlierText } from '@shared/anchors/resolve';
import type { AnnotationUid } from '@shared/model/ids';
import { setPlace } from './annotations';
import { newPlace, type Place } from './carry-annotations';
import type { EditedBody } from './edited-text';
import type { PreparedBody } from './prepared-import';
import { annotationsTouched, type KeyedAnnotation, type Placed, resolvable } from './read-annotation';
import type { Store } from './store';

/** So near to the edit a passage's context may be another, or a line break beside it have come or gone. */
const margin = contextLength + 2;

/** The others, deleted ones apart: what stands behind the edit moves with the text. */
const carryRest = `UPDATE annotations SET
    start_offset = start_offset + iif(start_offset >= :after, :by, 0), end_offset = end_offset + iif(start_offset >= :after, :by, 0), text_hash = :hash
  WHERE document = :document AND deleted_at_ms IS NULL AND orphaned = 0 AND text_hash = :earlier`;

/**
 * Writes where the annotations of a document lie after an edit.
 *
 * @param places As the writer of the text knows them; others go along with the text around the edit, those it took
 *   away are looked for, and orphans stay orphans.
 * @throws Failure `annotation/bad-range` for a place outside the text.
 */
export function carryThroughEdit(
  store: Store,
  document: number,
  after: PreparedBody,
  earlier: EarlierText,
  { start, end, by }: EditedBody,
  places: ReadonlyMap<AnnotationUid, Place>,
): void {
  const near = { start: start - margin, end: end + margin, earlier: earlier.hash, uids: [...places.keys()] };
  const touched = annotationsTouched(store, document, near);
  store
    .sql<[Readonly<Record<string, string | number>>]>(carryRest)
    .run({ document, after: end + margin, by, hash: after.textHash, earlier: earlier.hash });
  const text = resolvable(after.text, after.textHash, earlier);
  const along = ({ annotation }: KeyedAnnotation): Placed | null => {
    const { selector, orphaned } = annotation;
    if (orphaned) return { selector, orphaned };
    if (selector.textHash !== earlier.hash || (selector.end > start && selector.start < end)) return null;
    const moved = selector.end <= start ? 0 : by;
    const [from, to] = [selector.start + moved, selector.end + moved];
    if (from < 0 || after.text.slice(from, to) !== selector.exact) return null;
    return { selector: describe(after.text, from, to, after.textHash), orphaned: false };
  };
  for (const keyed of touched) {
    const told = places.has(keyed.annotation.uid);
    const placed = (told ? null : along(keyed)) ?? newPlace(keyed, places, text);
    setPlace(store, keyed.id, keyed.annotation, placed);
  }
}
