/**
 * Giving a closed archive another name or folder, with all that lies beside it and bears
 * its name. Renames only, the archive itself last: cut short, nothing is in two pieces
 * that could be mistaken for a whole, and nothing is ever deleted. To another disk
 * nothing can be renamed: there the archive is copied, and the old one set aside.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { archiveName, usualBackupsFolder } from './archives-store';

/** What came of a move: to another disk the archive is copied, and the old file set aside. */
export type Moved =
  | { readonly was: 'moved'; readonly isWatchLost: boolean }
  | { readonly was: 'copied'; readonly old: string; readonly isWatchLost: boolean }
  | { readonly was: 'refused'; readonly error: ErrorData };

/** What goes with the archive when it is there. The lock stays: it is empty, and its place is what it stands for. */
const companions = ['-wal', '-shm', '.reserve'] as const;

/**
 * Moves the archive at `from` to `to`, and its backups when they lie in the usual folder.
 * Answers `other-disk`, having moved nothing, where that is.
 * @throws Failure `archive/cannot-move`; everything is then where it was
 */
export function moveArchive(from: string, to: string): 'moved' | 'other-disk' {
  const done: (readonly [string, string])[] = [];
  const move = (one: string, other: string): void => {
    if (!existsSync(one)) return;
    if (existsSync(other)) throw refused(to, 'something with that name is there already');
    renameSync(one, other);
    done.push([one, other]);
  };
  try {
    mkdirSync(dirname(to), { recursive: true });
    moveBackups(from, to, move);
    for (const ending of companions) move(`${from}${ending}`, `${to}${ending}`);
    move(from, to);
    return 'moved';
  } catch (error) {
    for (const [one, other] of done.reverse()) renameSync(other, one);
    if (codeOf(error) === 'EXDEV') return 'other-disk';
    throw error instanceof Failure ? error : refused(to, wordsOf(error), error);
  }
}

/** The same with a refusal as a value; null where the archive has to be copied, for it goes to another disk. */
export function attemptMove(from: string, to: string): Moved | null {
  try {
    return moveArchive(from, to) === 'moved' ? { was: 'moved', isWatchLost: false } : null;
  } catch (error) {
    if (error instanceof Failure) return { was: 'refused', error: error.data };
    throw error;
  }
}

/** Their names begin with the archive's: those change with it. */
function moveBackups(from: string, to: string, move: (one: string, other: string) => void): void {
  const folder = usualBackupsFolder(to);
  move(usualBackupsFolder(from), folder);
  if (!existsSync(folder) || archiveName(from) === archiveName(to)) return;
  const beginning = `${archiveName(from)} `;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(beginning))
      move(join(folder, name), join(folder, `${archiveName(to)} ${name.slice(beginning.length)}`));
  }
}

const refused = (path: string, reason: string, cause?: unknown): Failure =>
  new Failure(
    'archive/cannot-move',
    `The archive was not moved because ${reason}. It is where it was.`,
    { path, reason },
    {
      cause,
    },
  );

const wordsOf = (error: unknown): string => `the system says ${codeOf(error)}`;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN');

/**
 * Gives an archive that was copied elsewhere a name that says so, with its `-wal`, and lets its reserve go.
 * Returns that name's path; null when it had to keep its own, as on a disk that can't be written.
 */
export function setAsideMoved(path: string, now: Date): string | null {
  const aside = `${path}.moved-${now.toISOString().slice(0, 19).replaceAll(':', '.')}`;
  try {
    for (const ending of ['-wal', '-shm', ''])
      if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
    rmSync(`${path}.reserve`, { force: true });
    return aside;
  } catch {
    // The copy is proven and open; that the old one bears its old name harms nobody.
    return null;
  }
}
