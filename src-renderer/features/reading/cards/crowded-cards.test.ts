import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackCards } from '../stack-cards';
import { compactHeightPx, crowdedCards } from './crowded-cards';

const item = (id: string, wantedTop: number, height = 80) => ({ id, wantedTop, height });

describe('crowded cards', () => {
  test('those with room stay whole', () => {
    expect([...crowdedCards([item('a', 0), item('b', 100), item('c', 150)], 10)]).toEqual([]);
  });

  test('a run that would stray far from its passages is folded, its neighbours are not', () => {
    const items = [item('a', 0), item('b', 400), item('c', 410), item('d', 420), item('e', 430), item('f', 2000)];
    expect([...crowdedCards(items, 10)]).toEqual(['b', 'c', 'd', 'e']);
  });

  test('folded cards never overlap, whatever the passages', () => {
    const gap = 10;
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 40 }), (tops) => {
        const items = [...tops].sort((a, b) => a - b).map((top, index) => item(`${index}`, top));
        const crowded = crowdedCards(items, gap);
        const shown = items.map((one) => ({ ...one, height: crowded.has(one.id) ? compactHeightPx : one.height }));
        const placed = stackCards(shown, gap, null);
        shown.reduce((bottom, { id, height }) => {
          const top = placed.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(bottom);
          return top + height + gap;
        }, Number.NEGATIVE_INFINITY);
      }),
    );
  });
});
