/**
 * One open archive inside its process with all that goes on beside it: services, noticing
 * other writers, checkpoints when idle, the daily backup, the weekly check. Made anew
 * whenever the archive is opened again.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArchiveHealth } from '@shared/contract/archive-shapes';
import type { ArchiveEvent, RunningWork } from '@shared/contract/events';
import type { Asset } from '@shared/model/asset';
import type { Sha256 } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { Archive, ArchiveOptions } from '../archive/archive-api';
import { archiveIsAt, createArchive, openArchive, wantsChecking } from '../archive/open';
import { type Backups, createBackups } from '../services/backups';
import { createServices } from '../services/services';
import type { ArchiveKeeping, Parse, PrintPage, Services } from '../services/services-api';
import { reasonWords, systemCode } from '../services/walk';
import { watchMemoryIn } from '../services/watch-memory';
import { backUpDaily } from './daily-backup';
import type { HostLog } from './host-log';
import type { HostPaths } from './host-protocol';
import { checkQuietly } from './quiet-check';
import { verifyInWorker } from './verify-in-worker';

/** How often another process's writing is looked for, in milliseconds: fast enough to feel live, cheap enough for a battery. */
const watchMs = 500;
/** The start is left to the person; then the index is counted, in milliseconds. */
const countAfterMs = 2_000;
/** And the watched folder is looked into, in milliseconds. */
const lookAfterMs = 1_000;
/** And one search is made for nobody, so that the first letter a person types waits for neither code nor pages; in milliseconds. */
const warmAfterMs = 1_500;
/** A pause in writing after which what was saved is indexed, in milliseconds. */
const settleMs = 2_000;
/** Quiet time after which the write-ahead log is folded back, in milliseconds. */
const idleMs = 5_000;

export interface OpenOneOptions {
  readonly paths: HostPaths;
  readonly parse: Parse;
  readonly print?: PrintPage;
  readonly grantedPaths: (grant: string) => readonly string[];
  readonly emit: (event: ArchiveEvent) => void;
  readonly log: HostLog;
  /** Where backups go at this moment. */
  readonly backupsFolder: () => string;
  readonly backUpFirst: () => boolean;
  readonly health: () => ArchiveHealth;
  readonly lookInto: ArchiveKeeping['lookInto'];
  /** Puts a backup in the archive's place, this one being closed. */
  readonly restore: ArchiveKeeping['restore'];
  readonly onChecked: (atMs: number) => void;
  readonly onBackedUp: () => void;
  /** What is under way is another. */
  readonly onWork: (work: readonly RunningWork[]) => void;
  /** Whether the index has a row for everything. */
  readonly onCounted: (complete: boolean) => void;
}

export interface OpenArchive {
  readonly services: Services;
  /** A picture; null when there is none of that hash, or reading it fails (which is logged). */
  readonly readAsset: (sha256: Sha256) => Asset | null;
  /** Says that a call came in: the archive is not idle. */
  readonly touch: () => void;
  /** Checkpoints and closes; further calls fail. */
  readonly close: () => void;
}

