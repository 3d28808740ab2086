/**
 * Room kept for the day the disk is full: a file beside the archive that can be let go,
 * so that deleting and checkpoints, which need room as well, go on.
 */
import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In bytes: some thousand pages of write-ahead log. Random, so that no file system stores it smaller. */
const reserveBytes = 8 * 1024 * 1024;
/** The reserve is made only where this much, in bytes, stays free beside it. */
const roomBytes = 64 * 1024 * 1024;
/** How often room is looked for once the reserve was let go. */
const lookEveryMs = 20_000;
/** The start is left to the person. */
const firstLookMs = 5_000;

export interface Reserve {
  /** Gives the room back, at once. */
  readonly release: () => void;
  readonly stop: () => void;
}

export interface ReserveOptions {
  readonly archivePath: string;
  /** The reserve is there again after it was let go. */
  readonly onRestored: () => void;
  readonly onBug: (error: unknown) => void;
  /** Free bytes on the disk of a folder; replaced in tests. */
  readonly freeBytes?: (folder: string) => number;
}

/** Where the reserve of an archive lies. */
export const reserveOf = (archivePath: string): string => `${archivePath}.reserve`;

/** Makes the reserve soon, and again whenever there is room for it. */
export function keepReserve({ archivePath, onRestored, onBug, freeBytes = freeOn }: ReserveOptions): Reserve {
  const file = reserveOf(archivePath);
  let timer: NodeJS.Timeout;
  let released = false;
  let stopped = false;
  const look = async (): Promise<void> => {
    const there = sizeOf(file) === reserveBytes;
    if (!there && freeBytes(dirname(file)) > reserveBytes + roomBytes) await make(file);
    if (stopped) return;
    if (sizeOf(file) === reserveBytes) {
      if (released) onRestored();
      released = false;
    } else lookIn(lookEveryMs);
  };
  const lookIn = (ms: number): void => {
    clearTimeout(timer);
    // A disk that can't be asked or written is told of by the archive itself.
    timer = setTimeout(() => void look().catch(onBug), ms);
  };
  lookIn(firstLookMs);
  return {
    release: () => {
      rmSync(file, { force: true });
      released = true;
      lookIn(lookEveryMs);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function make(file: string): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await writeFile(unfinished, randomBytes(reserveBytes), { flush: true });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;

function freeOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
