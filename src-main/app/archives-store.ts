/**
 * The archives this profile has opened, newest first, with where each keeps its backups:
 * a small file of the profile. Knows no window and no archive's content.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file';

export interface KnownArchive {
  readonly path: string;
  readonly openedAtMs: number;
  /** Null for the usual place beside the archive. */
  readonly backupsFolder: string | null;
  /** When it was last verified by itself, in milliseconds since 1970. */
  readonly checkedAtMs: number;
}

/** Older ones are forgotten beyond this number; their files stay. */
const mostKnown = 20;

const storedSchema: z.ZodType<{ readonly archives: readonly KnownArchive[] }> = z.object({
  archives: z.array(
    z.object({
      path: z.string().min(1),
      openedAtMs: z.number(),
      backupsFolder: z.string().min(1).nullable().catch(null),
      checkedAtMs: z.number().catch(0),
    }),
  ),
});

export interface ArchivesStore {
  /** Newest first. */
  readonly all: () => readonly KnownArchive[];
  readonly find: (path: string) => KnownArchive | undefined;
  /** Puts an archive at the top, with what changed; a profile that can't be written costs the memory of it only. */
  readonly note: (path: string, change?: Partial<Omit<KnownArchive, 'path'>>) => void;
  readonly moved: (from: string, to: string) => void;
}

/** Known archives kept in a file. */
export function createArchivesStore(file: string): ArchivesStore {
  let known = readJsonFile(file, storedSchema)?.archives ?? [];
  const keep = (next: readonly KnownArchive[]): void => {
    known = next.slice(0, mostKnown);
    try {
      writeJsonFile(file, { archives: known });
    } catch {
      // A profile that can't be written forgets which archives were opened; they themselves are safe.
    }
  };
  const find = (path: string): KnownArchive | undefined => known.find((one) => one.path === path);
  return {
    all: () => known,
    find,
    note: (path, change = {}) => {
      const before = find(path) ?? { path, openedAtMs: 0, backupsFolder: null, checkedAtMs: 0 };
      keep([{ ...before, ...change }, ...known.filter((one) => one.path !== path)]);
    },
    moved: (from, to) => {
      const rest = known.filter((one) => one.path !== to);
      keep(rest.map((one) => (one.path === from ? { ...one, path: to } : one)));
    },
  };
}

/** A name for a known archive that tells no path. */
export const archiveId = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 24);

/** An archive's name: its file's, without the ending. */
export const archiveName = (path: string): string => basename(path, extname(path));

/** Where backups go when nobody says otherwise: beside the archive, where the person finds them. */
export const usualBackupsFolder = (archive: string): string =>
  join(dirname(archive), `${archiveName(archive)} backups`);
