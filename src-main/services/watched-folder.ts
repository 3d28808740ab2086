/**
 * A folder whose new articles come in by themselves: looked into when the system tells of a
 * change, when asked, and each minute, for systems do not tell of every change. Files are read,
 * never changed; one that is still being written waits. Knows no window.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ImportReport } from '@shared/contract/import-report';
import type { FolderSurvey, WatchedFolder } from '@shared/contract/watch-calls';
import { Failure } from '@shared/outcome/outcome';
import { type HearChanges, hearChanges } from './folder-changes';
import { settle, settledMs, type Unsettled } from './settled-files';
import type { Watch, WatchMemory } from './watch-memory';
import { articlesIn, isWatchedName, type WatchedFile } from './watched-files';

/** Changes come in swarms: they are looked at together. */
const swarmMs = 400;
const everyMs = 60_000;
/** Names remembered; those no longer there are forgotten first. */
const mostSeen = 50_000;

export interface WatchedFolderOptions {
  readonly memory: WatchMemory;
  /** Imports files; `started` is told the job. Rejects only for a bug. */
  readonly importFiles: (paths: readonly string[], started: (job: string) => void) => Promise<ImportReport>;
  /** What is known of the folder is different. */
  readonly onChange: (watched: WatchedFolder | null) => void;
  readonly onBug: (error: unknown) => void;
  readonly nowMs?: () => number;
  /** How changes are heard of; the system's own way unless told. */
  readonly hearChanges?: HearChanges;
}

export interface FolderWatch {
  /** Begins to watch what was watched before. */
  readonly start: () => void;
  /** Ends for good; what is being imported is stopped by its job. */
  readonly stop: () => void;
  readonly now: () => WatchedFolder | null;
  /** @throws Failure `watch/unreadable` */
  readonly survey: (folder: string) => Promise<FolderSurvey>;
  /** @throws Failure `watch/unreadable` */
  readonly watch: (folder: string, present: boolean) => Promise<WatchedFolder>;
  readonly pause: (paused: boolean) => WatchedFolder | null;
  readonly forget: () => void;
  /** Resolves when everything that is there and done was brought in. */
  readonly look: () => Promise<void>;
  /** A file Postil wrote itself does not come in. */
  readonly leaveOut: (path: string) => void;
}

