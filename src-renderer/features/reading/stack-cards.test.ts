import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackCards, stackInView } from './stack-cards';

const item = (id: string, wantedTop: number, height = 50) => ({ id, wantedTop, height });

describe('margin cards', () => {
  test('stand beside their passages when there is room', () => {
    expect([...stackCards([item('a', 10), item('b', 100)], 10, null)]).toEqual([
      ['a', 10],
      ['b', 100],
    ]);
  });

  test('move down when passages are close', () => {
    expect([...stackCards([item('a', 10), item('b', 20)], 10, null)]).toEqual([
      ['a', 10],
      ['b', 70],
    ]);
  });

  test('make room for the active one, upwards and downwards', () => {
    const tops = stackCards([item('a', 190), item('b', 200), item('c', 205)], 10, 'b');
    expect(tops.get('b')).toBe(200);
    expect(tops.get('a')).toBe(140);
    expect(tops.get('c')).toBe(260);
  });

  test('never leave the page upwards', () => {
    const tops = stackCards([item('a', 5), item('b', 10)], 10, 'b');
    expect(tops.get('a')).toBe(5);
    expect(tops.get('b')).toBe(65);
  });

  test('of a crowd stand beside the first passage in view, unless one in view is active', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => item(`card-${index}`, index * 10));
    const view = { top: 200, height: 300, crowded: true };
    expect(stackInView(crowd, 10, null, view).get('card-20')).toBe(200);
    expect(stackInView(crowd, 10, 'card-30', view).get('card-30')).toBe(300);
    expect(stackInView(crowd, 10, null, { ...view, crowded: false })).toEqual(stackCards(crowd, 10, null));
  });

  test('never overlap, keep their order, and are all placed', () => {
    const items = fc
      .array(fc.record({ wantedTop: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 20, max: 200 }) }), {
        maxLength: 12,
      })
      .map((list) =>
        list.sort((a, b) => a.wantedTop - b.wantedTop).map((one, index) => ({ ...one, id: String(index) })),
      );
    fc.assert(
      fc.property(items, fc.option(fc.nat(12).map(String)), (list, active) => {
        const tops = stackCards(list, 8, active);
        expect(tops.size).toBe(list.length);
        for (const [index, one] of list.entries()) {
          const after = list[index + 1];
          if (after !== undefined)
            expect(tops.get(after.id)).toBeGreaterThanOrEqual((tops.get(one.id) ?? 0) + one.height + 8);
        }
      }),
    );
  });
});
