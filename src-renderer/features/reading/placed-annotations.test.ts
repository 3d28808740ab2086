import { PlaceList } from '@renderer/editor/place-list';
import { describe as describePassage } from '@shared/anchors/describe';
import type { Annotation } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationsAt, nextOf, PlaceOrder, sortByPlace } from './placed-annotations';

const uidOf = (name: string) => annotationUid(`0192f0aa-0000-7000-8000-00000000000${name}`);
const text = 'abcdefghijklmnopqrstuvwxyz';
const annotation = (name: string, start: number, end: number, kind: Annotation['kind'] = 'claim'): Annotation => ({
  uid: uidOf(name),
  document: documentUid(uidOf('f')),
  kind,
  selector: describePassage(text, start, end),
  orphaned: false,
  comment: '',
  labels: [],
  fields: {},
  createdAtMs: 0,
  updatedAtMs: 0,
});
const long = annotation('1', 2, 20);
const short = annotation('2', 5, 8, 'source');
const gone = annotation('3', 1, 2);
const places = PlaceList.of([
  { uid: long.uid, start: 2, end: 20 },
  { uid: short.uid, start: 5, end: 8 },
  { uid: gone.uid, start: 1, end: 1 },
]);
const { placed, orphans } = sortByPlace([gone, short, long], places);

describe('annotations in a text', () => {
  test('are in order of place, the lost ones apart', () => {
    expect(placed.list.map((one) => one.annotation.uid)).toEqual([long.uid, short.uid]);
    expect(orphans).toEqual([gone]);
  });

  test('a click means the most specific one first, then the others in turn', () => {
    const candidates = annotationsAt(placed, 6);
    expect(nextOf(candidates, null)?.annotation).toBe(short);
    expect(nextOf(candidates, short.uid)?.annotation).toBe(long);
    expect(nextOf(candidates, long.uid)?.annotation).toBe(short);
    expect(nextOf(annotationsAt(placed, 25), null)).toBeNull();
  });
});

describe('annotations sorted one act after the other', () => {
  const numbered = (number: number) => annotationUid(`0192f0aa-0000-7000-8000-${String(number).padStart(12, '0')}`);
  const ranged = (number: number, start: number, end: number, orphaned: boolean, comment: string): Annotation => ({
    ...annotation('1', 0, 1),
    uid: numbered(number),
    selector: { ...long.selector, start, end },
    orphaned,
    comment,
  });
  const arbitraryAct = fc.record({
    number: fc.nat(400),
    start: fc.nat(300),
    length: fc.nat(12),
    does: fc.constantFrom('add', 'add', 'comment', 'delete', 'place', 'orphan', 'type', 'nothing'),
  });

  test('are those sorted all at once, and each is found', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 80 }), (acts) => {
        let annotations: readonly Annotation[] = Array.from({ length: 200 }, (_, number) =>
          ranged(number, number, number + 6, false, ''),
        );
        let places = PlaceList.of(annotations.map(({ uid, selector: { start, end } }) => ({ uid, start, end })));
        const order = new PlaceOrder();
        for (const { number, start, length, does } of acts) {
          const uid = numbered(number);
          const others = annotations.filter((one) => one.uid !== uid);
          const known = annotations.length > others.length;
          if (does === 'delete') annotations = others;
          if (does === 'comment' && known)
            annotations = annotations.map((one) => (one.uid === uid ? { ...one, comment: `${one.comment}!` } : one));
          if (does === 'add' || does === 'orphan') {
            const one = ranged(number, start, start + length, does === 'orphan', '');
            annotations = [...others, one].toSorted((a, b) => a.selector.start - b.selector.start);
          }
          if (does === 'add' || does === 'place')
            places = places.with(new Map([[uid, { start, end: start + length }]]));
          if (does === 'type') places = places.carry([{ start, end: start + length, inserted: 'ab' }]);
          const quickly = order.sorted(annotations, places);
          const slowly = sortByPlace(annotations, places);
          expect(quickly.placed.list).toEqual(slowly.placed.list);
          expect(quickly.orphans).toEqual(slowly.orphans);
          for (const [index, one] of quickly.placed.list.entries())
            expect(quickly.placed.indexOf(one.annotation.uid)).toBe(index);
          expect(quickly.placed.find(numbered(999))).toBeUndefined();
          expect(
            annotationsAt(quickly.placed, start)
              .map((one) => one.annotation.uid)
              .toSorted(),
          ).toEqual(
            slowly.placed.list
              .filter(({ place }) => place.start <= start && start <= place.end)
              .map((one) => one.annotation.uid)
              .toSorted(),
          );
          expect(order.sorted(annotations, places)).toBe(quickly);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a few that leave a filter the others keep their order', () => {
    const kept = placed.where(({ kind }) => kind === 'source');
    expect(kept.list.map((one) => one.annotation)).toEqual([short]);
    expect([kept.indexOf(short.uid), kept.indexOf(long.uid)]).toEqual([0, -1]);
  });
});
