/** What a row in the app came to: printed, and kept for the table of the long run. */
import { appendFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { lineOf, type RowResult } from './row';

/** Whether this is the long run. */
export const isLong = process.env.POSTIL_FAULTS_LONG === '1';

/** How often: as given in the environment, else by the length of the run. */
export function timesOf(times: { readonly long: number; readonly short: number }): number {
  return isLong ? Number(process.env.POSTIL_FAULTS_TIMES ?? times.long) : times.short;
}

/** Prints a row's line, keeps it for the table, and fails the journey unless the row passed. */
export function report(result: RowResult): void {
  console.log(lineOf(result));
  const file = process.env.POSTIL_FAULTS_REPORT;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(result)}\n`);
  expect(lineOf(result)).toContain(' 0 lost, 0 half, passed');
}
