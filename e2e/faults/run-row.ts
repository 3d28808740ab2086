/** Runs one row with folders of its own, and tidies up after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './random';
import { NotHere, type Row, type RowResult } from './row';

/** The seed of this run: the one given in the environment, else a fixed one. */
export const seed = Number(process.env.POSTIL_FAULTS_SEED ?? 20_260);

export async function runRow(row: Row, times: number, childFile: string): Promise<RowResult> {
  const undo: (() => void)[] = [];
  const atEnd = (step: () => void): void => void undo.push(step);
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), `postil-fault-${row.id.replaceAll(/\W/g, '')}-`));
    atEnd(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  try {
    return await row.run(times, { folder, random: seeded(seed), childFile, atEnd });
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    const { id, name } = row;
    return { id, name, runs: 0, lost: 0, half: 0, result: 'skipped', note: error.message };
  } finally {
    for (const step of undo.reverse()) step();
  }
}
