/**
 * One app holds an archive at a time. The lock is SQLite's own, on an empty file beside the
 * archive, so the system takes it away from a process that dies; the command line, which
 * writes in short transactions beside the app, does not take it.
 */
import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
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
  refuseReadOnlyFolder(file);
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

/** SQLite says of a file it can't make only that it can't open it. */
function refuseReadOnlyFolder(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Anything else SQLite tells of, or the look at the archive's own bytes.
    if (code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') return;
    throw new Failure(
      'archive/read-only',
      'The archive can’t be written: its folder is read-only or not yours. Change that, or copy it to a folder of your own.',
      { path: file },
      { cause: error },
    );
  }
}
