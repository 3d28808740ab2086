/**
 * Giving a closed archive another name or folder, with all that lies beside it and bears
 * its name. Renames only, the archive itself last: cut short, nothing is in two pieces
 * that could be mistaken for a whole, and nothing is ever deleted.
 */
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '@shared/outcome/outcome';
import { archiveName, usualBackupsFolder } from './archives-store';

/** What goes with the archive when it is there. The lock stays: it is empty, and its place is what it stands for. */
const companions = ['-wal', '-shm', '.reserve'] as const;

/**
 * Moves the archive at `from` to `to`, and its backups when they lie in the usual folder.
 * @throws Failure `archive/cannot-move`; everything is then where it was
 */
export function moveArchive(from: string, to: string): void {
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
  } catch (error) {
    for (const [one, other] of done.reverse()) renameSync(other, one);
    throw error instanceof Failure ? error : refused(to, wordsOf(error), error);
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

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  return code === 'EXDEV' ? 'it can’t leave its disk' : `the system says ${code}`;
}
