/**
 * Life of an open archive inside its process: opening or creating it, noticing other
 * writers, checkpoints when idle, backups, restoring, closing. The only writer of the
 * archive in the app, by the lock it holds.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/shapes';
import { Failure } from '@shared/outcome/outcome';
import type { Archive, ArchiveOptions } from '../archive/archive-api';
import { lockArchive } from '../archive/archive-lock';
import { archiveIsAt, createArchive, openArchive } from '../archive/open';
import { lookInto, restoreArchive } from '../archive/restore';
import { createBackups } from '../services/backups';
import { createServices } from '../services/services';
import type { Parse, Services } from '../services/services-api';
import { reasonWords, systemCode } from '../services/walk';
import { backUpDaily } from './daily-backup';
import type { HostLog } from './host-log';
import type { HostPaths } from './host-protocol';
import { verifyInWorker } from './verify-in-worker';

/** How often another process's writing is looked for, in milliseconds: fast enough to feel live, cheap enough for a battery. */
const watchMs = 500;
/** Quiet time after which the write-ahead log is folded back, in milliseconds. */
const idleMs = 5_000;

export interface KeeperOptions {
  readonly paths: HostPaths;
  readonly parse: Parse;
  readonly grantedPaths: (grant: string) => readonly string[];
  readonly emit: (event: ArchiveEvent) => void;
  readonly log: HostLog;
  /** Given the services at once, and again after a restore, over the archive that was restored. */
  readonly serve: (services: Services) => void;
}

export interface Keeper {
  /** Says that a call came in: the archive is not idle. */
  readonly touch: () => void;
  /** Checkpoints and closes; further calls fail. */
  readonly close: () => void;
}

/**
 * Takes the archive's lock, opens it (creating it on the first start), and keeps it.
 * @throws Failure archive/… when another app has it or it can't be opened; nothing is touched.
 */
export function keepArchive(options: KeeperOptions): Keeper {
  const { paths, emit, serve } = options;
  makeFolderOf(paths.archive);
  const lock = lockArchive(paths.archive);
  let current: OpenArchive;

  const open = (): void => {
    current = openOne(options, restore);
    serve(current.services);
  };
  const restore = async (backup: string): Promise<{ readonly aside: string | null }> => {
    current.close();
    try {
      return { aside: restoreArchive(paths.archive, backup, new Date()).aside };
    } finally {
      open();
      emit({ type: 'archiveChanged', documents: 'many' });
    }
  };
  try {
    open();
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    touch: () => current.touch(),
    close: () => {
      current.close();
      lock.release();
    },
  };
}

interface OpenArchive extends Keeper {
  readonly services: Services;
}

function openOne(
  { paths, parse, grantedPaths, emit, log }: KeeperOptions,
  restore: (backup: string) => Promise<{ readonly aside: string | null }>,
): OpenArchive {
  const archive = openOrCreate(paths.archive, { onChange: (documents) => emit({ type: 'archiveChanged', documents }) });
  const backups = createBackups({
    archive,
    archivePath: paths.archive,
    folder: paths.backupsFolder,
    nowMs: Date.now,
  });
  const services = createServices({
    archive,
    parse,
    grantedPaths,
    samplesFolder: paths.samplesFolder,
    emit,
    onBug: (error) => log.bug('services', error),
    keeping: {
      backups,
      verify: verifyInWorker(paths.verifyWorkerFile, paths.archive),
      lookInto: (backup) => lookInto(backup, `${paths.archive}.looked-into`),
      restore,
    },
  });
  const guarded = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      // Nobody waits for these; the next call tells the person if the archive is in trouble.
      log.bug(what, error);
    }
  };
  const stopWatching = watch(archive, (work) => guarded('watch', work), emit);
  const stopBackups = backUpDaily(backups, emit, (error) => log.bug('backup', error));
  let idle: NodeJS.Timeout | undefined;
  return {
    services,
    touch: () => {
      clearTimeout(idle);
      idle = setTimeout(() => guarded('checkpoint', () => archive.checkpoint()), idleMs);
    },
    close: () => {
      stopWatching();
      stopBackups();
      clearTimeout(idle);
      guarded('checkpoint', () => archive.checkpoint());
      archive.close();
    },
  };
}

/** Announces what other processes write. Returns how to stop. */
function watch(archive: Archive, guarded: (work: () => void) => void, emit: KeeperOptions['emit']): () => void {
  let version = archive.dataVersion();
  const timer = setInterval(() => {
    guarded(() => {
      const now = archive.dataVersion();
      if (now === version) return;
      version = now;
      emit({ type: 'archiveChanged', documents: 'many' });
    });
  }, watchMs);
  return () => clearInterval(timer);
}

/**
 * Opens what is there. Only where nothing at all is there is an archive made: a
 * write-ahead log without its file is someone's data, and for `openArchive` to judge.
 */
export function openOrCreate(path: string, options: ArchiveOptions): Archive {
  if (archiveIsAt(path)) return openArchive(path, options);
  makeFolderOf(path);
  return createArchive(path, options);
}

/** @throws Failure `archive/cannot-open` */
function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const reason = reasonWords(systemCode(error));
    throw new Failure(
      'archive/cannot-open',
      `The folder of the archive “${path}” can’t be made because ${reason}.`,
      { path, reason },
      { cause: error },
    );
  }
}
