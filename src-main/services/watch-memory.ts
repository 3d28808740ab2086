/**
 * What is remembered of the watched folder between starts: a file of the profile, for paths
 * are this machine's and not the archive's.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { systemCode } from './walk';

export interface Watch {
  /** Absolute path. */
  readonly folder: string;
  readonly paused: boolean;
  readonly cameIn: number;
  /** Files that were dealt with or lay there before: name → its stamp. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Where the watch is kept. */
export interface WatchMemory {
  /** Null when nothing is watched, or what was written can't be read. */
  readonly read: () => Watch | null;
  /** Null forgets it. @throws the system's error when it can't be written */
  readonly write: (watch: Watch | null) => void;
}

const stored: z.ZodType<Watch> = z.object({
  folder: z.string().min(1),
  paused: z.boolean(),
  cameIn: z.number().int().nonnegative().catch(0),
  seen: z.record(z.string(), z.string()),
});

/** A memory in a file. */
export function watchMemoryIn(file: string): WatchMemory {
  return {
    read: () => {
      try {
        const parsed = stored.safeParse(JSON.parse(readFileSync(file, 'utf8')));
        return parsed.success ? parsed.data : null;
      } catch (error) {
        if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    write: (watch) => {
      if (watch === null) {
        rmSync(file, { force: true });
        return;
      }
      mkdirSync(dirname(file), { recursive: true });
      const fresh = `${file}.new`;
      writeFileSync(fresh, JSON.stringify(watch));
      renameSync(fresh, file);
    },
  };
}

/** A memory that ends with the program, for the command line. */
export function passingWatchMemory(): WatchMemory {
  let kept: Watch | null = null;
  return {
    read: () => kept,
    write: (watch) => {
      kept = watch;
    },
  };
}
