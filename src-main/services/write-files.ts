/**
 * Puts exported files on disk so that a name never holds half a file: written
 * beside, flushed, then renamed. What stood there stays until the new one is whole.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ExportedFile } from '@shared/model/bundle';
import { Failure } from '@shared/outcome/outcome';
import { fileName, reasonWords, systemCode } from './walk';

/**
 * Writes one file whole or not at all, from pieces made while it is written, and
 * returns its bytes. Without a pause from the first piece to the last: what makes
 * the pieces may read from something that must not change meanwhile.
 * @throws Failure export/cannot-write; the old file is then untouched.
 */
export async function writeFileWhole(path: string, pieces: Iterable<Uint8Array>): Promise<number> {
  const beside = join(dirname(path), `.${fileName(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`);
  try {
    const sizeBytes = writePieces(beside, pieces);
    await rename(beside, path);
    await syncFolder(dirname(path));
    return sizeBytes;
  } catch (error) {
    await rm(beside, { force: true });
    // A failed system call has a code; anything else is a fault of whoever made the pieces.
    throw systemCode(error) === 'UNKNOWN' ? error : cannotWrite(path, error);
  }
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): number {
  const descriptor = openSync(path, 'wx');
  try {
    let sizeBytes = 0;
    for (const piece of pieces) {
      for (let from = 0; from < piece.byteLength; ) from += writeSync(descriptor, piece, from);
      sizeBytes += piece.byteLength;
    }
    fsyncSync(descriptor);
    return sizeBytes;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Where a file of an export goes inside the chosen folder.
 * @throws Failure export/cannot-write for a path that would leave the folder.
 */
export function placeInside(folder: string, path: string): string {
  const parts = path.split('/');
  const odd = parts.some(
    (part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'),
  );
  const place = resolve(folder, ...parts);
  const way = relative(resolve(folder), place);
  if (
    odd ||
    isAbsolute(path) ||
    isAbsolute(way) ||
    /^[a-z]:/i.test(path) ||
    way === '..' ||
    way.startsWith(`..${sep}`)
  ) {
    throw new Failure(
      'export/cannot-write',
      `“${path}” would be written outside the chosen folder, so it was not written.`,
      {
        path,
        reason: 'it would leave the folder',
      },
    );
  }
  return place;
}

/**
 * Writes files into a folder, one by one, each whole; nothing already there is
 * deleted, a file of the same name is replaced. Returns the bytes written.
 * @throws Failure export/cannot-write or export/cancelled.
 */
export async function writeFilesInto(
  folder: string,
  files: readonly ExportedFile[],
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  // Every place is checked before the first byte is written.
  const places = files.map((file) => ({ file, path: placeInside(folder, file.path) }));
  let sizeBytes = 0;
  for (const [index, { file, path }] of places.entries()) {
    if (options.signal?.aborted) throw exportCancelled();
    options.onProgress?.(index, places.length);
    await makeFolder(dirname(path));
    sizeBytes += await writeFileWhole(path, [file.bytes]);
  }
  options.onProgress?.(places.length, places.length);
  return sizeBytes;
}

/** The failure of an export the person stopped. */
export const exportCancelled = (): Failure =>
  new Failure('export/cancelled', 'The export was stopped. Files written before are whole.');

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): Failure {
  const reason = reasonWords(systemCode(error));
  return new Failure(
    'export/cannot-write',
    `“${path}” can’t be written because ${reason}. Choose another place and export again; what stood there is untouched.`,
    { path, reason },
    { cause: error },
  );
}

/** Makes a rename durable. Windows has no such call, and some disks refuse it: the file itself is flushed already. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(systemCode(error))) throw error;
  } finally {
    await handle.close();
  }
}
