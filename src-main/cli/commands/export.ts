/** `postil export FORMAT --out PATH [--query Q | UID…]` */
import { resolve } from 'node:path';
import type { ExportSelection } from '@shared/contract/calls';
import { exporters } from '../../export/registry';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, plainLine, sizeWords } from '../print-text';
import { progressOn } from '../progress';
import { usageError } from '../report-error';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

export interface ExportOptions {
  readonly out: string;
  readonly query?: string;
}

/** Writes a selection, or everything, in a format; says on stderr what the format can't carry. */
export async function exportCommand(
  context: CommandContext,
  format: string,
  uids: readonly string[],
  options: ExportOptions,
): Promise<ExitCode> {
  const { io, json } = context;
  if (!exporters.some(({ id }) => id === format))
    throw usageError(`There is no format “${format}”. Formats: ${exporters.map(({ id }) => id).join(', ')}.`);
  const selection = selectionOf(uids, options.query);
  const progress = await progressOn(io);
  const report = await withArchive(context, async (services) => {
    try {
      return await services.exportTo(format, selection, resolve(io.folder, options.out), {
        signal: io.signal,
        onProgress: progress.update,
      });
    } finally {
      progress.stop();
    }
  });
  if (json) {
    printJson(io, report);
    return exitCodes.done;
  }
  for (const { what, count } of report.losses) io.err(`Not carried: ${plainLine(what)}: ${count}\n`);
  io.out(`${plainLine(report.path)}\n  ${counted(report.files, 'file')}, ${sizeWords(report.sizeBytes)}\n`);
  return exitCodes.done;
}

function selectionOf(uids: readonly string[], query: string | undefined): ExportSelection {
  if (query !== undefined && uids.length > 0) throw usageError('Give either --query or uids, not both.');
  if (query !== undefined) return { take: 'query', query };
  return uids.length === 0 ? { take: 'all' } : { take: 'documents', documents: uids.map(documentArgument) };
}
