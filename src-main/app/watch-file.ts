/** Where the profile remembers an archive's watched folder: a file named after the archive's path. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../services/walk';
import { archiveId } from './archives-store';

/** The file of the archive at `path`. */
export const watchFileOf = (folder: string, path: string): string => join(folder, `${archiveId(path)}.json`);

/** Has an archive that moved keep watching; false when the profile can't be written, and the folder has to be chosen again. */
export function moveWatchFile(folder: string, from: string, to: string): boolean {
  try {
    renameSync(watchFileOf(folder, from), watchFileOf(folder, to));
    return true;
  } catch (error) {
    // Nothing was watched.
    return systemCode(error) === 'ENOENT';
  }
}
