/** `postil backup --out FILE` */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { factWords } from '../print-facts';
import { plainLine, sizeWords } from '../print-text';
import { progressOn } from '../progress';
import { usageError } from '../report-error';
import { withArchive } from '../with-archive';

export interface BackupOptions {
  readonly out: string;
}

/** Makes a backup and proves it; never writes over a file. */
export async function backupCommand(context: CommandContext, options: BackupOptions): Promise<ExitCode> {
  const { io, json } = context;
  const path = resolve(io.folder, options.out);
  if (!existsSync(dirname(path))) throw usageError(`There is no folder “${dirname(path)}”. Make it, or name another.`);
  if (existsSync(path)) throw usageError(`There is a file at “${path}” already. Name another.`);
  const progress = await progressOn(io);
  const backup = await withArchive(context, async (_services, archive) => {
    try {
      return await archive.backUp(path, { signal: io.signal, onProgress: progress.update });
    } finally {
      progress.stop();
    }
  });
  if (json) printJson(io, backup);
  else io.out(`${plainLine(path)}\n  ${factWords(backup)}, ${sizeWords(backup.sizeBytes)}; checked\n`);
  return exitCodes.done;
}
