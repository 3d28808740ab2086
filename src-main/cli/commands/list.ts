/** `postil list` */
import type { ListSort, Scope } from '@shared/contract/calls';
import type { DocumentSummary } from '@shared/model/document';
import type { Archive } from '../../archive/archive-api';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, facts, plainLine, styleFor } from '../print-text';
import { withArchiveAlone } from '../with-archive';

export interface ListOptions {
  readonly type?: 'article' | 'note';
  readonly label?: string;
  readonly limit: number;
  readonly offset: number;
  readonly sort: ListSort;
}

/** Rows the archive gives at once. */
const pageSize = 500;

/** Lists documents; newest first, or by name for titles and sites. */
export async function listCommand(context: CommandContext, options: ListOptions): Promise<ExitCode> {
  const { total, rows } = await withArchiveAlone(context, (archive) => listed(archive, options));
  if (context.json) printJson(context.io, { total, documents: rows.map(listJson) });
  else printList(context, rows, total, options);
  return exitCodes.done;
}

function listed(
  archive: Archive,
  { type, label, limit, offset, sort }: ListOptions,
): { total: number; rows: readonly DocumentSummary[] } {
  const scope: Scope =
    label !== undefined
      ? { in: 'label', label }
      : type === undefined
        ? { in: 'all' }
        : { in: type === 'article' ? 'articles' : 'notes' };
  const descending = sort !== 'title' && sort !== 'site';
  const read = (from: number, count: number) =>
    archive.listDocuments({ scope, sort, descending, offset: from, limit: count });
  // A label has no scope by type: then every row of the label is looked at.
  const filtered = label !== undefined && type !== undefined;
  const rows: DocumentSummary[] = [];
  let total = 0;
  for (let from = filtered ? 0 : offset; filtered || rows.length < limit; from += pageSize) {
    const page = read(from, filtered ? pageSize : Math.min(pageSize, limit - rows.length));
    total = page.total;
    rows.push(...page.rows.filter((row) => type === undefined || row.type === type));
    if (page.rows.length === 0 || from + page.rows.length >= page.total) break;
  }
  return filtered ? { total: rows.length, rows: rows.slice(offset, offset + limit) } : { total, rows };
}

function listJson(row: DocumentSummary): unknown {
  const { uid, type, title, site, date, language, labels, counts, orphans, addedAtMs, updatedAtMs } = row;
  const added = new Date(addedAtMs).toISOString();
  const updated = new Date(updatedAtMs).toISOString();
  return { uid, type, title, site, date, lang: language, labels, counts, orphans, added, updated };
}

function printList(
  { io }: CommandContext,
  rows: readonly DocumentSummary[],
  total: number,
  { offset }: ListOptions,
): void {
  const style = styleFor(io);
  for (const row of rows) {
    const counts = Object.entries(row.counts).map(([kind, count]) => counted(count ?? 0, kind));
    io.out(`${style.bold(plainLine(row.title))}\n`);
    io.out(
      `  ${style.dim(facts(row.uid, row.type === 'note' && 'note', plainLine(row.site), row.date, row.language, ...counts))}\n`,
    );
  }
  if (rows.length < total)
    io.out(
      `${rows.length === 0 ? 'None' : `${offset + 1}–${offset + rows.length}`} of ${counted(total, 'document')}.\n`,
    );
  else if (total === 0) io.out('No documents.\n');
}
