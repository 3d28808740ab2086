/** Giving a finished file its name so that it stays there after a power cut. */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Renames a finished file; the bytes reach the disk before the name, the name before this returns. */
export function publishFile(unfinished: string, path: string): void {
  syncToDisk(unfinished, 'r+');
  renameSync(unfinished, path);
  syncFolderOf(path);
}

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
