import { expect, test } from 'vitest';
import { wayIntoSight } from './use-row-in-sight';

const list = { top: 100, bottom: 500 };

test.each([
  ['in sight', { top: 100, bottom: 200 }, 0],
  ['at the lower edge', { top: 400, bottom: 500 }, 0],
  ['above', { top: -50, bottom: 50 }, -150],
  ['cut off above', { top: 90, bottom: 190 }, -10],
  ['cut off below', { top: 450, bottom: 530 }, 30],
  ['far below', { top: 9000, bottom: 9100 }, 8600],
  ['taller than the list, below', { top: 600, bottom: 1200 }, 500],
  ['taller than the list, its end in sight', { top: -200, bottom: 400 }, -300],
])('a row %s', (_, row, way) => {
  expect(wayIntoSight(row, list)).toBe(way);
});
