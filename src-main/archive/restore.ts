/**
 * Putting a backup in an archive's place. What was there is moved aside with its `-wal`
 * and `-shm`, never deleted: a stale `-wal` beside another file would be played into it.
 * A note of intent makes it all or nothing when the process or the machine dies half-way.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import { Failure } from '@shared/outcome/outcome';
import { z } from 'zod';
import { connect } from './connect';
import { factsOf } from './facts';
import { guarded } from './failures';
import { newestSchema } from './migrations';
import { preflight } from './preflight';
import { publishFile, syncFolderOf } from './publish-file';
import { copyWatched, type OnWork, unwatched } from './watched-copy';

const companions = ['-wal', '-shm', ''] as const;
const intentSchema = z.strictObject({ aside: z.string().min(1) });

const copyOf = (path: string): string => `${path}.restoring`;
const intentOf = (path: string): string => `${path}.restore-intent`;

export interface Restored extends ArchiveFacts {
  /** Where the archive that was there lies now; null when there was none. */
  readonly aside: string | null;
}

/**
 * What a backup holds. Looks at a copy, so the backup itself stays as it is.
 * @param scratch A path for the copy, removed again.
 * @throws Failure `archive/not-found`, `not-an-archive`, `from-future`, `damaged`, `cannot-open`
 */
export function lookInto(backup: string, scratch: string, onWork: OnWork = unwatched): ArchiveFacts {
  try {
    return copyAndProve(backup, scratch, onWork);
  } finally {
    removeCopy(scratch);
  }
}

/**
 * Puts `backup` in the place of the archive at `path`, which this process must have closed.
 *
 * @param now Stamped into the name of what is moved aside.
 * @param onWork Told of copying and checking; what it throws ends the work before anything is moved.
 * @throws Failure as {@link lookInto}, and `archive/disk-full`, `archive/read-only`; the archive is then as it was.
 */
export function restoreArchive(path: string, backup: string, now: Date, onWork: OnWork = unwatched): Restored {
  const facts = prepareRestore(path, backup, onWork);
  return { ...facts, ...replaceByPrepared(path, now) };
}

/**
 * The long part of a restore, which changes nothing: a proven copy of `backup` beside the archive, which may
 * be open meanwhile. {@link replaceByPrepared} or {@link discardPrepared} must follow.
 * @throws Failure as {@link restoreArchive}; no copy is left then.
 */
export function prepareRestore(path: string, backup: string, onWork: OnWork = unwatched): ArchiveFacts {
  const file = resolve(path);
  if (resolve(backup) === file)
    throw new Failure('request/invalid', 'This is the archive itself. Choose a backup.', { path: file });
  try {
    return copyAndProve(resolve(backup), copyOf(file), onWork);
  } catch (error) {
    removeCopy(copyOf(file));
    throw error;
  }
}

/** Takes a prepared copy away again. */
export const discardPrepared = (path: string): void => removeCopy(copyOf(resolve(path)));

/**
 * Puts the prepared copy in the place of the archive, which this process must have closed; names change, no byte
 * is copied. @throws Failure `archive/…`; the archive is then as it was, and the copy is gone.
 */
export function replaceByPrepared(path: string, now: Date): Pick<Restored, 'aside'> {
  const file = resolve(path);
  if (!existsSync(copyOf(file))) throw new Error('Nothing was prepared to be put in place');
  const wasThere = companions.some((ending) => existsSync(`${file}${ending}`));
  const aside = freeName(`${file}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '.')}`);
  guarded(file, () => {
    try {
      writeFileSync(`${intentOf(file)}.new`, JSON.stringify({ aside: basename(aside) }));
      publishFile(`${intentOf(file)}.new`, intentOf(file));
      finishRestore(file);
    } catch (error) {
      takeBack(file, aside);
      throw error;
    }
  });
  return { aside: wasThere ? aside : null };
}

/** Undoes a restore that could not go on, unless it is as good as done: then opening completes it. */
function takeBack(file: string, aside: string): void {
  if (!existsSync(copyOf(file))) return;
  for (const ending of [...companions].reverse())
    if (existsSync(`${aside}${ending}`)) renameSync(`${aside}${ending}`, `${file}${ending}`);
  for (const intent of [`${intentOf(file)}.new`, intentOf(file)]) rmSync(intent, { force: true });
  removeCopy(copyOf(file));
}

/** Whether a restore was cut short here. */
export const restoreIsUnfinished = (path: string): boolean => existsSync(intentOf(path));

/** Completes a restore that was cut short; does nothing when there was none. To be called before opening. */
export function finishRestore(path: string): void {
  const intent = intentOf(path);
  if (!existsSync(intent)) return;
  const { aside } = intentSchema.parse(JSON.parse(readFileSync(intent, 'utf8')));
  const asidePath = join(dirname(path), basename(aside));
  // While the copy waits, what bears the archive's name is still what is to be moved aside; the file itself goes last.
  if (existsSync(copyOf(path))) {
    for (const ending of companions)
      if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${asidePath}${ending}`);
    publishFile(copyOf(path), path);
  }
  rmSync(intent);
  syncFolderOf(path);
}

function copyAndProve(backup: string, copy: string, onWork: OnWork): ArchiveFacts {
  preflight(backup, newestSchema);
  return guarded(copy, () => {
    removeCopy(copy);
    copyWatched(backup, copy, onWork);
    // A backup that was opened since it was made may have a log of its own.
    if (existsSync(`${backup}-wal`)) copyWatched(`${backup}-wal`, `${copy}-wal`, onWork);
    onWork('checking', 0, 0);
    const db = connect(copy, { create: false, journal: 'delete' });
    try {
      const answer = db.pragma('integrity_check(1)', { simple: true });
      if (answer !== 'ok') {
        throw new Failure('archive/damaged', 'This backup is damaged. Choose another; nothing was changed.', {
          path: backup,
          found: String(answer),
        });
      }
      return factsOf(db);
    } finally {
      db.close();
    }
  });
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; companions.some((ending) => existsSync(`${name}${ending}`)); number++)
    name = `${wanted}-${number}`;
  return name;
}

function removeCopy(copy: string): void {
  for (const ending of ['-journal', ...companions]) rmSync(`${copy}${ending}`, { force: true });
}
