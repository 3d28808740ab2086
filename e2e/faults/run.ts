/**
 * The long run of the rows that need no window. Arguments choose rows by id, or, after `--except`, leave them out;
 * each prints its line when it is over.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildChild } from './build';
import { rows } from './registry';
import { lineOf } from './row';
import { runRow, seed } from './run-row';

const [first, ...others] = process.argv.slice(2);
const isWanted = (id: string): boolean =>
  first === undefined || (first === '--except' ? !others.includes(id) : [first, ...others].includes(id));
const childFile = await buildChild(`faults-child-${process.pid}`);
let failed = 0;
console.log(`seed ${seed}`);
for (const row of rows.filter((one) => isWanted(one.id))) {
  const started = performance.now();
  const result = await runRow(row, Number(process.env.POSTIL_FAULTS_TIMES ?? row.times.long), childFile);
  if (result.result === 'failed') failed++;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${lineOf(result)} [${seconds} s]`);
  const report = process.env.POSTIL_FAULTS_REPORT;
  if (report !== undefined) appendFileSync(report, `${JSON.stringify({ ...result, seconds })}\n`);
}
rmSync(dirname(childFile), { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
