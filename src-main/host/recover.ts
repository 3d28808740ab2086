/**
 * What can be done about an archive that can't be opened, while nothing is open. What is
 * in the archive's place is never deleted: a backup put there moves it aside first.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecoveryAnswer, RecoveryWish } from '@shared/contract/shell-recovery';
import { assertNever, type ErrorData, Failure, failure, type Outcome, success } from '@shared/outcome/outcome';
import { lockArchive } from '../archive/archive-lock';
import { rebuildUnopened } from '../archive/rebuild-unopened';
import { lookInto, restoreArchive } from '../archive/restore';
import { salvage } from '../archive/salvage';
import { backupsIn } from '../services/backups';
import type { HostPaths } from './host-protocol';

type Places = Pick<HostPaths, 'archive' | 'backupsFolder'>;

/** Carries out a wish; expected failures are answered, bugs go to `onBug` and are answered as `internal`. */
export async function recover(
  wish: RecoveryWish,
  places: Places,
  onBug: (error: unknown) => ErrorData,
): Promise<Outcome<RecoveryAnswer>> {
  try {
    return success(await fulfil(wish, places));
  } catch (error) {
    return failure(error instanceof Failure ? error.data : onBug(error));
  }
}

async function fulfil(wish: RecoveryWish, places: Places): Promise<RecoveryAnswer> {
  switch (wish.do) {
    case 'survey':
      return survey(places);
    case 'look-into':
      return { did: 'look-into', facts: look(pathOf(wish.name, places), places) };
    case 'copy-backup': {
      const target = freeBeside(places.archive, 'from backup');
      restoreArchive(target, pathOf(wish.name, places), new Date());
      return { did: 'copy-backup', file: basename(target) };
    }
    case 'restore': {
      const backup = pathOf(wish.name, places);
      const { aside } = whileLocked(places, () => restoreArchive(places.archive, backup, new Date()));
      return { did: 'restore', aside: aside === null ? null : basename(aside) };
    }
    case 'rebuild-index':
      return { did: 'rebuild-index', documents: whileLocked(places, () => rebuildUnopened(places.archive)) };
    case 'salvage': {
      const target = freeBeside(places.archive, 'saved');
      return { did: 'salvage', report: salvage(places.archive, target), file: basename(target) };
    }
    default:
      return assertNever(wish);
  }
}

/** Looks into backups, newest first, until one is whole. */
async function survey(places: Places): Promise<RecoveryAnswer> {
  const backups = backupsIn(places.backupsFolder, places.archive);
  const damaged: string[] = [];
  for (const backup of backups) {
    await nextTurn();
    try {
      const facts = look(join(places.backupsFolder, backup.name), places);
      return { did: 'survey', backups, newest: { backup, facts }, damaged };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      damaged.push(backup.name);
    }
  }
  return { did: 'survey', backups, newest: null, damaged };
}

const look = (backup: string, { archive }: Places) => lookInto(backup, `${archive}.looked-into`);

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
