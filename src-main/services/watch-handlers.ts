/** The calls about the watched folder, and its imports as jobs. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Handlers } from '@shared/contract/calls';
import type { ImportReport } from '@shared/contract/import-report';
import { Failure } from '@shared/outcome/outcome';
import type { Importing } from './import-batch';
import { importPaths } from './import-paths';
import type { Jobs } from './jobs';
import type { ServicesOptions } from './services-api';
import { FolderWatch } from './watched-folder';

type WatchCall =
  | 'watchedFolder'
  | 'surveyFolder'
  | 'watchFolder'
  | 'pauseWatching'
  | 'stopWatching'
  | 'lookIntoWatched';

/** Null where nothing is remembered between starts. */
export function watchOf(options: ServicesOptions, importing: Importing, jobs: Jobs): FolderWatch | null {
  const { watchMemory: memory, emit = () => undefined } = options;
  if (memory === undefined) return null;
  const importFiles = (paths: readonly string[], started: (job: string) => void): Promise<ImportReport> =>
    new Promise((resolve, reject) => {
      const job = jobs.start('import', async (job, { signal, progress }) => {
        try {
          const report = withoutVanished(await importPaths(importing, paths, { signal, onProgress: progress }));
          resolve(report);
          return { type: 'folderImported', job, report, folder: basename(memory.read()?.folder ?? '') };
        } catch (error) {
          reject(error);
          throw error;
        }
      });
      started(job);
    });
  return new FolderWatch({
    memory,
    importFiles,
    onChange: (watched) => emit({ type: 'watchChanged', watched }),
    onBug: importing.onBug,
    ...(options.nowMs ? { nowMs: options.nowMs } : {}),
  });
}

/** A file that was moved away before it could be read is nobody's trouble. */
const withoutVanished = (report: ImportReport): ImportReport => ({
  ...report,
  failed: report.failed.filter(({ path, code }) => code !== 'import/unreadable' || existsSync(path)),
});

/** Handlers over `watch`; without it each refuses. */
export function watchHandlers(
  watch: FolderWatch | null,
  grantedPath: (grant: string) => string,
): Pick<Handlers, WatchCall> {
  const watching = (): FolderWatch => {
    if (watch !== null) return watch;
    throw new Failure('request/unknown', 'Folders are watched by the app; see postil import --watch.');
  };
  return {
    watchedFolder: () => watch?.now() ?? null,
    surveyFolder: ({ grant }) => watching().survey(grantedPath(grant)),
    watchFolder: ({ grant, present }) => watching().watch(grantedPath(grant), present),
    pauseWatching: ({ paused }) => watching().pause(paused),
    stopWatching: () => {
      watching().forget();
      return null;
    },
    lookIntoWatched: async () => {
      await watch?.look();
      return null;
    },
  };
}
