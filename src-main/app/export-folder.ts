/** The folder something was last exported to: where the next export's dialog begins. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file';

const schema = z.string().min(1).max(32_768);

/** The folder kept in the file; `usual` where there is none, or it is gone. */
export function lastExportFolder(file: string, usual: string): string {
  const kept = readJsonFile(file, schema);
  return kept !== null && existsSync(kept) ? kept : usual;
}

/** Keeps a folder. A profile that can't be written costs the memory, not the export. */
export function rememberExportFolder(file: string, folder: string): void {
  try {
    writeJsonFile(file, folder);
  } catch {
    // The next dialog begins at the usual place, as it would have without this file.
  }
}
