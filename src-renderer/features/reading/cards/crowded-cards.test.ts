import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackCards } from '../stack-cards';
import { compactGapPx, compactHeightPx, crowdedCards, farPx } from './crowded-cards';

const item = (id: string, wantedTop: number, says = false, height = 80) => ({ id, wantedTop, height, says });
const gap = 10;

describe('crowded cards', () => {
  test('those with room stay whole', () => {
    expect([...crowdedCards([item('a', 0), item('b', 100), item('c', 150)], gap)]).toEqual([]);
  });

  test('only as many fold as it takes to keep the others near their passages', () => {
    const items = [item('a', 0), item('b', 400), item('c', 410), item('d', 420), item('e', 430), item('f', 2000)];
    expect([...crowdedCards(items, gap)]).toEqual(['d']);
  });

  test('those that only repeat their passage fold before those that say something', () => {
    const items = [item('a', 400), item('b', 410), item('c', 420, true), item('d', 430, true)];
    expect([...crowdedCards(items, gap)]).toEqual(['b']);
  });

  test('where not even lines have room all fold', () => {
    const items = Array.from({ length: 60 }, (_, index) => item(`${index}`, index * 20));
    expect(crowdedCards(items, gap).size).toBe(60);
  });

  const arbitraryItems = fc
    .array(fc.tuple(fc.nat(2000), fc.boolean()), { maxLength: 40 })
    .map((given) => [...given].sort(([a], [b]) => a - b).map(([top, says], index) => item(`${index}`, top, says)));
  const shownAs = (items: readonly ReturnType<typeof item>[], folded: ReadonlySet<string>) =>
    items.map((one) => ({
      ...one,
      height: folded.has(one.id) ? compactHeightPx + compactGapPx - gap : one.height,
    }));

  test('folded cards never overlap, whatever the passages', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        const crowded = crowdedCards(items, gap);
        const placed = stackCards(shownAs(items, crowded), gap, null);
        items.reduce((bottom, { id, height }) => {
          const top = placed.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(bottom);
          return top + (crowded.has(id) ? compactHeightPx : height);
        }, Number.NEGATIVE_INFINITY);
      }),
    );
  });

  test('a card still stands far from its passage only below cards that are all folded', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        const crowded = crowdedCards(items, gap);
        const placed = stackCards(shownAs(items, crowded), gap, null);
        for (const [index, { id, wantedTop }] of items.entries()) {
          if ((placed.get(id) ?? 0) - wantedTop <= farPx) continue;
          const above = items[index - 1];
          expect(crowded.has(id) && above !== undefined && crowded.has(above.id)).toBe(true);
        }
      }),
    );
  });
});
