/** The short pass over every row that needs no window: the same faults as the long run, fewer times. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildChild } from './build';
import { rows } from './registry';
import { lineOf } from './row';
import { runRow } from './run-row';

let childFile = '';
beforeAll(async () => {
  childFile = await buildChild(`faults-short-${process.pid}`);
}, 120_000);
afterAll(() => rmSync(dirname(childFile), { recursive: true, force: true }));

test.for(rows.filter(({ times }) => times.short > 0))('$id $name', { timeout: 240_000 }, async (row, { skip }) => {
  const result = await runRow(row, row.times.short, childFile);
  if (result.result === 'skipped') skip(result.note);
  expect(lineOf(result)).toContain(' 0 lost, 0 half, passed');
});
