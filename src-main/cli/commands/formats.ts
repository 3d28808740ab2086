/** `postil formats`: what comes in and what goes out; needs no archive. */
import { exporters } from '../../export/registry';
import { importers } from '../../import/registry';
import { formatsPage } from '../formats-page';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { columns, styleFor } from '../print-text';
import { usageError } from '../report-error';

export interface FormatsOptions {
  readonly as: string;
}

/** Lists the registries. */
export async function formatsCommand({ io, json }: CommandContext, { as }: FormatsOptions): Promise<ExitCode> {
  if (as !== 'text' && as !== 'markdown') throw usageError(`“${as}” is no form. Forms: text, markdown.`);
  if (as === 'markdown' && !json) {
    io.out(formatsPage());
    return exitCodes.done;
  }
  if (json) {
    printJson(io, {
      import: importers.map(({ id, label, extensions }) => ({ id, label: label.en, extensions })),
      export: exporters.map(({ id, label, description, target, extension, needs, options }) => ({
        id,
        label: label.en,
        description: description.en,
        target,
        extension,
        needs,
        options: options.map(({ id: option, options: values }) => ({
          id: option,
          values: values.map((value) => value.id),
        })),
      })),
    });
    return exitCodes.done;
  }
  const style = styleFor(io);
  io.out(`${style.bold('import')}\n`);
  io.out(
    columns(
      importers.map(({ id, label, extensions }) => [
        `  ${id}`,
        `${label.en} (${extensions.map((extension) => `.${extension}`).join(', ')})`,
      ]),
    ),
  );
  io.out(`${style.bold('export')}\n`);
  io.out(columns(exporters.map(({ id, description }) => [`  ${id}`, description.en])));
  return exitCodes.done;
}
