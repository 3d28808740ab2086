import { expect, test } from 'vitest';
import { whyHitsMayBeMissing } from './why-hits-may-be-missing';

const job = (kind: 'import' | 'index' | 'backup', done: number, total: number) => ({ kind, done, total });

test('nothing is said of a whole index and of other work', () => {
  expect(whyHitsMayBeMissing([job('backup', 1, 2)], false)).toEqual([]);
});

test('an index being made says how far it is, and not that it is incomplete', () => {
  expect(whyHitsMayBeMissing([job('index', 250, 1000)], true)).toEqual([{ why: 'indexing', share: 0.25 }]);
  expect(whyHitsMayBeMissing([job('index', 0, 0)], true)).toEqual([{ why: 'indexing', share: 0 }]);
  expect(whyHitsMayBeMissing([job('index', 1001, 1000)], true)).toEqual([{ why: 'indexing', share: 1 }]);
});

test('an index left half made is said to be while nothing mends it', () => {
  expect(whyHitsMayBeMissing([], true)).toEqual([{ why: 'incomplete' }]);
});

test('imports are counted together, once all know how many', () => {
  expect(whyHitsMayBeMissing([job('import', 3, 40), job('import', 1, 2)], false)).toEqual([
    { why: 'importing', done: 4, total: 42 },
  ]);
  expect(whyHitsMayBeMissing([job('import', 3, 40), job('import', 0, 0)], true)).toEqual([
    { why: 'incomplete' },
    { why: 'importing', done: 3, total: 0 },
  ]);
});
