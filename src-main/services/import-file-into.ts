/**
 * One file into one document that is here, because a person says it is its: a changed
 * article imported again, the file of a reference without text. Fails like any import, in the report.
 */
import { emptyReport, type GrowingReport, type ImportReport } from '@shared/contract/import-report';
import type { ImportedDocument } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { textOf } from '@shared/text/canonical-text';
import { titleFromFileName } from '../import/title';
import { type Importing, originalOf, type Prepared } from './import-batch';
import { finish, prepareFile, unreadablePath } from './import-paths';
import { errorDataOf } from './jobs';
import type { ImportOptions, Parsed } from './services-api';
import { fileName, walk } from './walk';

type Options = Omit<ImportOptions, 'collection'>;

/** Imports the one file among `paths` as the newest version of a document. */
export async function importFileInto(
  importing: Importing,
  uid: DocumentUid,
  paths: readonly string[],
  options: Options = {},
): Promise<ImportReport> {
  const { signal } = options;
  const report = emptyReport();
  const { files, unreadable } = await walk(paths, signal);
  report.failed.push(...unreadable.map(unreadablePath));
  const [file, ...others] = files;
  if (file !== undefined && (others.length > 0 || !file.picked)) refuse(report, paths[0] ?? file.path);
  else if (file !== undefined) {
    await options.beforeWriting?.({ files: 1, bytes: file.sizeBytes });
    options.onProgress?.(0, 1, fileName(file.path));
    const prepared = await prepareFile(importing, file, signal);
    if (!signal?.aborted) write(importing, report, uid, file.path, prepared);
    await finish(importing, report, signal);
  }
  if (!signal?.aborted) options.onProgress?.(1, 1, '');
  return { ...report, cancelled: signal?.aborted ?? false };
}

function write(importing: Importing, report: GrowingReport, uid: DocumentUid, path: string, prepared: Prepared): void {
  if (!prepared.ok) {
    report.failed.push({ path, code: prepared.error.code, message: prepared.error.message });
    return;
  }
  const { content, parsed } = prepared;
  const document = articleOf(parsed, content.name);
  if (document === null) {
    refuse(report, path);
    return;
  }
  try {
    const ready = parsed.holds === 'documents' ? parsed.prepared : undefined;
    const original = originalOf(content, document);
    const outcome = importing.archive.importInto(uid, { document, original, prepared: ready });
    if (outcome.did === 'nothing') report.skipped.push({ path, reason: 'unchanged', uid, title: outcome.title });
    else {
      const { did: _, ...version } = outcome;
      report.updated.push({ ...version, path, losses: document.losses });
    }
  } catch (error) {
    if (!(error instanceof Failure)) importing.onBug(error);
    const { code, message } = errorDataOf(error);
    report.failed.push({ path, code, message });
  }
}

/** The one text a file holds; null for none and for several. A title that is only the file's name is none. */
function articleOf(parsed: Parsed, fileName: string): ImportedDocument | null {
  if (parsed.holds !== 'documents' || parsed.documents.length !== 1) return null;
  const [document] = parsed.documents;
  if (document === undefined || textOf(document.body) === '') return null;
  return document.title === titleFromFileName(fileName) ? { ...document, title: '' } : document;
}

function refuse(report: GrowingReport, path: string): void {
  const message = `“${fileName(path)}” is not the text of one article. Choose the article’s own file: a page, a PDF, a document.`;
  report.failed.push({ path, code: 'import/not-one-article', message });
}
