/** SQLite's errors as failures a researcher can act on. Anything else is a bug and passes through. */

import { type ErrorCode, Failure } from '@shared/outcome/outcome';
import Database from 'better-sqlite3';

const sentences = {
  'archive/disk-full':
    'The disk is full, so nothing was written. Free some space and try again; what was saved before is safe.',
  'archive/read-only':
    'The archive can’t be written: the file or its folder is read-only. Change that, or copy it to a folder of your own.',
  'archive/damaged':
    'The archive is damaged. Keep the file and its “-wal” beside it as they are, and restore a backup.',
  'archive/locked': 'Another program is writing to the archive. Close it, or wait a moment, and try again.',
  'archive/cannot-open':
    'The archive can’t be read or written. Check that the disk is connected and that you may open the file.',
} as const satisfies Partial<Record<ErrorCode, string>>;

function codeOf(sqliteCode: string): keyof typeof sentences | null {
  // The log's index can't be enlarged either when the disk is full; SQLite calls that an I/O error.
  if (sqliteCode === 'SQLITE_FULL' || sqliteCode === 'SQLITE_IOERR_SHMSIZE') return 'archive/disk-full';
  if (sqliteCode.startsWith('SQLITE_READONLY')) return 'archive/read-only';
  if (sqliteCode.startsWith('SQLITE_CORRUPT') || sqliteCode === 'SQLITE_NOTADB') return 'archive/damaged';
  if (sqliteCode.startsWith('SQLITE_BUSY') || sqliteCode.startsWith('SQLITE_LOCKED')) return 'archive/locked';
  if (/^SQLITE_(CANTOPEN|IOERR|PERM|AUTH|PROTOCOL)/.test(sqliteCode)) return 'archive/cannot-open';
  return null;
}

/** Whether something failed because nothing can be written at the moment, while reading still can go on. */
export function cannotWriteNow(error: unknown): boolean {
  const code = codeOf(sqliteErrorIn(error)?.code ?? '');
  return code === 'archive/disk-full' || code === 'archive/read-only' || code === 'archive/locked';
}

/**
 * Runs something that touches SQLite.
 * @throws Failure for what a person can meet (disk full, locked, damaged …); any other error as it is.
 */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const sqlite = sqliteErrorIn(error);
    const code = sqlite === null ? null : codeOf(sqlite.code);
    if (sqlite === null || code === null) throw error;
    throw new Failure(code, sentences[code], { path, sqlite: sqlite.code }, { cause: error });
  }
}

function sqliteErrorIn(error: unknown): InstanceType<typeof Database.SqliteError> | null {
  if (error instanceof Database.SqliteError) return error;
  return error instanceof Error && error.cause instanceof Database.SqliteError ? error.cause : null;
}
