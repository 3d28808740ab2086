/**
 * Opening and creating archives, in the order that loses nothing: look at the bytes,
 * open, set up, migrate, and only then hand out.
 */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '@shared/outcome/outcome';
import { applicationId } from './application-id';
import { createArchiveOver } from './archive';
import type { Archive, ArchiveOptions } from './archive-api';
import { type Connection, connect } from './connect';
import { guarded } from './failures';
import { migrate, schemaOf } from './migrate';
import { migrations, newestSchema } from './migrations';
import { type Preflight, preflight, refuseFuture, sizeOf } from './preflight';
import { publishNewFile } from './publish-file';
import { rebuildIfSmall } from './rebuild-index';
import { finishRestore, restoreIsUnfinished } from './restore';
import { createStore } from './store';

/** How many connections this process has to each file: its bytes must not be read meanwhile. */
const openHere = new Map<string, number>();

/** A file larger than this is not checked while someone waits (about 6 ms a megabyte): see {@link wantsChecking}. */
const largestCheckedAtOpen = 64 * 1024 * 1024;

/**
 * Opens an archive that exists, bringing an older schema to the newest (a copy of the
 * file is left beside it first).
 * @throws Failure `archive/not-found`, `not-an-archive`, `from-future`, `damaged`, `locked`, `read-only`, `cannot-open`.
 */
export function openArchive(path: string, options: ArchiveOptions = {}): Archive {
  const file = resolve(path);
  return guarded(file, () => {
    if (!openHere.has(file)) finishRestore(file);
    const looked = openHere.has(file) ? null : preflight(file, newestSchema);
    const db = connect(file, { create: false, journal: 'wal' });
    try {
      bringUpToDate(db, file, looked, options.check ?? false);
      const store = createStore(db, file, options);
      rebuildIfSmall(store);
      openHere.set(file, (openHere.get(file) ?? 0) + 1);
      return createArchiveOver(store, () => forget(file));
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function forget(file: string): void {
  const left = (openHere.get(file) ?? 1) - 1;
  if (left === 0) openHere.delete(file);
  else openHere.set(file, left);
}

function bringUpToDate(db: Connection, file: string, looked: Preflight | null, check: boolean): void {
  // The -wal may hold a newer schema than the header that was looked at.
  refuseFuture(file, schemaOf(db), newestSchema);
  if (check || (looked?.hasWal && looked.sizeBytes <= largestCheckedAtOpen)) quickCheck(db, file);
  migrate(db, migrations, (schema) => `${file}.before-schema-${schema + 1}`);
}

/** After an unclean close. @throws Failure `archive/damaged` */
function quickCheck(db: Connection, file: string): void {
  const answer = db.pragma('quick_check(1)', { simple: true });
  if (answer === 'ok') return;
  throw new Failure(
    'archive/damaged',
    'The archive was not closed properly and is damaged. Leave the file as it is and restore a backup.',
    {
      path: file,
      found: String(answer),
    },
  );
}

/**
 * Makes a new archive and opens it. It appears under its name only once it is whole.
 * @throws Failure `archive/cannot-open` when something is there already; else as {@link openArchive}.
 */
export function createArchive(path: string, options: ArchiveOptions = {}): Archive {
  const file = resolve(path);
  if (existsSync(file) || sizeOf(`${file}-wal`) !== null) throw nameTaken(file);
  // Of this process alone: the app and the command line may find nothing here at the same moment.
  const unfinished = `${file}.${process.pid}.new`;
  guarded(file, () => {
    for (const stale of [unfinished, `${unfinished}-journal`]) rmSync(stale, { force: true });
    const db = connect(unfinished, { create: true, journal: 'delete' });
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, migrations, null);
    } finally {
      db.close();
    }
    if (!publishNewFile(unfinished, file)) throw nameTaken(file);
  });
  return openArchive(file, options);
}

const nameTaken = (path: string): Failure =>
  new Failure(
    'archive/cannot-open',
    'There is a file with this name already. Choose another name, or open that file.',
    { path },
  );

/** Whether an archive was not closed properly and is too large to be checked at opening. To be asked before. */
export const wantsChecking = (path: string): boolean =>
  (sizeOf(`${resolve(path)}-wal`) ?? 0) > 0 && (sizeOf(resolve(path)) ?? 0) > largestCheckedAtOpen;

/** Whether there is anything of an archive at a path: the file, its write-ahead log, or a restore to be completed. */
export function archiveIsAt(path: string): boolean {
  const file = resolve(path);
  return existsSync(file) || existsSync(`${file}-wal`) || restoreIsUnfinished(file);
}