/** Watches nothing until {@link FolderWatch.start}. */
export function createWatchedFolder(options: WatchedFolderOptions): FolderWatch {
  const { memory, onBug } = options;
  const nowMs = options.nowMs ?? Date.now;
  let kept: Watch | null = null;
  let stopped = true;
  let problem: WatchedFolder['problem'] = null;
  let importing: WatchedFolder['importing'] = null;
  /** Files seen once that may still grow. */
  let unsettled: Unsettled = new Map();
  let endHearing: (() => void) | null = null;
  let soon: NodeJS.Timeout | undefined;
  let minute: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;

  const now = (): WatchedFolder | null =>
    kept === null
      ? null
      : {
          folder: kept.folder,
          name: basename(kept.folder) || kept.folder,
          paused: kept.paused,
          problem,
          cameIn: kept.cameIn,
          waiting: unsettled.size,
          importing,
        };
  const changed = (): void => options.onChange(now());
  const keep = (next: Watch | null): void => {
    kept = next;
    try {
      memory.write(next);
    } catch (error) {
      // What is forgotten comes in once more and is recognised by its content.
      onBug(error);
    }
  };
  const lookSoon = (afterMs: number): void => {
    clearTimeout(soon);
    soon = setTimeout(() => void look(), afterMs);
    soon.unref();
  };
  const stopHearing = (): void => {
    endHearing?.();
    endHearing = null;
  };
  const beginHearing = (folder: string): void => {
    const hear = options.hearChanges ?? hearChanges;
    endHearing ??= hear(
      folder,
      () => lookSoon(swarmMs),
      () => {
        endHearing = null;
      },
    );
  };

  const bringIn = async (watched: Watch, files: readonly WatchedFile[]): Promise<void> => {
    const paths = files.map(({ name }) => join(watched.folder, name));
    const report = await options.importFiles(paths, (job) => {
      importing = { job, files: files.length };
      changed();
    });
    importing = null;
    // Another folder may be watched by now.
    if (kept === null || kept.folder !== watched.folder) return;
    const done = dealtWith(report);
    const seen = files.filter(({ name }) => done.has(join(watched.folder, name)));
    keep({
      ...kept,
      cameIn: kept.cameIn + report.imported.length + report.updated.length,
      seen: { ...kept.seen, ...Object.fromEntries(seen.map(({ name, stamp }) => [name, stamp])) },
    });
  };

  const lookOnce = async (): Promise<void> => {
    const asked = kept?.folder;
    if (stopped || asked === undefined || kept?.paused) return;
    const files = await articlesIn(asked);
    const watched = kept;
    // Meanwhile it may have ended, or be another folder.
    if (stopped || watched?.folder !== asked || watched.paused) return;
    const before = JSON.stringify(now());
    problem = typeof files === 'string' ? files : null;
    if (typeof files === 'string') {
      stopHearing();
      unsettled = new Map();
    } else {
      beginHearing(watched.folder);
      if (Object.keys(watched.seen).length > mostSeen) keep({ ...watched, seen: presentOf(watched.seen, files) });
      const next = settle(files, watched.seen, unsettled, nowMs());
      unsettled = next.unsettled;
      if (next.settled.length > 0) await bringIn(watched, next.settled);
      if (unsettled.size > 0) lookSoon(settledMs + 100);
    }
    if (JSON.stringify(now()) !== before) changed();
  };

  /** One look at a time; one asked for meanwhile follows it. */
  const look = async (): Promise<void> => {
    await looking;
    looking ??= lookOnce()
      .catch(onBug)
      .finally(() => {
        looking = null;
      });
    await looking;
  };

  const survey = async (folder: string): Promise<readonly WatchedFile[]> => {
    const files = await articlesIn(folder);
    if (typeof files !== 'string') return files;
    throw new Failure('watch/unreadable', `“${basename(folder)}” can’t be looked into. Choose another folder.`, {
      name: basename(folder),
    });
  };

  return {
    start: () => {
      stopped = false;
      try {
        kept = memory.read();
      } catch (error) {
        onBug(error);
      }
      if (kept !== null) changed();
      minute = setInterval(() => void look(), everyMs);
      minute.unref();
      void look();
    },
    stop: () => {
      stopped = true;
      clearTimeout(soon);
      clearInterval(minute);
      stopHearing();
    },
    now,
    survey: async (folder) => {
      const files = await survey(folder);
      return { folder, name: basename(folder) || folder, files: files.length };
    },
    watch: async (chosen, present) => {
      const folder = resolve(chosen);
      const files = await survey(folder);
      stopHearing();
      unsettled = new Map();
      problem = null;
      const seen = present ? {} : Object.fromEntries(files.map(({ name, stamp }) => [name, stamp]));
      const watched: Watch = { folder, paused: false, cameIn: 0, seen };
      keep(watched);
      changed();
      void look();
      return now() ?? { folder, name: basename(folder), paused: false, problem, cameIn: 0, waiting: 0, importing };
    },
    pause: (paused) => {
      if (kept === null) return null;
      keep({ ...kept, paused });
      if (paused) {
        stopHearing();
        unsettled = new Map();
      } else void look();
      changed();
      return now();
    },
    forget: () => {
      stopHearing();
      unsettled = new Map();
      problem = null;
      keep(null);
      changed();
    },
    look,
    leaveOut: (path) => {
      const name = basename(path);
      if (kept === null || dirname(resolve(path)) !== kept.folder || !isWatchedName(name) || !existsSync(path)) return;
      const { size, mtimeMs } = statSync(path);
      keep({ ...kept, seen: { ...kept.seen, [name]: `${size} ${Math.trunc(mtimeMs)}` } });
    },
  };
}

/** Paths something came of; a file the archive itself refused, or that was not reached, is tried again. */
function dealtWith(report: ImportReport): ReadonlySet<string> {
  const { imported, skipped, updated, annotated, missing, failed } = report;
  const well = [imported, skipped, updated, annotated, missing].flatMap((group) => group.map(({ path }) => path));
  return new Set([...well, ...failed.filter(isSettled).map(({ path }) => path)]);
}

const isSettled = ({ code }: ImportReport['failed'][number]): boolean =>
  !code.startsWith('archive/') && code !== 'import/cancelled';

const presentOf = (seen: Watch['seen'], files: readonly WatchedFile[]): Watch['seen'] => {
  const there = new Set(files.map(({ name }) => name));
  return Object.fromEntries(Object.entries(seen).filter(([name]) => there.has(name)));
};
