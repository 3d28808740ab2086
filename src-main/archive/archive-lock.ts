/**
 * One app holds an archive at a time. The lock is SQLite's own, on an empty file beside the
 * archive, so the system takes it away from a process that dies; the command line, which
 * writes in short transactions beside the app, does not take it.
 */
import { resolve } from 'node:path';
import { Failure } from '@shared/outcome/outcome';
import Database from 'better-sqlite3';
import { guarded } from './failures';

export interface ArchiveLock {
  readonly release: () => void;
}

/**
 * Takes the lock of the archive at `path`, or says that another app has it.
 * @throws Failure `archive/held`, `archive/read-only`, `archive/cannot-open`
 */
export function lockArchive(path: string): ArchiveLock {
  const file = `${resolve(path)}.lock`;
  return guarded(file, () => {
    const db = new Database(file);
    try {
      db.pragma('busy_timeout = 0');
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
        throw new Failure(
          'archive/held',
          'Another Postil has this archive open. Go to its window, or close it and try again.',
          { path },
        );
      }
      throw error;
    }
    // The empty file stays: deleting it could take it from under a process that is just locking it.
    return { release: () => void db.close() };
  });
}