/** Opens (or makes) the archive. `check` looks at its structure first. @throws Failure `archive/…` */
export function openOne(options: OpenOneOptions, check: boolean): OpenArchive {
  const { paths, emit, log } = options;
  const onChange: ArchiveOptions['onChange'] = (documents, annotations) =>
    emit({ type: 'archiveChanged', documents, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) });
  // What opening leaves out for its length is made up for in the first quiet moment.
  const lastCheckedAtMs = wantsChecking(paths.archive) ? 0 : paths.checkedAtMs;
  const archive = openOrCreate(paths.archive, { onChange, check }, paths.mayCreate);
  const backups = movableBackups(archive, paths.archive, options.backupsFolder, options.onBackedUp);
  const verify = verifyInWorker(paths.verifyWorkerFile, paths.archive);
  const services = createServices({
    archive,
    parse: options.parse,
    ...(options.print ? { print: options.print } : {}),
    grantedPaths: options.grantedPaths,
    samplesFolder: paths.samplesFolder,
    emit,
    onWork: options.onWork,
    ...(paths.watchFile === undefined ? {} : { watchMemory: watchMemoryIn(paths.watchFile) }),
    onBug: (error) => log.bug('services', error),
    keeping: {
      backups,
      backUpFirst: options.backUpFirst,
      verify,
      health: options.health,
      lookInto: options.lookInto,
      restore: options.restore,
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
  const quiet = checkQuietly(
    lastCheckedAtMs,
    Date.now,
    async (signal) => {
      const report = await verify({ signal, onProgress: () => undefined });
      // Nobody asked: no window follows a job of this name, and only what is wrong is shown.
      emit({ type: 'verifyDone', job: '', report });
      // What was found wrong is looked at again the next time, not in a week.
      if (report.ok) options.onChecked(Date.now());
    },
    (error) => log.bug('check', error),
  );
  const watching = setTimeout(() => guarded('folder', () => services.folderWatch?.start()), lookAfterMs);
  const counting = setTimeout(() => guarded('count', countIndex), countAfterMs);
  const warming = setTimeout(() => guarded('warm up', warmUp), warmAfterMs);
  function warmUp(): void {
    archive.search({ query: 'a', sort: 'relevance', offset: 0, limit: 20 });
  }
  /** After the migration of a large archive, or a rebuilding that was cut short, the index is made anew beside other work. */
  function countIndex(): void {
    const complete = archive.indexIsComplete();
    options.onCounted(complete);
    if (!complete) void services.handlers.startRebuildIndex({});
  }
  let idle: NodeJS.Timeout | undefined;
  // A crash may have come between a save and its indexing.
  let settling = setTimeout(() => guarded('settle', () => archive.settleIndex()), settleMs);
  return {
    services,
    readAsset: (sha256) => {
      let asset: Asset | null = null;
      guarded('asset', () => {
        asset = archive.readAsset(sha256);
      });
      return asset;
    },
    touch: () => {
      clearTimeout(settling);
      settling = setTimeout(() => guarded('settle', () => archive.settleIndex()), settleMs);
      clearTimeout(idle);
      idle = setTimeout(() => guarded('checkpoint', () => archive.checkpoint()), idleMs);
      quiet.touch();
    },
    close: () => {
      stopWatching();
      stopBackups();
      quiet.stop();
      clearTimeout(watching);
      services.folderWatch?.stop();
      clearTimeout(counting);
      clearTimeout(warming);
      clearTimeout(settling);
      clearTimeout(idle);
      guarded('checkpoint', () => archive.checkpoint());
      guarded('close', () => archive.close());
    },
  };
}

/** Backups of one archive in whatever folder is the one at the moment. */
function movableBackups(archive: Archive, archivePath: string, folder: () => string, onMade: () => void): Backups {
  const here = (): Backups => createBackups({ archive, archivePath, folder: folder(), nowMs: Date.now });
  return {
    get folder() {
      return folder();
    },
    isReachable: () => here().isReachable(),
    list: () => here().list(),
    make: async (reason, options) => {
      const made = await here().make(reason, options);
      onMade();
      return made;
    },
    isDue: (afterMs) => here().isDue(afterMs),
    pathOf: (name) => here().pathOf(name),
  };
}

/** Announces what other processes write. Returns how to stop. */
function watch(archive: Archive, guarded: (work: () => void) => void, emit: OpenOneOptions['emit']): () => void {
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
export function openOrCreate(path: string, options: ArchiveOptions, mayCreate = true): Archive {
  if (!mayCreate || archiveIsAt(path)) return openArchive(path, options);
  makeFolderOf(path);
  try {
    return createArchive(path, options);
  } catch (error) {
    // Another program found nothing here at the same moment and was the first to make it.
    if (!archiveIsAt(path)) throw error;
    return openArchive(path, options);
  }
}

/** @throws Failure `archive/cannot-open` */
export function makeFolderOf(path: string): void {
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
