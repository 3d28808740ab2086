/**
 * Copies of an archive: made through its own connection (another one would wait forever
 * while this one writes), proven by their content, and named only once they are whole.
 */
import { rmSync, statSync } from 'node:fs';
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import { Failure } from '@shared/outcome/outcome';
import type Database from 'better-sqlite3';
import { type Connection, connect } from './connect';
import { factsOf, sameFacts } from './facts';
import { guarded } from './failures';
import { publishFile } from './publish-file';

/** Pages copied before others get their turn: 4 MB, about 10 ms. */
const pagesAtOnce = 1000;
/** Another process may write between the last page and the count; then it is all copied again. */
const attempts = 3;

export interface BackupOptions {
  readonly signal?: AbortSignal;
  /** Pages copied of all pages. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A copy that was made and proven. */
export interface Backup extends ArchiveFacts {
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * Copies the archive behind `db` to `path`, where nothing appears until the copy was
 * opened, checked and counted like its source.
 *
 * @throws Failure `backup/cancelled`, `backup/not-proven`, `archive/disk-full`, `archive/read-only`, `archive/cannot-open`
 */
export async function backUp(db: Connection, path: string, options: BackupOptions = {}): Promise<Backup> {
  const unfinished = `${path}.part`;
  removeUnfinished(unfinished);
  try {
    for (let attempt = 1; ; attempt++) {
      await copy(db, unfinished, options);
      // In the same turn as the last page: nothing of this process can have written since.
      const source = factsOf(db);
      const made = guarded(unfinished, () => prove(unfinished));
      if (sameFacts(source, made)) {
        publishFile(unfinished, path);
        return { ...made, path, sizeBytes: statSync(path).size };
      }
      if (attempt === attempts) throw notProven(path, 'it does not hold what the archive holds');
    }
  } finally {
    removeUnfinished(unfinished);
  }
}

async function copy(db: Connection, unfinished: string, { signal, onProgress }: BackupOptions): Promise<void> {
  const progress = ({ totalPages, remainingPages }: Database.BackupMetadata): number => {
    if (signal?.aborted) throw new Failure('backup/cancelled', 'The backup was stopped. Nothing was written.');
    onProgress?.(totalPages - remainingPages, totalPages);
    return pagesAtOnce;
  };
  try {
    await db.backup(unfinished, { progress });
  } catch (error) {
    throw asFailure(unfinished, error);
  }
}

function asFailure(path: string, error: unknown): unknown {
  try {
    return guarded(path, () => {
      throw error;
    });
  } catch (mapped) {
    return mapped;
  }
}

/** Opens a copy, takes it out of WAL mode (so it is one file) and checks its structure. */
function prove(path: string): ArchiveFacts {
  const copied = connect(path, { create: false, journal: 'delete' });
  try {
    const answer = copied.pragma('quick_check(1)', { simple: true });
    if (answer !== 'ok') throw notProven(path, String(answer));
    return factsOf(copied);
  } finally {
    copied.close();
  }
}

const notProven = (path: string, reason: string): Failure =>
  new Failure('backup/not-proven', `The backup was made but could not be proven, so it was not kept: ${reason}.`, {
    path,
    reason,
  });

function removeUnfinished(unfinished: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
}
