/**
 * Passages on their way with text that is moved: what was cut with which passages in it, and
 * where they come to stand when it is pasted. Pure.
 */
import type { TextChange } from '@shared/anchors/map';
import type { AnnotationUid } from '@shared/model/ids';
import type { Place, PlacedUid, PlaceList } from './place-list';

/** Text that was cut, with the passages that lay wholly in it; their offsets count in `text`. */
export interface CutText {
  readonly text: string;
  readonly passages: readonly PlacedUid[];
}

/** What an edit cut out; null when no passage went with it. */
export function cutOut(places: PlaceList, before: string, changes: readonly TextChange[]): CutText | null {
  for (const { start, end } of changes) {
    const passages = places.between(start, end).filter((one) => one.start >= start && one.end <= end);
    if (passages.length === 0) continue;
    // Cutting whole blocks takes a border along, which pasting need not bring back.
    const lead = /^\n*/.exec(before.slice(start, end))?.[0].length ?? 0;
    const text = before.slice(start + lead, end).replace(/\n+$/, '');
    const from = start + lead;
    return { text, passages: passages.map((one) => ({ ...one, start: one.start - from, end: one.end - from })) };
  }
  return null;
}

/**
 * Where passages that were cut stand in pasted text, those that are still nowhere. Empty when
 * it is other text that was pasted.
 *
 * @param places As they are after the paste.
 */
export function putBack(
  cut: CutText,
  places: PlaceList,
  changes: readonly TextChange[],
): ReadonlyMap<AnnotationUid, NonNullable<Place>> {
  const put = new Map<AnnotationUid, NonNullable<Place>>();
  const waiting = cut.passages.filter(({ uid }) => places.get(uid) === null);
  let moved = 0;
  for (const { start, end, inserted } of changes) {
    const from = start + moved;
    moved += inserted.length - (end - start);
    const at = inserted.indexOf(cut.text);
    for (const one of waiting) {
      const exact = cut.text.slice(one.start, one.end);
      const place = at < 0 ? onlyPlaceOf(exact, inserted) : at + one.start;
      if (place >= 0) put.set(one.uid, { start: from + place, end: from + place + exact.length });
    }
  }
  return put;
}

/** Where a passage stands in text pasted in another shape (a table as lines); -1 unless it does exactly once. */
function onlyPlaceOf(exact: string, inserted: string): number {
  const first = inserted.indexOf(exact);
  return first === inserted.lastIndexOf(exact) ? first : -1;
}
