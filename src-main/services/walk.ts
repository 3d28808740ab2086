/**
 * Finds the files behind what a person picked: files as they are, folders with all
 * they hold. Knows nothing of formats; reads no file.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { companionFolders } from './companions';

/** A file found. `picked` is true when the person named it, not a folder above it. */
export interface FoundFile {
  readonly path: string;
  readonly picked: boolean;
  /** The folder that was picked, for a file found in it. */
  readonly root?: string;
  readonly sizeBytes: number;
}

/** A path that could not be looked at; `reason` is the system's error code ("EACCES"). */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface Walked {
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
}

/** `file10` after `file9`, and the same order on every machine. */
const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/**
 * Lists files in the order they are to be imported in: as picked, and inside a
 * folder by name. Hidden entries of folders are left out, links are followed
 * once, and no file is listed twice.
 */
export async function walk(paths: readonly string[], signal?: AbortSignal): Promise<Walked> {
  const files: FoundFile[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();

  const visit = async (path: string, picked: boolean, root?: string): Promise<void> => {
    if (signal?.aborted) return;
    try {
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      const info = await stat(real);
      if (info.isDirectory()) {
        const names = await entriesOf(real);
        // what a browser saved beside a page comes in with it, not by itself
        const belonging = new Set(names.flatMap(companionFolders));
        for (const name of names) if (!belonging.has(name)) await visit(join(path, name), false, root ?? path);
      } else if (info.isFile()) {
        files.push({ path, picked, sizeBytes: info.size, ...(root === undefined ? {} : { root }) });
      } else if (picked) {
        // A socket or a device: reading it might never end.
        unreadable.push({ path, reason: 'ENOTFILE' });
      }
    } catch (error) {
      unreadable.push({ path, reason: systemCode(error) });
    }
  };

  // whoever drops a page and its folder together drops one article
  const besidePages = new Set(paths.flatMap((path) => companionFolders(path).map((name) => join(dirname(path), name))));
  for (const path of paths) if (!besidePages.has(path)) await visit(path, true);
  return { files, unreadable };
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.')).sort((a, b) => naturally.compare(a, b));
}

/** The code Node gives a failed system call ("ENOENT"), or 'UNKNOWN'. */
export function systemCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return 'UNKNOWN';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  ENOENT: 'it is not there any more',
  ELOOP: 'its links lead in a circle',
  ENOTFILE: 'it is not a file',
  EBUSY: 'another program is using it',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EISDIR: 'a folder has that name',
  EEXIST: 'a file has that name',
  ENOTDIR: 'a file has the name of a folder on the way',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'its name is too long for this disk',
};

/** Why a system call failed, in words that fit after "because". */
export function reasonWords(code: string): string {
  return reasons[code] ?? `the system says ${code}`;
}

/** The last part of a path, to name a file in a sentence. */
export const fileName = (path: string): string => basename(path);
