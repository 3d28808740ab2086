/**
 * Files and folders into the archive: read and parsed a few ahead, written a few a
 * transaction in a stable order. One bad file never stops the others.
 */
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { emptyReport, type GrowingReport, type ImportReport } from '@shared/contract/import-report';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { addAlike } from './import-alike';
import { addPrepared, Batch, type Content, type Importing, type Prepared, reasonOf } from './import-batch';
import { errorDataOf } from './jobs';
import type { FileToParse, ImportOptions } from './services-api';
import { type FoundFile, fileName, reasonWords, systemCode, type Unreadable, walk } from './walk';

/**
 * Files read and parsed ahead of the one being written: enough to keep two workers busy while
 * a transaction is written, few enough to hold in memory.
 */
const filesAhead = 320;
const bytesAhead = 16 * 1_048_576;
/** Smaller files are read at once: handing each to another thread takes ten times as long as reading it. */
const smallFileBytes = 262_144;

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

  await options.beforeWriting?.({
    files: files.length,
    bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  });
  const ahead: Promise<Prepared>[] = [];
  const batch = new Batch(importing, report, options.collection);
  let next = 0;
  let heldBytes = 0;
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) break;
    for (
      let file = files[next];
      file !== undefined && (next <= index || mayReadOn(next - index, heldBytes));
      file = files[next]
    ) {
      ahead.push(prepareFile(importing, file, signal));
      heldBytes += file.sizeBytes;
      next++;
    }
    options.onProgress?.(index, files.length, fileName(file.path));
    const prepared = await ahead.shift();
    heldBytes -= file.sizeBytes;
    if (prepared === undefined || signal?.aborted) break;
    const stopped = batch.add(file.path, prepared);
    if (stopped !== null) {
      // The archive itself can't take more (disk full …): every file left says so, none is tried in vain.
      report.failed.push(...files.slice(index + 1).map(({ path }) => ({ path, ...reasonOf(stopped) })));
      break;
    }
  }
  batch.finish();
  await Promise.all(ahead);
  await finish(importing, report, signal);
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
  await finish(importing, report, options.signal);
  return { ...report, cancelled: options.signal?.aborted ?? false };
}

/** Whether another file is read before the first of those ahead is written. */
const mayReadOn = (files: number, bytes: number): boolean => files < filesAhead && bytes < bytesAhead;

/** Reads a file and has it parsed; what it can't be read for is the answer. */
export async function prepareFile(importing: Importing, file: FoundFile, signal?: AbortSignal): Promise<Prepared> {
  const name = fileName(file.path);
  const limit = importing.maxFileBytes(name);
  if (file.sizeBytes > limit) return failed('import/too-large', tooLargeSentence(name, file.sizeBytes, limit), name);
  try {
    // Asked again: the file may have grown since the folder was listed.
    const small = file.sizeBytes < smallFileBytes;
    const { size } = small ? statSync(file.path) : await stat(file.path);
    if (size > limit) return failed('import/too-large', tooLargeSentence(name, size, limit), name);
    const bytes = small && size < smallFileBytes ? readFileSync(file.path) : await readFile(file.path, { signal });
    return await parseContent(importing, { path: file.path, name, bytes }, signal, {
      path: file.path,
      ...(file.root === undefined ? {} : { root: file.root }),
    });
  } catch (error) {
    return failed('import/unreadable', unreadableSentence(file.path, systemCode(error)), name);
  }
}

async function parseContent(
  importing: Importing,
  content: Content,
  signal?: AbortSignal,
  beside: Pick<FileToParse, 'path' | 'root'> = {},
): Promise<Prepared> {
  try {
    const outcome = await importing.parse({ name: content.name, bytes: content.bytes, ...beside }, signal);
    return outcome.ok ? { ok: true, content, parsed: outcome.value } : outcome;
  } catch (error) {
    if (!(error instanceof Failure)) importing.onBug(error);
    return { ok: false, error: errorDataOf(error) };
  }
}

/** Tidies up behind what came in. */
export async function finish(importing: Importing, report: GrowingReport, signal?: AbortSignal): Promise<void> {
  if (report.imported.length + report.updated.length === 0) return;
  try {
    // Step by step, so that other calls are answered in between.
    while (!signal?.aborted && importing.archive.tidyIndexStep()) await nextTurn();
    await addAlike(importing.archive, report, signal);
    importing.archive.checkpoint();
  } catch (error) {
    // All is written already; this only tidies up, and the next import will.
    importing.onBug(error);
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function failed(code: ErrorData['code'], message: string, name: string): Prepared {
  return { ok: false, error: { code, message, params: { name } } };
}

/** How a report says of a path that it can't be looked at. */
export function unreadablePath({ path, reason }: Unreadable): ImportReport['failed'][number] {
  return { path, code: 'import/unreadable', message: unreadableSentence(path, reason) };
}

const unreadableSentence = (path: string, reason: string): string =>
  `“${fileName(path)}” can’t be read because ${reasonWords(reason)}. Check the file and import it again.`;

function tooLargeSentence(name: string, sizeBytes: number, limitBytes: number): string {
  const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_048_576));
  return `“${name}” is ${megabytes(sizeBytes)} MB; files up to ${megabytes(limitBytes)} MB can be imported. Split it, or keep only the part you need.`;
}
