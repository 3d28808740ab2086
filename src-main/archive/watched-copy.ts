/**
 * Telling how far a long work on a whole file is, and copying one piece by piece so that it
 * can be told. Whoever is told may throw: that is how a work is stopped.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { RecoveryStage } from '@shared/contract/shell-recovery';
import { sizeOf } from './preflight';

/** Hears how far a work is, in the stage's own units; `total` is 0 when nobody can say. What it throws ends the work. */
export type OnWork = (stage: RecoveryStage, done: number, total: number) => void;

/** For works nobody watches. */
export const unwatched: OnWork = () => undefined;

/** Some hundredths of a second on a slow disk, in bytes. */
const pieceBytes = 4 * 1024 * 1024;

/**
 * Copies a file, over whatever is there.
 * @throws the system's error, or what `onWork` throws; what was copied so far is left
 */
export function copyWatched(from: string, to: string, onWork: OnWork): void {
  const total = sizeOf(from) ?? 0;
  const piece = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(total, 1)));
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w');
    try {
      for (let done = 0; ; ) {
        onWork('copying', done, total);
        const length = readSync(source, piece, 0, piece.length, null);
        if (length === 0) return;
        for (let written = 0; written < length; ) written += writeSync(target, piece, written, length - written);
        done += length;
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}
