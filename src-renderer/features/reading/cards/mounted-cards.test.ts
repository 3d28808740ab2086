import { expect, test } from 'vitest';
import { mountedOf } from './mounted-cards';

/** Cards by their distance from what is seen. */
const distanceOf = (id: number): number => Math.max(0, Math.abs(id) - 2);

test('what is seen is built at once, and what is there stays', () => {
  const mounted = mountedOf([-9, -2, -1, 0, 1, 2, 9], new Set([9]), distanceOf, 0);
  expect([...mounted].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 9]);
});

test('of the others the nearest come first, a few at a time, until all are there', () => {
  const wanted = [-5, -4, -3, 0, 3, 4, 5];
  const first = mountedOf(wanted, new Set(), distanceOf, 2);
  expect([...first].sort((a, b) => a - b)).toEqual([-3, 0, 3]);
  const second = mountedOf(wanted, first, distanceOf, 2);
  expect([...second].sort((a, b) => a - b)).toEqual([-4, -3, 0, 3, 4]);
  expect(mountedOf(wanted, second, distanceOf, 2)).toEqual(new Set(wanted));
});

test('what is no longer wanted is gone', () => {
  expect([...mountedOf([0], new Set([0, 7]), distanceOf, 2)]).toEqual([0]);
});
