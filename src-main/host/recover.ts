/**
 * What can be done about an archive that can't be opened, while nothing is open. What is
 * in the archive's place is never deleted: a backup put there moves it aside first.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import type { RecoveryAnswer } from '@shared/contract/shell-recovery';
import { assertNever, type ErrorData, Failure, failure, type Outcome, success } from '@shared/outcome/outcome';
import { lockArchive } from '../archive/archive-lock';
import { rebuildUnopened } from '../archive/rebuild-unopened';
import { lookInto, prepareRestore, restoreArchive } from '../archive/restore';
import { salvage } from '../archive/salvage';
import { type OnWork, unwatched } from '../archive/watched-copy';
import { backupsIn, folderIsReachable } from '../services/backups';
import type { HostPaths, HostWish } from './host-protocol';

type Places = Pick<HostPaths, 'archive' | 'backupsFolder'>;

/**
 * Carries out a wish; expected failures are answered, bugs go to `onBug` and are answered as `internal`.
 * @param onWork Told how far it is; a Failure it throws stops the work and is the answer.
 */
export async function recover(
  wish: HostWish,
  places: Places,
  onBug: (error: unknown) => ErrorData,
  onWork: OnWork = unwatched,
): Promise<Outcome<RecoveryAnswer>> {
  try {
    return success(await fulfil(wish, places, onWork));
  } catch (error) {
    return failure(error instanceof Failure ? error.data : onBug(error));
  }
}

async function fulfil(wish: HostWish, places: Places, onWork: OnWork): Promise<RecoveryAnswer> {
  switch (wish.do) {
    case 'survey':
      return survey(places, onWork);
    case 'look-into':
      return { did: 'look-into', facts: look(pathOf(wish.name, places), places, onWork) };
    case 'copy-backup': {
      const target = freeBeside(places.archive, 'from backup');
      restoreArchive(target, pathOf(wish.name, places), new Date(), onWork);
      return { did: 'copy-backup', file: basename(target) };
    }
    case 'restore': {
      const backup = pathOf(wish.name, places);
      const { aside } = whileLocked(places, () => restoreArchive(places.archive, backup, new Date(), onWork));
      return { did: 'restore', aside: aside === null ? null : basename(aside) };
    }
    case 'rebuild-index':
      return { did: 'rebuild-index', documents: whileLocked(places, () => rebuildUnopened(places.archive, onWork)) };
    case 'salvage': {
      const target = freeBeside(places.archive, 'saved');
      return { did: 'salvage', report: salvage(places.archive, target, onWork), file: basename(target) };
    }
    case 'prepare-restore':
      return { did: 'look-into', facts: prepareRestore(places.archive, wish.backup, onWork) };
    case 'copy-elsewhere': {
      if (existsSync(wish.to)) throw taken(wish.to);
      restoreArchive(wish.to, places.archive, new Date(), onWork);
      return { did: 'copy-elsewhere', copied: true };
    }
    default:
      return assertNever(wish);
  }
}

/** Looks into backups, newest first, until one is whole. */
async function survey(places: Places, onWork: OnWork): Promise<RecoveryAnswer> {
  const folder = places.backupsFolder;
  const reachable = folderIsReachable(folder, places.archive);
  const backups = backupsIn(folder, places.archive);
  const damaged: string[] = [];
  for (const backup of backups) {
    await nextTurn();
    try {
      const facts = look(join(places.backupsFolder, backup.name), places, onWork);
      return { did: 'survey', folder, reachable, backups, newest: { backup, facts }, damaged };
    } catch (error) {
      // Only what is wrong with this backup: a full disk is wrong with all of them.
      if (!(error instanceof Failure) || !isOfTheFile(error)) throw error;
      damaged.push(backup.name);
    }
  }
  return { did: 'survey', folder, reachable, backups, newest: null, damaged };
}

const isOfTheFile = ({ data }: Failure): boolean =>
  data.code === 'archive/damaged' || data.code === 'archive/not-an-archive' || data.code === 'archive/from-future';

/** Looks at a copy beside the archive, or beside the backup: never on a disk that has neither, which may be less safe. */
function look(backup: string, { archive, backupsFolder }: Places, onWork: OnWork): ArchiveFacts {
  const folder = canWrite(dirname(archive)) ? dirname(archive) : backupsFolder;
  return lookInto(backup, join(folder, `${basename(archive)}.looked-into`), onWork);
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const taken = (path: string): Failure =>
  new Failure('archive/cannot-move', 'There is something with that name already. Choose another name.', {
    path,
    reason: 'something with that name is there already',
  });

function pathOf(name: string, { archive, backupsFolder }: Places): string {
  if (backupsIn(backupsFolder, archive).some((backup) => backup.name === name)) return join(backupsFolder, name);
  throw new Failure('backup/not-found', 'This backup is no longer in its folder. Look at the list again.', { name });
}

function whileLocked<T>({ archive }: Places, work: () => T): T {
  const lock = lockArchive(archive);
  try {
    return work();
  } finally {
    lock.release();
  }
}

/** `Name (from backup).postil`, with a number when there is one already. */
function freeBeside(archive: string, what: string): string {
  const name = basename(archive, extname(archive));
  for (let number = 1; ; number++) {
    const path = join(dirname(archive), `${name} (${what}${number === 1 ? '' : ` ${number}`}).postil`);
    if (!existsSync(path)) return path;
  }
}
