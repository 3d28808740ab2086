/**
 * Life of an archive inside its process: its lock, opening, restoring, opening again
 * after an error of the disk, letting room go when the disk is full, closing. The only
 * writer of the archive in the app, by the lock it holds.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ArchiveEvent, RunningWork } from '@shared/contract/events';
import type { Asset } from '@shared/model/asset';
import type { Sha256 } from '@shared/model/ids';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { lockArchive } from '../archive/archive-lock';
import { discardPrepared, replaceByPrepared } from '../archive/restore';
import type { Parse, PrintPage, Restore, Services } from '../services/services-api';
import { internalError } from './answer';
import { type BeginRecovery, createLooks, prepareInThread, stoppedRestore } from './ask-recovery';
import { createHealth, healthIn } from './health';
import type { HostLog } from './host-log';
import type { HostPaths } from './host-protocol';
import { makeFolderOf, type OpenArchive, openOne } from './open-one';
import { keepReserve } from './reserve';

export { openOrCreate } from './open-one';

/** An archive in trouble again so soon after it was opened again is given up, in milliseconds. */
const soonMs = 10_000;

export interface KeeperOptions {
  readonly paths: HostPaths;
  readonly parse: Parse;
  /** Absent in tests, which have no Chromium. */
  readonly print?: PrintPage;
  readonly grantedPaths: (grant: string) => readonly string[];
  readonly emit: (event: ArchiveEvent) => void;
  readonly log: HostLog;
  /** Given the services at once, and again whenever the archive was opened again. */
  readonly serve: (services: Services) => void;
  /** The archive can't be used any longer; it is closed and its lock let go. */
  readonly onTrouble?: (error: ErrorData) => void;
  /** Looks into backups and copies them beside other work; a fresh thread each time. */
  readonly beginRecovery: BeginRecovery;
  /** A backup is in the archive's place, and open; what was there bears this name. Told before any window hears of it. */
  readonly onRestored?: (aside: string | null) => void;
  /** It was verified by itself. */
  readonly onChecked?: (atMs: number) => void;
  /** What a quit would cut short is another. */
  readonly onWork?: (work: readonly RunningWork[]) => void;
}

export interface Keeper {
  /** Says that a call came in: the archive is not idle. */
  readonly touch: () => void;
  /** Hears of every failure that was answered: some are the archive's own. */
  readonly failed: (error: ErrorData) => void;
  readonly backUpInto: (folder: string) => void;
  /** Whether a backup is made before large jobs. */
  readonly backUpFirst: (on: boolean) => void;
  /** A picture to be shown; null when the archive has none of that hash or can't be read at the moment. */
  readonly readAsset: (sha256: Sha256) => Asset | null;
  /** Has all jobs stop; resolves when they have, and nothing of them is half there. */
  readonly stopWork: () => Promise<void>;
  /** Checkpoints and closes; further calls fail. */
  readonly close: () => void;
}

/**
 * Takes the archive's lock, opens it (creating it on the first start), and keeps it.
 * @throws Failure archive/… when another app has it or it can't be opened; nothing is touched.
 */
export function keepArchive(options: KeeperOptions): Keeper {
  const { paths, log } = options;
  // Only where an archive may be made: a folder that is gone is not made again, empty.
  if (paths.mayCreate) makeFolderOf(paths.archive);
  else refuseMissingFolder(paths.archive);
  const lock = lockArchive(paths.archive);
  let current: OpenArchive | null = null;
  let { backupsFolder, backUpFirst, checkedAtMs } = paths;
  let reopenedAtMs = Number.NEGATIVE_INFINITY;

  const emit = (event: ArchiveEvent): void => {
    const change = healthIn(event);
    if (change !== null) health.note(change);
    options.emit(event);
    if (event.type === 'jobFailed') failed({ code: event.code, message: event.message, params: event.params });
  };
  const health = createHealth(options.emit);
  const lookInto = createLooks(options.beginRecovery);
  const open = (check: boolean): void => {
    const opened = openOne(
      {
        ...options,
        paths: { ...paths, checkedAtMs },
        emit,
        lookInto,
        restore,
        backupsFolder: () => backupsFolder,
        backUpFirst: () => backUpFirst,
        health: health.now,
        onCounted: (complete) => health.note({ indexIncomplete: !complete }),
        onBackedUp: () => health.note({ backup: null }),
        onChecked: options.onChecked ?? (() => undefined),
        onWork,
      },
      check,
    );
    current = opened;
    health.note({ failedChecks: [] });
    options.serve(opened.services);
  };
  const onWork = options.onWork ?? (() => undefined);
  const closeCurrent = (): void => {
    current?.close();
    current = null;
  };
  /** Opens again, or gives the archive up and tells why. */
  const openAgain = (check: boolean): void => {
    try {
      open(check);
      emit({ type: 'archiveChanged', documents: 'many' });
    } catch (error) {
      if (!(error instanceof Failure)) log.bug('open again', error);
      giveUp(error instanceof Failure ? error.data : internalError);
    }
  };
  const giveUp = (error: ErrorData): void => {
    close();
    options.onTrouble?.(error);
  };
  const restore: Restore = async (backup, { signal, onProgress, beforeReplacing }) => {
    await prepareInThread(options.beginRecovery, backup, { signal, onProgress });
    try {
      onProgress('replacing', 0, 0);
      await beforeReplacing();
      if (signal.aborted) throw stoppedRestore();
    } catch (error) {
      discardPrepared(paths.archive);
      throw error;
    }
    replaceNow();
  };
  /** In one turn: no call finds the archive closed. */
  const replaceNow = (): void => {
    let aside: string | null;
    closeCurrent();
    try {
      ({ aside } = replaceByPrepared(paths.archive, new Date()));
      // Another file than the one that was checked.
      checkedAtMs = 0;
    } finally {
      openAgain(false);
    }
    if (current !== null) options.onRestored?.(aside === null ? null : basename(aside));
  };
  const examine = (error: ErrorData): void => {
    if (current === null) return;
    const again = Date.now() - reopenedAtMs < soonMs;
    reopenedAtMs = Date.now();
    if (again) {
      giveUp(error);
      return;
    }
    closeCurrent();
    openAgain(true);
  };
  const failed = (error: ErrorData): void => {
    // Others have a path of their own: a backup's folder, an export's.
    if (error.params.path !== resolve(paths.archive)) return;
    if (error.code === 'archive/disk-full') {
      reserve.release();
      health.note({ diskFull: true });
    }
    // Once what is under way has ended: it may be in the middle of a call.
    if (error.code === 'archive/damaged' || error.code === 'archive/cannot-open') setImmediate(() => examine(error));
  };
  const close = (): void => {
    closeCurrent();
    reserve.stop();
    lock.release();
  };
  const reserve = keepReserve({
    archivePath: resolve(paths.archive),
    onRestored: () => health.note({ diskFull: false }),
    onBug: (error) => log.bug('reserve', error),
  });
  try {
    open(false);
  } catch (error) {
    reserve.stop();
    lock.release();
    throw error;
  }
  return {
    touch: () => current?.touch(),
    failed,
    backUpInto: (folder) => {
      backupsFolder = folder;
      emit({ type: 'backupsMoved' });
    },
    backUpFirst: (on) => {
      backUpFirst = on;
    },
    readAsset: (sha256) => current?.readAsset(sha256) ?? null,
    stopWork: async () => current?.services.stopWork(),
    close,
  };
}

function refuseMissingFolder(path: string): void {
  if (existsSync(dirname(resolve(path)))) return;
  throw new Failure('archive/not-found', 'There is no archive at this place. It may have been moved or renamed.', {
    path,
  });
}
