/** Reading a file of a folder, and of no other: links that lead out are not followed. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { assetLimits } from '@shared/model/asset';

/** @returns null for what is no plain file of bearable size inside of the folder */
export function readInside(folder: string, relative: string): Uint8Array | null {
  if (!lstatSync(folder).isDirectory()) return null;
  const file = join(folder, relative);
  const real = realpathSync(file);
  if (!real.startsWith(realpathSync(folder) + sep)) return null;
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const info = fstatSync(descriptor);
    // one byte too many is enough to be counted as too large; the rest is not read
    return info.isFile() && info.size <= assetLimits.bytes + 1 ? readFileSync(descriptor) : null;
  } finally {
    closeSync(descriptor);
  }
}
