import { expect, test } from 'vitest';
import { hitOf } from './use-hit-steps';

const hits = [10, 20, 30].map((start) => ({ start, end: start + 5 }));

test('a target leads to the hit at its place, or the one after it', () => {
  expect([10, 12, 16, 30].map((start) => hitOf(hits, { place: { start, end: start } }))).toEqual([0, 0, 1, 2]);
});

test('without a place to the first, from the end to the last', () => {
  expect([hitOf(hits, undefined), hitOf(hits, {}), hitOf(hits, { fromEnd: true })]).toEqual([0, 0, 2]);
});

test('past all hits to the last, and nowhere without any', () => {
  expect([hitOf(hits, { place: { start: 90, end: 91 } }), hitOf([], undefined)]).toEqual([2, -1]);
});
