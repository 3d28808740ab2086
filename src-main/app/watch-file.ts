/** Where the profile remembers an archive's watched folder: a file named after the archive's path. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { archiveId } from './archives-store';

/** The file of the archive at `path`. */
export const watchFileOf = (folder: string, path: string): string => join(folder, `${archiveId(path)}.json`);

/** An archive that moved keeps watching. */
export function moveWatchFile(folder: string, from: string, to: string): void {
  const before = watchFileOf(folder, from);
  if (!existsSync(before)) return;
  try {
    renameSync(before, watchFileOf(folder, to));
  } catch {
    // A profile that can't be written costs the memory of it only: the person chooses the folder again.
  }
}
