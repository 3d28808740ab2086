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

  test('tells passages that did not just go along with the text around a change, and few others', () => {
    const places = fc.array(fc.tuple(fc.nat(19_900), fc.integer({ min: 1, max: 60 })), {
      minLength: 300,
      maxLength: 500,
    });
    const part = fc.tuple(fc.nat(20_000), fc.nat(300), fc.nat(40)).map(([start, size, inserted]) => {
      const end = Math.min(20_000, start + size);
      return { start, end, by: inserted - (end - start), change: { start, end, inserted: 'x'.repeat(inserted) } };
    });
    const moves = fc.array(fc.tuple(fc.nat(299), fc.nat(19_000)), { maxLength: 3 });
    fc.assert(
      fc.property(places, part, moves, ({ length, ...given }, { change, ...edit }, elsewhere) => {
        const before = PlaceList.of(
          Array.from({ length }, (_, number) => {
            const [start, size] = given[number] ?? [0, 1];
            return { uid: uidOf(number), start, end: Math.min(20_000, start + size + 1) };
          }),
        );
        const moved = new Map(elsewhere.map(([number, start]) => [uidOf(number), { start, end: start + 5 }]));
        const carried = before.carry([change]);
        const now = moved.size === 0 ? carried : carried.with(moved);
        const told = now.notAlongWith(before, edit);
        for (const place of told) expect(now.point(place.uid)).toEqual({ start: place.start, end: place.end });
        const named = new Set(told.map(({ uid }) => uid));
        for (const { uid, start, end } of now.all()) {
          const there = before.point(uid);
          if (there === undefined) throw new Error('all were there before');
          const by = there.start >= edit.end ? edit.by : 0;
          if (!named.has(uid)) expect({ start, end }).toEqual({ start: there.start + by, end: there.end + by });
          else if (!moved.has(uid)) expect(there.end > edit.start - 100 && there.start < edit.end + 100).toBe(true);
        }
        // A chunk that moved by another number than the text did not go along.
        const shifted = before.carry([{ start: 0, end: 0, inserted: 'abc' }]);
        expect(shifted.notAlongWith(before, { start: 10_000, end: 10_000, by: 3 }).length).toBeGreaterThan(
          before.between(0, 9000).length - 1,
        );
        const unmoved = before.notAlongWith(before, { start: 0, end: 0, by: 3 });
        expect(unmoved.length).toBe(length);
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

  test('takes passages in one by one as a list made of all at once has them, and leaves the lists before as they were', () => {
    const arbitraryMore = fc.array(
      fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 3 }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(arbitraryPlaces, arbitraryMore, arbitraryChanges, fc.nat(), (places, more, changes, pick) => {
        let list = PlaceList.of(places);
        let model: readonly PlacedUid[] = list.all();
        let next = 1000;
        const earlier: [PlaceList, readonly PlacedUid[]][] = [];
        for (const [turn, ranges] of more.entries()) {
          earlier.push([list, model]);
          if (turn === 5) {
            list = list.carry(changes);
            model = list.all();
          }
          // Now and then from a list of before: its passages come in elsewhere there.
          const back = turn % 7 === 6 ? earlier[pick % earlier.length] : undefined;
          if (back !== undefined) {
            [list, model] = back;
            next = 1000 + (pick % 5);
          }
          const added = ranges
            .map(([start, size]) => ({ uid: uidOf(next++), start, end: start + size }))
            .filter(({ uid }) => list.point(uid) === undefined);
          const before = list;
          list = list.with(new Map(added.map(({ uid, start, end }) => [uid, { start, end }])));
          model = [...model, ...added];
          expect(new Set(list.differingFrom(before))).toEqual(new Set(added.map(({ uid }) => uid)));
        }
        earlier.push([list, model]);
        for (const [one, all] of earlier) {
          const asOne = new Map(all.map(({ uid, start, end }) => [uid, { start, end }]));
          for (const { uid, ...place } of one.all()) {
            expect(one.point(uid)).toEqual(place);
            expect(asOne.get(uid)).toEqual(place);
          }
          expect(one.all().map(({ start, end }) => ({ start, end }))).toEqual(
            PlaceList.of(all)
              .all()
              .map(({ start, end }) => ({ start, end })),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a passage placed anew lies there, and one that is not there lies nowhere', () => {
    const list = PlaceList.of([
      { uid: uidOf(1), start: 0, end: 5 },
      { uid: uidOf(2), start: 10, end: 15 },
    ]);
    const moved = list.with(new Map([[uidOf(1), { start: 20, end: 25 }]]));
    expect(moved.all().map(({ uid }) => uid)).toEqual([uidOf(2), uidOf(1)]);
    expect(moved.differingFrom(list)).toEqual([uidOf(1)]);
    expect(list.get(uidOf(1))).toEqual({ start: 0, end: 5 });
    expect(moved.get(uidOf(3))).toBeUndefined();
  });
});
