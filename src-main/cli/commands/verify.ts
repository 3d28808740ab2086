/** `postil verify` */
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { columns, plainLine } from '../print-text';
import { withArchive } from '../with-archive';

/** Checks the archive; exit code 1 when a check failed. */
export async function verifyCommand(context: CommandContext): Promise<ExitCode> {
  const report = await withArchive(context, ({ handlers }) => handlers.verify({}));
  if (context.json)
    printJson(context.io, {
      ok: report.ok,
      checks: report.checks.map(({ name, ok, detail }) => ({ name, ok, detail })),
    });
  else {
    context.io.out(
      columns(report.checks.map(({ name, ok, detail }) => [`${ok ? 'ok    ' : 'FAILED'}  ${name}`, plainLine(detail)])),
    );
    context.io.out(
      report.ok
        ? 'The archive is sound.\n'
        : 'The archive is damaged. Keep this file as it is and restore a backup beside it.\n',
    );
  }
  return report.ok ? exitCodes.done : exitCodes.someFailed;
}
