/** Which files of a watched folder are articles, and whether they are written to the end. Reads no file. */
import { type Stats, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importers } from '../import/registry';
import { systemCode } from './walk';

/** Formats that come in by themselves: whole articles, not lists, archives or annotations of other programs. */
const watchedFormats: ReadonlySet<string> = new Set([
  'html',
  'mhtml',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'epub',
  'markdown',
  'text',
  'eml',
]);

/** Their endings, lower case, without the dot. */
export const watchedEndings: readonly string[] = importers.flatMap(({ id, extensions }) =>
  watchedFormats.has(id) ? extensions : [],
);

/** Whether a file of this name comes in. */
export const isWatchedName = (name: string): boolean =>
  !name.startsWith('.') &&
  !name.startsWith('~$') &&
  watchedEndings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** What browsers put beside a file, or after its name, until it is all there. */
const unfinished = ['.part', '.crdownload', '.download', '.opdownload', '.tmp'];

/** A file of the folder. */
export interface WatchedFile {
  readonly name: string;
  /** Size and time: another stamp is another file. */
  readonly stamp: string;
  readonly changedAtMs: number;
  /** It is empty, or its browser says it is not done. */
  readonly unfinished: boolean;
}

const stampOf = ({ size, mtimeMs }: Stats): string => `${size} ${Math.trunc(mtimeMs)}`;

/** The stamp of the file at a path; null when there is none. */
export function stampAt(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : stampOf(stats);
}

/** The articles that lie in a folder itself, not in folders inside it. @throws the system's error when it can't be read */
async function filesOf(folder: string): Promise<readonly WatchedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  const files: WatchedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !isWatchedName(entry.name)) continue;
    const found = await fileAt(folder, entry.name, names);
    if (found !== null) files.push(found);
  }
  return files;
}

async function fileAt(folder: string, name: string, names: ReadonlySet<string>): Promise<WatchedFile | null> {
  try {
    const stats = await stat(join(folder, name));
    const waits = stats.size === 0 || unfinished.some((ending) => names.has(name + ending));
    return { name, stamp: stampOf(stats), changedAtMs: stats.mtimeMs, unfinished: waits };
  } catch (error) {
    // It went while the folder was read.
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The folder's articles, or why it can't be read. */
export async function articlesIn(folder: string): Promise<readonly WatchedFile[] | 'missing' | 'unreadable'> {
  try {
    return await filesOf(folder);
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}
