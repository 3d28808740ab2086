/** Runs one row with folders of its own, and tidies up after it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './random';
import { NotHere, type Row, type RowResult } from './row';

/** The seed of this run: the one given in the environment, else a fixed one. */
export const seed = Number(process.env.POSTIL_FAULTS_SEED ?? 20_260);

export async function runRow(row: Row, times: number, childFile: string): Promise<RowResult> {
  const undo: (() => void)[] = [];
  const atEnd = (step: () => void): void => void undo.push(step);
  const folderIn = (place: string): string => {
    const made = mkdtempSync(join(place, `postil-fault-${row.id}-`));
    atEnd(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  const folder = (): string => folderIn(tmpdir());
  const quickFolder = (): string => folderIn(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
  try {
    return await row.run(times, { folder, quickFolder, random: seeded(seed), childFile, atEnd });
  } catch (error) {
    const { id, name } = row;
    const none = { id, name, runs: 0, lost: 0, half: 0 };
    if (error instanceof NotHere) return { ...none, result: 'skipped', note: error.message };
    return { ...none, result: 'failed', note: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    for (const step of undo.reverse()) step();
  }
}
