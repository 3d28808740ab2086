/** `postil restore FILE` */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { factWords } from '../print-facts';
import { plainLine } from '../print-text';
import { usageError } from '../report-error';

/** Puts a backup in the archive's place while no app holds it; says where the archive that was there is kept. */
export async function restoreCommand(context: CommandContext, file: string): Promise<ExitCode> {
  const { io, json, archivePath } = context;
  const backup = resolve(io.folder, file);
  if (!existsSync(backup)) throw usageError(`There is no file at “${backup}”. Name a backup.`);
  const [{ lockArchive }, { restoreArchive }] = await Promise.all([
    import('../../archive/archive-lock'),
    import('../../archive/restore'),
  ]);
  mkdirSync(dirname(archivePath), { recursive: true });
  const lock = lockArchive(archivePath);
  try {
    const restored = restoreArchive(archivePath, backup, new Date());
    if (json) printJson(io, { path: archivePath, ...restored });
    else {
      io.out(`${plainLine(archivePath)}\n  ${factWords(restored)}\n`);
      if (restored.aside !== null) io.out(`The archive that was there is kept as ${plainLine(restored.aside)}\n`);
    }
    return exitCodes.done;
  } finally {
    lock.release();
  }
}
