/**
 * Files and folders into the archive: read and parsed a few ahead, written one
 * document a transaction in a stable order. One bad file never stops the others.
 */
import { readFile, stat } from 'node:fs/promises';
import type { ImportReport } from '@shared/contract/shapes';
import type { ImportedDocument } from '@shared/model/document';
import type { CollectionUid } from '@shared/model/ids';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import { errorDataOf } from './jobs';
import type { ImportOptions, Parse, Parsed } from './services-api';
import { type FoundFile, fileName, reasonWords, systemCode, type Unreadable, walk } from './walk';

/** Files read and parsed ahead of the one being written: enough for two workers, few enough to hold in memory. */
const filesAhead = 3;

export interface Importing {
  readonly archive: Archive;
  readonly parse: Parse;
  /** Largest file of this name that is read, in bytes. */
  readonly maxFileBytes: (name: string) => number;
  /** Tells by a file's name whether any importer takes it; what a person picked is looked at in any case. */
  readonly isSupported: (name: string) => boolean;
  readonly onBug: (error: unknown) => void;
}

/** Bytes with a name, from a file or the clipboard, and the place they are listed under in the report. */
export interface Content {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Prepared =
  | { readonly ok: true; readonly content: Content; readonly parsed: Parsed }
  | { readonly ok: false; readonly error: ErrorData };

/** Imports files and folders (recursive). Never fails as a whole: what went wrong is in the report. */
export async function importPaths(
  importing: Importing,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { signal } = options;
  const walked = await walk(paths, signal);
  // In a folder other people's files lie about; only what was picked by name is owed an explanation.
  const files = walked.files.filter((file) => file.picked || importing.isSupported(fileName(file.path)));
  const report = emptyReport();
  report.failed.push(...walked.unreadable.map(unreadablePath));

  const ahead: Promise<Prepared>[] = [];
  let next = 0;
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) break;
    while (next < files.length && next < index + filesAhead) ahead.push(prepareFile(importing, files[next++], signal));
    options.onProgress?.(index, files.length, fileName(file.path));
    const prepared = await ahead.shift();
    if (prepared === undefined || signal?.aborted) break;
    const stopped = addPrepared(importing, report, file.path, prepared, options.collection);
    if (stopped !== null) {
      // The archive itself can't take more (disk full …): every file left says so, none is tried in vain.
      report.failed.push(
        ...files.slice(index + 1).map((left) => ({ path: left.path, code: stopped.code, message: stopped.message })),
      );
      break;
    }
  }
  await Promise.all(ahead);
  finish(importing, report);
  if (!signal?.aborted) options.onProgress?.(files.length, files.length, '');
  return { ...report, cancelled: signal?.aborted ?? false };
}

/** Imports content that is no file, as a paste. Fails like a file would, in the report. */
export async function importContent(
  importing: Importing,
  content: Content,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const report = emptyReport();
  const prepared = await parseContent(importing, content, options.signal);
  if (!options.signal?.aborted) addPrepared(importing, report, content.path, prepared, options.collection);
  finish(importing, report);
  return { ...report, cancelled: options.signal?.aborted ?? false };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Growing = Omit<Mutable<ImportReport>, 'cancelled'>;
const emptyReport = (): Growing => ({ imported: [], skipped: [], failed: [] });

async function prepareFile(importing: Importing, file: FoundFile | undefined, signal?: AbortSignal): Promise<Prepared> {
  if (file === undefined) throw new Error('A file beyond the end of the list was asked for.');
  const name = fileName(file.path);
  const limit = importing.maxFileBytes(name);
  if (file.sizeBytes > limit) return failed('import/too-large', tooLargeSentence(name, file.sizeBytes, limit), name);
  try {
    // Asked again: the file may have grown since the folder was listed.
    const { size } = await stat(file.path);
    if (size > limit) return failed('import/too-large', tooLargeSentence(name, size, limit), name);
    const bytes = await readFile(file.path, { signal });
    return await parseContent(importing, { path: file.path, name, bytes }, signal);
  } catch (error) {
    return failed('import/unreadable', unreadableSentence(file.path, systemCode(error)), name);
  }
}

async function parseContent(importing: Importing, content: Content, signal?: AbortSignal): Promise<Prepared> {
  try {
    const outcome = await importing.parse({ name: content.name, bytes: content.bytes }, signal);
    return outcome.ok ? { ok: true, content, parsed: outcome.value } : outcome;
  } catch (error) {
    if (!(error instanceof Failure)) importing.onBug(error);
    return { ok: false, error: errorDataOf(error) };
  }
}

/** Writes one file's content; returns the failure when the archive can take no more. */
function addPrepared(
  importing: Importing,
  report: Growing,
  path: string,
  prepared: Prepared,
  collection?: CollectionUid,
): ErrorData | null {
  if (!prepared.ok) {
    report.failed.push({ path, code: prepared.error.code, message: prepared.error.message });
    return null;
  }
  try {
    const { content, parsed } = prepared;
    if (parsed.holds === 'documents') addDocuments(importing.archive, report, content, parsed.documents, collection);
    else addBundle(importing.archive, report, path, parsed);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) importing.onBug(error);
    const data = errorDataOf(error);
    report.failed.push({ path, code: data.code, message: data.message });
    return data.code.startsWith('archive/') ? data : null;
  }
}

function addDocuments(
  archive: Archive,
  report: Growing,
  content: Content,
  documents: readonly ImportedDocument[],
  collection?: CollectionUid,
): void {
  const { path, name: originalName, bytes } = content;
  for (const [index, document] of documents.entries()) {
    // The file is the original of its first document; further ones come from the same bytes.
    const original = index === 0 ? { bytes, fileName: originalName, mediaType: document.mediaType } : null;
    const outcome = archive.insertImported(document, original, collection);
    if (!outcome.inserted) {
      report.skipped.push({ path, reason: 'already-here', uid: outcome.uid, title: outcome.title });
      return;
    }
    const { title, metadata, losses } = document;
    report.imported.push({ uid: outcome.uid, path, title, lang: metadata.language, losses });
  }
}

function addBundle(
  archive: Archive,
  report: Growing,
  path: string,
  parsed: Extract<Parsed, { holds: 'archive' }>,
): void {
  const outcome = archive.insertBundle(parsed.bundle);
  for (const { uid, title, lang } of outcome.inserted) report.imported.push({ uid, path, title, lang, losses: [] });
  for (const { uid, title } of outcome.skipped) report.skipped.push({ path, reason: 'already-here', uid, title });
}

function finish(importing: Importing, report: Growing): void {
  if (report.imported.length === 0) return;
  try {
    importing.archive.checkpoint();
  } catch (error) {
    // All is written already; the checkpoint only folds the log back, and the next one will.
    importing.onBug(error);
  }
}

function failed(code: ErrorData['code'], message: string, name: string): Prepared {
  return { ok: false, error: { code, message, params: { name } } };
}

function unreadablePath({ path, reason }: Unreadable): ImportReport['failed'][number] {
  return { path, code: 'import/unreadable', message: unreadableSentence(path, reason) };
}

const unreadableSentence = (path: string, reason: string): string =>
  `“${fileName(path)}” can’t be read because ${reasonWords(reason)}. Check the file and import it again.`;

function tooLargeSentence(name: string, sizeBytes: number, limitBytes: number): string {
  const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_048_576));
  return `“${name}” is ${megabytes(sizeBytes)} MB; files up to ${megabytes(limitBytes)} MB can be imported. Split it, or keep only the part you need.`;
}
