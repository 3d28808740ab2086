/**
 * Life of an open archive inside its process: opening or creating it, noticing other
 * writers, checkpoints when idle, closing. The only writer of the archive in the app.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/shapes';
import { Failure } from '@shared/outcome/outcome';
import type { Archive, ArchiveOptions } from '../archive/archive-api';
import { type ArchiveLock, lockArchive } from '../archive/archive-lock';
import { archiveIsAt, createArchive, openArchive } from '../archive/open';
import { createServices } from '../services/services';
import type { Parse, Services } from '../services/services-api';
import { reasonWords, systemCode } from '../services/walk';
import type { HostLog } from './host-log';
import type { HostPaths } from './host-protocol';

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
}

export interface Keeper {
  readonly services: Services;
  /** Says that a call came in: the archive is not idle. */
  readonly touch: () => void;
  /** Checkpoints and closes; further calls fail. */
  readonly close: () => void;
}

/**
 * Opens the archive, creating it on the first start, and keeps it.
 * @throws Failure archive/… when it can't be opened.
 */
export function keepArchive({ paths, parse, grantedPaths, emit, log }: KeeperOptions): Keeper {
  const { archive, lock } = holdArchive(paths.archive, {
    onChange: (documents) => emit({ type: 'archiveChanged', documents }),
  });
  const services = createServices({
    archive,
    parse,
    grantedPaths,
    samplesFolder: paths.samplesFolder,
    emit,
    onBug: (error) => log.bug('services', error),
  });

  const guarded = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      // Nobody waits for these; the next call tells the person if the archive is in trouble.
      log.bug(what, error);
    }
  };
  let version = archive.dataVersion();
  const watch = setInterval(() => {
    guarded('watch', () => {
      const now = archive.dataVersion();
      if (now === version) return;
      version = now;
      emit({ type: 'archiveChanged', documents: 'many' });
    });
  }, watchMs);
  let idle: NodeJS.Timeout | undefined;

  return {
    services,
    touch: () => {
      clearTimeout(idle);
      idle = setTimeout(() => guarded('checkpoint', () => archive.checkpoint()), idleMs);
    },
    close: () => {
      clearInterval(watch);
      clearTimeout(idle);
      guarded('checkpoint', () => archive.checkpoint());
      archive.close();
      lock.release();
    },
  };
}

/** Takes the archive's lock, then opens it: a second app on the same file is told so and touches nothing. */
function holdArchive(path: string, options: ArchiveOptions): { readonly archive: Archive; readonly lock: ArchiveLock } {
  makeFolderOf(path);
  const lock = lockArchive(path);
  try {
    return { archive: openOrCreate(path, options), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
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
