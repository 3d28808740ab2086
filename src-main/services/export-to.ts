/**
 * Out of the archive: one reading, one exporter, files written whole. Knows no format.
 */
import { stat } from 'node:fs/promises';
import type { ExportSelection } from '@shared/contract/calls';
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportPreview, ExportReport } from '@shared/contract/export-shapes';
import type { ExportBundle } from '@shared/model/bundle';
import { Failure } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import type { Exporter } from '../export/exporter';
import { findExporter } from '../export/registry';
import { previewOf } from './export-preview';
import type { PrintPage } from './services-api';
import { withoutBin } from './without-bin';
import { exportCancelled, writeFilesInto, writeFileWhole } from './write-files';

export interface Exporting {
  readonly archive: Archive;
  readonly nowMs: () => number;
  /** Absent where there is no Chromium, as in the command line. */
  readonly print?: PrintPage;
}

export interface ExportToOptions {
  readonly choices?: ExportChoices;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes a selection in a format. A file format writes `path` itself; a folder
 * format writes into the folder `path`, making it if need be, or, when `path` ends
 * as the format's files do ("note.md") and is no folder, one document into that file.
 * @throws Failure export/unknown-format, export/nothing, export/needs-window, export/cannot-write, export/cannot-print,
 *   export/cancelled.
 */
export async function exportTo(
  exporting: Exporting,
  format: string,
  selection: ExportSelection,
  path: string,
  options: ExportToOptions = {},
): Promise<ExportReport> {
  const exporter = exporterOf(format);
  const { choices = defaultChoices } = options;
  if (exporter.needs === 'printer' && exporting.print === undefined) throw needsWindow(exporter);
  const toFile = await goesIntoFile(exporter, path);
  const bundle = bundleFor(exporting, exporter, selection);
  if (bundle.documents.length === 0) throw nothingToExport();
  if (options.signal?.aborted) throw exportCancelled();
  const losses = exporter.losses(bundle, choices);
  if (toFile) {
    const pieces =
      exporter.needs === 'printer' && exporting.print !== undefined
        ? [await printed(exporter, bundle, exporting.print, options)]
        : piecesOf(exporter, bundle, path, choices);
    const sizeBytes = await writeFileWhole(path, pieces);
    return { format: exporter.id, path, files: 1, sizeBytes, losses };
  }
  // Rendered in one go: the bundle reads from the archive, which must not be written meanwhile.
  const files = [...exporter.write(bundle, choices)];
  const sizeBytes = await writeFilesInto(path, files, options);
  return { format: exporter.id, path, files: files.length, sizeBytes, losses };
}

/**
 * What a format would write of a selection, and what it would not carry; writes nothing.
 * @throws Failure export/unknown-format.
 */
export function exportPreview(
  exporting: Exporting,
  format: string,
  selection: ExportSelection,
  choices: ExportChoices,
): ExportPreview {
  const exporter = exporterOf(format);
  return previewOf(exporter, bundleFor(exporting, exporter, selection), choices);
}

/** The page an exporter makes, printed. */
async function printed(
  exporter: Exporter,
  bundle: ExportBundle,
  print: PrintPage,
  { choices = defaultChoices, signal }: ExportToOptions,
): Promise<Uint8Array> {
  const [page] = exporter.write(bundle, choices);
  if (page === undefined) throw new Error('An exporter that prints made no page.');
  const [only] = bundle.documents;
  const title = bundle.documents.length === 1 && only !== undefined ? only.title : bundle.archiveName;
  const paper = choices.values.paper?.[0] === 'Letter' ? 'Letter' : 'A4';
  return print(page.bytes, { paper, title }, signal);
}

/** The reading an exporter gets: without the bin, unless the format can bring a bin back. */
function bundleFor({ archive, nowMs }: Exporting, exporter: Exporter, selection: ExportSelection): ExportBundle {
  const bundle = archive.readBundle(selection, nowMs());
  return exporter.carriesBin || selection.take === 'documents' ? bundle : withoutBin(bundle);
}

function exporterOf(format: string): Exporter {
  const exporter = findExporter(format);
  if (exporter !== undefined) return exporter;
  throw new Failure(
    'export/unknown-format',
    `Postil knows no export format “${format}”. Choose one of those it lists.`,
    { format },
  );
}

function piecesOf(
  exporter: Exporter,
  bundle: ExportBundle,
  path: string,
  choices: ExportChoices,
): Iterable<Uint8Array> {
  if (exporter.writePieces !== undefined) return exporter.writePieces(bundle, choices);
  const [file, ...others] = exporter.write(bundle, choices);
  if (file !== undefined && others.length === 0) return [file.bytes];
  if (exporter.target === 'file') throw new Error('An exporter for one file made none or several.');
  throw new Failure(
    'export/cannot-write',
    `“${path}” can’t be written because one file can’t hold several documents. Choose a folder instead.`,
    { path, reason: 'one file can’t hold several documents' },
  );
}

/**
 * Tells whether `path` is to be one file.
 * @throws Failure export/cannot-write when a folder stands where a file is to go, or the reverse.
 */
async function goesIntoFile(exporter: Exporter, path: string): Promise<boolean> {
  const isFolder = await isExistingFolder(path);
  const namedAsFile = path.toLowerCase().endsWith(`.${exporter.extension}`);
  const toFile = exporter.target === 'file' || (namedAsFile && isFolder !== true);
  if (isFolder === null || isFolder !== toFile) return toFile;
  const reason = isFolder ? 'a folder has that name' : 'a file has that name';
  throw new Failure('export/cannot-write', `“${path}” can’t be written because ${reason}. Choose another name.`, {
    path,
    reason,
  });
}

async function isExistingFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there yet is fine; any other trouble is met again, and named, when writing.
    return null;
  }
}

const needsWindow = ({ id }: Exporter): Failure =>
  new Failure(
    'export/needs-window',
    `The format “${id}” is printed by Postil’s window, which the command line does not open. Export it from the app’s menu, or write “html” and print that.`,
    { format: id },
  );

const nothingToExport = (): Failure =>
  new Failure(
    'export/nothing',
    'There is nothing to export in this selection. Choose other documents or another search.',
  );
