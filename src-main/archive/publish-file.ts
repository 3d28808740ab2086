/** Giving a finished file its name so that it stays there after a power cut. */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Renames a finished file; the bytes reach the disk before the name, the name before this returns. */
export function publishFile(unfinished: string, path: string): void {
  syncToDisk(unfinished, 'r+');
  renameSync(unfinished, path);
  syncFolderOf(path);
}

/**
 * The same where nothing may have that name yet: of several programs that publish at once one does.
 *
 * @returns false when something had the name already; it is untouched, and the finished file gone.
 */
export function publishNewFile(unfinished: string, path: string): boolean {
  syncToDisk(unfinished, 'r+');
  const published = linkedAs(unfinished, path);
  rmSync(unfinished, { force: true });
  syncFolderOf(path);
  return published;
}

/** Gives a file a name that nothing has. A second name is refused where there is a first; a new one for the old replaces. */
function linkedAs(file: string, path: string): boolean {
  try {
    linkSync(file, path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    if (!withoutLinks.has(systemCodeOf(error))) throw error;
  }
  // A disk on which a file has one name, as a memory stick: looked at a moment before.
  if (existsSync(path)) return false;
  renameSync(file, path);
  return true;
}

const withoutLinks: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

const systemCodeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Makes the names in a file's folder last. */
export function syncFolderOf(path: string): void {
  // Windows can't open a folder, and writes names through by itself.
  if (process.platform !== 'win32') syncToDisk(dirname(path), 'r');
}

function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
