/**
 * A look at the bytes of a file before SQLite sees it: opening an empty file beside a
 * full `-wal` would delete the `-wal`, the only copy of the data. Reads, never writes,
 * and must not run while this process has the file open (closing a descriptor drops
 * SQLite's POSIX locks).
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Failure } from '@shared/outcome/outcome';
import { applicationId } from './application-id';

export interface Preflight {
  /** Schema version in the file's header; the `-wal` may know a newer one. */
  readonly schemaVersion: number;
  readonly sizeBytes: number;
  /** True when the last close was unclean, or another process has the archive open. */
  readonly hasWal: boolean;
}

const headerLength = 100;
const magic = 'SQLite format 3\u0000';

/** Size of a file in bytes, or null when there is none. */
export function sizeOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : stats.size;
}

/**
 * Checks that a file can be an archive this program may open.
 * @throws Failure `archive/not-found`, `not-an-archive`, `from-future`, `damaged`, `cannot-open`; the file is untouched.
 */
export function preflight(path: string, newestSchema: number): Preflight {
  const sizeBytes = attempt(path, () => sizeOf(path));
  const hasWal = (sizeOf(`${path}-wal`) ?? 0) > 0;
  if (sizeBytes === null || sizeBytes === 0) return refuseEmpty(path, sizeBytes, hasWal);
  const header = attempt(path, () => readHeader(path));
  if (
    header.length < headerLength ||
    header.toString('latin1', 0, 16) !== magic ||
    header.readUInt32BE(68) !== applicationId
  ) {
    throw new Failure('archive/not-an-archive', 'This file is not a Postil archive. Nothing in it was changed.', {
      path,
    });
  }
  const schemaVersion = header.readUInt32BE(60);
  refuseFuture(path, schemaVersion, newestSchema);
  if (!hasWal && !isWhole(header, sizeBytes)) {
    throw new Failure(
      'archive/damaged',
      'The archive has been cut short. Leave the file as it is and restore a backup.',
      { path, why: 'cut-short' },
    );
  }
  return { schemaVersion, sizeBytes, hasWal };
}

/**
 * Refuses a schema this program does not know.
 * @throws Failure `archive/from-future`
 */
export function refuseFuture(path: string, schemaVersion: number, newestSchema: number): void {
  if (schemaVersion <= newestSchema) return;
  throw new Failure(
    'archive/from-future',
    `This archive was written by a newer Postil (schema ${schemaVersion}; this one knows ${newestSchema}). Update Postil to open it; nothing was changed.`,
    { path, schemaVersion, newestSchema },
  );
}

function refuseEmpty(path: string, sizeBytes: number | null, hasWal: boolean): never {
  if (hasWal) {
    throw new Failure(
      'archive/damaged',
      'The archive is empty, but its “-wal” file holds data. Keep both as they are and restore a backup; opening it would lose what the “-wal” holds.',
      { path, why: 'empty-with-log' },
    );
  }
  if (sizeBytes === null)
    throw new Failure('archive/not-found', 'There is no archive at this place. It may have been moved or renamed.', {
      path,
    });
  throw new Failure('archive/not-an-archive', 'This file is empty, so it is not a Postil archive.', {
    path,
    why: 'empty',
  });
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerLength);
    return header.subarray(0, readSync(file, header, 0, headerLength, 0));
  } finally {
    closeSync(file);
  }
}

/** Without a `-wal` the file must hold the pages its header counts; with one, recovery completes it. */
function isWhole(header: Buffer, sizeBytes: number): boolean {
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  if (pageSize < 512 || sizeBytes % pageSize !== 0) return false;
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return !countIsValid || sizeBytes >= header.readUInt32BE(28) * pageSize;
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
    throw new Failure(
      'archive/cannot-open',
      'The archive can’t be read. Check that you may open the file.',
      { path, ...(refused ? { why: 'refused' } : {}) },
      { cause: error },
    );
  }
}
