/** From what was thrown to what a person or a script is told, and the exit code. */
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { type ExitCode, exitCodes, type Io, printJson } from './io';

/** A wrong use of the command line: exit code 2. */
export function usageError(message: string): Failure {
  return new Failure('request/invalid', message);
}

function exitCodeOf({ code }: ErrorData): ExitCode {
  if (code === 'request/invalid' || code === 'export/unknown-format') return exitCodes.usage;
  // "stale" means another writer was quicker, not that the archive can't be used.
  if (code.startsWith('archive/') && code !== 'archive/stale') return exitCodes.archiveUnusable;
  return exitCodes.someFailed;
}

/** Tells what went wrong and gives the exit code. A bug is told as `internal`, with its trace on stderr. */
export function reportError(io: Io, json: boolean, error: unknown): ExitCode {
  const data: ErrorData =
    error instanceof Failure
      ? error.data
      : {
          code: 'internal',
          message: `Postil met a fault of its own: ${error instanceof Error ? error.message : String(error)}`,
          params: {},
        };
  if (json) printJson(io, { error: { code: data.code, message: data.message } });
  else io.err(`postil: ${data.message}\n`);
  if (data.code === 'internal' && error instanceof Error && error.stack !== undefined) io.err(`${error.stack}\n`);
  return exitCodeOf(data);
}
