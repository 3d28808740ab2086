import { mapRange, type TextChange } from '@shared/anchors/map';
import { type AnnotationUid, annotationUid } from '@shared/model/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlacedUid, PlaceList } from './place-list';

const uidOf = (number: number): AnnotationUid =>
  annotationUid(`0192f0aa-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);

const length = 400;
const arbitraryPlaces = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 60 })), { maxLength: 500 })
  .map((ranges) =>
    ranges.map(([start, size], number) => ({ uid: uidOf(number), start, end: Math.min(length, start + size) })),
  );
/** Replacements in order and apart. */
const arbitraryChanges: fc.Arbitrary<readonly TextChange[]> = fc
  .uniqueArray(fc.nat(length), { minLength: 0, maxLength: 12 })
  .chain((offsets) => {
    const sorted = offsets.sort((a, b) => a - b);
    const pairs = sorted.flatMap((start, index) => {
      const end = sorted[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    });
    return fc
      .array(fc.constantFrom('', 'x', 'long insertion'), { minLength: pairs.length, maxLength: pairs.length })
      .map((texts) => pairs.map((pair, index) => ({ ...pair, inserted: texts[index] ?? '' })));
  });

/** Every passage through every change, one by one, from the last change to the first. */
function slowly(places: readonly PlacedUid[], changes: readonly TextChange[]) {
  return new Map(
    places.map(({ uid, start, end }) => [
      uid,
      changes.reduceRight<{ start: number; end: number } | null>(
        (place, change) => place && mapRange(place.start, place.end, change),
        { start, end },
      ),
    ]),
  );
}

describe('a list of places', () => {
  test('carries 500 passages through changes as each would be alone', () => {
    fc.assert(
      fc.property(arbitraryPlaces, fc.array(arbitraryChanges, { minLength: 1, maxLength: 3 }), (places, edits) => {
        let list = PlaceList.of(places);
        let model = places;
        for (const changes of edits) {
          const expected = slowly(model, changes);
          list = list.carry(changes);
          for (const { uid } of model) expect(list.get(uid)).toEqual(expected.get(uid));
          model = model.flatMap(({ uid }) => {
            const place = expected.get(uid);
            return place ? [{ uid, ...place }] : [];
          });
        }
        const order = list.all();
        expect(order).toEqual([...order].sort((a, b) => a.start - b.start || b.end - a.end));
      }),
      { numRuns: 60 },
    );
  });

  test('finds the passages between two offsets, and no lost one', () => {
    fc.assert(
      fc.property(arbitraryPlaces, arbitraryChanges, fc.nat(length), fc.nat(80), (places, changes, start, size) => {
        const list = PlaceList.of(places).carry(changes);
        const expected = list
          .all()
          .filter((one) => one.start < one.end && one.start < start + size && one.end > start)
          .map(({ uid }) => uid);
        expect(list.between(start, start + size).map(({ uid }) => uid)).toEqual(expected);
      }),
    );
  });

  test('keeps its order’s array while an edit only moves passages', () => {
    const list = PlaceList.of([
      { uid: uidOf(1), start: 0, end: 5 },
      { uid: uidOf(2), start: 10, end: 15 },
    ]);
    expect(list.carry([{ start: 7, end: 7, inserted: 'abc' }]).order).toBe(list.order);
  });
});
