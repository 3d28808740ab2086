/** `postil import --watch FOLDER`: what is in a folder comes in, and what comes into it, until Ctrl+C. */
import { basename, resolve } from 'node:path';
import type { ImportReport } from '@shared/contract/import-report';
import { passingWatchMemory } from '../../services/watch-memory';
import { FolderWatch } from '../../services/watched-folder';
import { type CommandContext, type ExitCode, exitCodes } from '../io';
import { usageError } from '../report-error';
import { withArchive } from '../with-archive';
import { printReport } from './import';

/** Ends when the person stops it; what failed was told when it did. @throws Failure `watch/unreadable` */
export async function watchCommand(context: CommandContext, paths: readonly string[]): Promise<ExitCode> {
  const { io, json } = context;
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw usageError('Name one folder to watch.');
  if (json) throw usageError('--json prints one value; watching prints as files come in. Leave one of them out.');
  const folder = resolve(io.folder, path);
  let failed = false;
  await withArchive(
    context,
    async (services) => {
      const watch = new FolderWatch({
        memory: passingWatchMemory(),
        importFiles: async (files) => {
          const report = await services.importPaths(files, { signal: io.signal });
          failed ||= report.failed.length > 0;
          if (isNews(report)) printReport(context, report);
          return report;
        },
        onChange: (watched) => {
          if (watched?.problem) io.err(`${basename(folder)} can’t be read at the moment; looking again each minute.\n`);
        },
        onBug: (error) => {
          throw error;
        },
      });
      try {
        watch.start();
        await watch.watch(folder, true);
        io.err(`Watching ${folder}. Ctrl+C ends it.\n`);
        await stopped(io.signal);
        // What is being written at this moment is written to the end.
        await watch.look();
      } finally {
        watch.stop();
      }
    },
    { create: true },
  );
  return failed ? exitCodes.someFailed : exitCodes.done;
}

const isNews = ({ imported, updated, failed }: ImportReport): boolean =>
  imported.length + updated.length + failed.length > 0;

/** Keeps the program running until it is told to stop. */
function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
