/** `postil formats`: what comes in and what goes out; needs no archive. */
import { exporters } from '../../export/registry';
import { importers } from '../../import/registry';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { columns, styleFor } from '../print-text';

/** Lists the registries. */
export async function formatsCommand({ io, json }: CommandContext): Promise<ExitCode> {
  if (json) {
    printJson(io, {
      import: importers.map(({ id, label, extensions }) => ({ id, label: label.en, extensions })),
      export: exporters.map(({ id, label, description, target, extension }) => ({
        id,
        label: label.en,
        description: description.en,
        target,
        extension,
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
