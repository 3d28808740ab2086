/**
 * The use cases over one archive: what the contract's calls do. The only place where
 * archive, importers and exporters meet. Knows no window and no process.
 */
import { basename } from 'node:path';
import type { Handlers } from '@shared/contract/calls';
import type { ArchiveEvent } from '@shared/contract/events';
import { defaultChoices } from '@shared/contract/export-choices';
import { Failure } from '@shared/outcome/outcome';
import type { Archive, ArchiveCalls } from '../archive/archive-api';
import { describeExporter } from '../export/exporter';
import { exporters } from '../export/registry';
import { isSupportedName, maxFileBytes } from '../import/parse-file';
import { backUpBeforeImport } from './back-up-first';
import { copyDocument } from './copy-document';
import { type Exporting, exportPreview, exportTo } from './export-to';
import type { Importing } from './import-batch';
import { importFileInto } from './import-file-into';
import { importContent, importPaths } from './import-paths';
import { createJobs, type Jobs } from './jobs';
import { keepingHandlers } from './keeping-handlers';
import type { CreateServices, ImportOptions, ServicesOptions } from './services-api';
import { watchHandlers, watchOf } from './watch-handlers';
import type { FolderWatch } from './watched-folder';

/** Puts the services together over an open archive; closing it stays with the caller. */
export const createServices: CreateServices = (options) => {
  const { archive, parse } = options;
  const nowMs = options.nowMs ?? Date.now;
  const onBug = options.onBug ?? ignoreBug;
  const jobs = createJobs(options.emit ?? ignoreEvent, onBug, nowMs, options.onWork);
  const importing: Importing = { archive, parse, maxFileBytes, isSupported: isSupportedName, onBug };
  const watch = watchOf(options, importing, jobs);
  const exporting = { archive, nowMs, ...(options.print ? { print: options.print } : {}) };

  return {
    handlers: {
      ...archiveHandlers(archive),
      ...jobHandlers(options, jobs, importing, exporting, watch),
      ...watchHandlers(watch, (grant) => granted(options.grantedPaths?.(grant) ?? [])[0]),
      ...keepingHandlers(archive, options.keeping, jobs),
    },
    once: archive.once,
    folderWatch: watch,
    stopWork: () => {
      watch?.stop();
      return jobs.stopAll();
    },
    importPaths: (paths, importOptions) => importPaths(importing, paths, importOptions),
    importInto: (uid, path, importOptions) => importFileInto(importing, uid, [path], importOptions),
    exportTo: (format, selection, path, exportOptions) => exportTo(exporting, format, selection, path, exportOptions),
  };
};

type JobHandlers = Omit<
  Handlers,
  keyof ArchiveCalls | keyof ReturnType<typeof keepingHandlers> | keyof ReturnType<typeof watchHandlers>
>;

function jobHandlers(
  options: ServicesOptions,
  jobs: Jobs,
  importing: Importing,
  exporting: Exporting,
  watch: FolderWatch | null,
): JobHandlers {
  const pathsOf = options.grantedPaths ?? (() => []);

  const startPaths = (
    paths: readonly string[],
    { collection, into }: Omit<Parameters<JobHandlers['startImport']>[0], 'grant'> = {},
  ) => ({
    job: jobs.start('import', async (job, context) => {
      const importOptions: ImportOptions = {
        signal: context.signal,
        onProgress: context.progress,
        beforeWriting: (size) =>
          backUpBeforeImport(options.keeping, size, context, ({ data }) =>
            options.emit?.({ type: 'backupFailed', ...data }),
          ),
        ...(collection ? { collection } : {}),
      };
      const report =
        into === undefined
          ? await importPaths(importing, paths, importOptions)
          : await importFileInto(importing, into, paths, importOptions);
      return { type: 'importDone', job, report };
    }),
  });

  return {
    proposeDates: async (input) => {
      // Read when it is first asked for: parsing dates in four languages takes long to load.
      const { proposeDates } = await import('@shared/dates/propose-dates');
      const { passage, before, language, date } = options.archive.readPassage(input);
      return proposeDates(passage, { before, language, articleDate: date });
    },
    startImport: ({ grant, ...where }) => startPaths(granted(pathsOf(grant)), where),
    startSamples: () => startPaths([options.samplesFolder]),
    startPaste: ({ html, text }) => ({
      job: jobs.start('import', async (job, { signal }) => {
        const report = await importContent(importing, pasted(html, text), { signal });
        return { type: 'importDone', job, report };
      }),
    }),
    startExport: ({ format, selection, choices = defaultChoices, grant }) => {
      const [path] = granted(pathsOf(grant));
      return {
        job: jobs.start({ kind: 'export', name: basename(path), grant }, async (job, { signal, progress }) => {
          const onProgress = (done: number, total: number): void => progress(done, total, '');
          const report = await exportTo(exporting, format, selection, path, { choices, signal, onProgress });
          watch?.leaveOut(report.path);
          return { type: 'exportDone', job, report };
        }),
      };
    },
    cancelJob: ({ job }) => {
      jobs.cancel(job);
      return null;
    },
    runningJobs: () => jobs.running(),
    exportFormats: () => exporters.map(describeExporter),
    exportPreview: ({ format, selection, choices = defaultChoices }) =>
      exportPreview(exporting, format, selection, choices),
    copyDocument: (input) => copyDocument(exporting, input),
  };
}

/** The archive's own answers, without the methods that are no calls of the contract. */
function archiveHandlers(archive: Archive): ArchiveCalls {
  const {
    insertImported,
    insertAllImported,
    importInto,
    attachAnnotations,
    insertBundle,
    readAsset,
    readBundle,
    readPassage,
    dataVersion,
    once,
    backUp,
    facts,
    rebuildIndexStep,
    indexIsComplete,
    tidyIndexStep,
    checkpoint,
    close,
    ...calls
  } = archive;
  return calls;
}

/** What was pasted, as if it were a file: HTML when there is any, else text. */
function pasted(
  html: string | undefined,
  text: string,
): { readonly path: string; readonly name: string; readonly bytes: Uint8Array } {
  const useHtml = html !== undefined && html.trim() !== '';
  const name = useHtml ? 'pasted.html' : 'pasted.txt';
  return { path: name, name, bytes: new TextEncoder().encode(useHtml ? html : text) };
}

function granted(paths: readonly string[]): readonly [string, ...string[]] {
  const [first, ...rest] = paths;
  if (first !== undefined) return [first, ...rest];
  throw new Failure('request/invalid', 'That choice of files is no longer known. Choose them again.');
}

const ignoreEvent = (_event: ArchiveEvent): void => undefined;
const ignoreBug = (_error: unknown): void => undefined;
