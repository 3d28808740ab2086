/** `postil export FORMAT --out PATH [--query Q | --collection NAME | UID…] [--language L] [--set OPTION=VALUE…]` */
import { resolve } from 'node:path';
import type { ExportSelection } from '@shared/contract/calls';
import { type ExportChoices, exportLanguages } from '@shared/contract/export-choices';
import type { Exporter } from '../../export/exporter';
import { exporters } from '../../export/registry';
import type { Services } from '../../services/services-api';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, plainLine, sizeWords } from '../print-text';
import { progressOn } from '../progress';
import { usageError } from '../report-error';
import { documentArgument } from '../uid-arguments';
import { withArchive } from '../with-archive';

export interface ExportOptions {
  readonly out: string;
  readonly query?: string;
  /** A collection's name or uid. */
  readonly collection?: string;
  readonly language?: string;
  /** `option=value,value`, each option at most once. */
  readonly set?: readonly string[];
}

/** Writes a selection, or everything, in a format; says on stderr what the format can't carry. */
export async function exportCommand(
  context: CommandContext,
  format: string,
  uids: readonly string[],
  options: ExportOptions,
): Promise<ExitCode> {
  const { io, json } = context;
  const exporter = exporters.find(({ id }) => id === format);
  if (exporter === undefined)
    throw usageError(`There is no format “${format}”. Formats: ${exporters.map(({ id }) => id).join(', ')}.`);
  const choices = choicesOf(exporter, options);
  const selectionIn = selectionOf(uids, options);
  const progress = await progressOn(io);
  const report = await withArchive(context, async (services) => {
    try {
      return await services.exportTo(format, await selectionIn(services), resolve(io.folder, options.out), {
        choices,
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

/** What to take, once the archive is open: a collection is found by its name there. */
function selectionOf(
  uids: readonly string[],
  { query, collection }: ExportOptions,
): (services: Services) => Promise<ExportSelection> {
  if ([uids.length > 0, query !== undefined, collection !== undefined].filter(Boolean).length > 1)
    throw usageError('Give one of --query, --collection or uids.');
  if (collection !== undefined) return (services) => collectionNamed(services, collection);
  const selection: ExportSelection =
    query !== undefined
      ? { take: 'query', query }
      : uids.length === 0
        ? { take: 'all' }
        : { take: 'documents', documents: uids.map(documentArgument) };
  return async () => selection;
}

async function collectionNamed({ handlers }: Services, wanted: string): Promise<ExportSelection> {
  const { collections } = await handlers.libraryCounts({});
  const found = collections.filter(({ uid, name }) => uid === wanted || name === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { take: 'collection', collection: only.uid };
  if (found.length > 1)
    throw usageError(
      `Several collections are called “${wanted}”. Give a uid: ${found.map(({ uid }) => uid).join(', ')}.`,
    );
  throw usageError(`There is no collection “${wanted}”.`);
}

/** @throws Failure request/invalid for an option the format has not, or a value it does not know. */
function choicesOf(
  { id: format, options: known }: Exporter,
  { language = 'en', set = [] }: ExportOptions,
): ExportChoices {
  const spoken = exportLanguages.find((one) => one === language);
  if (spoken === undefined)
    throw usageError(`There is no language “${language}”. Languages: ${exportLanguages.join(', ')}.`);
  const values: Record<string, readonly string[]> = {};
  for (const setting of set) {
    const [name = '', list = ''] = setting.split('=', 2);
    const option = known.find(({ id }) => id === name);
    if (option === undefined) {
      const names = known.map(({ id }) => id).join(', ') || 'none';
      throw usageError(`The format “${format}” has no option “${name}”. Options: ${names}.`);
    }
    const ids = list.split(',').filter((id) => id !== '');
    const odd = ids.find((id) => !option.options.some((one) => one.id === id));
    if (odd !== undefined || ids.length === 0)
      throw usageError(
        `“${odd ?? ''}” is no value of ${name}. Values: ${option.options.map(({ id }) => id).join(', ')}.`,
      );
    values[name] = ids;
  }
  return { language: spoken, values };
}
