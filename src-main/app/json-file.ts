/** Small JSON files of the profile: read with suspicion, written whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** Larger than any of them will ever be, in bytes; a larger file is not ours. */
const maxBytes = 65_536;

/** Reads a value; null when there is none or it is not of the schema (then it is as if never written). */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    const bytes = readFileSync(path);
    if (bytes.byteLength > maxBytes) return null;
    const parsed = schema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not there yet, unreadable or no JSON: the defaults serve, and the next write mends it.
    return null;
  }
}

/**
 * Writes a value beside the file and renames it into place.
 * @throws the system's error when the profile can't be written.
 */
export function writeJsonFile(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.part`;
  const descriptor = openSync(beside, 'w');
  try {
    writeSync(descriptor, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, path);
}
