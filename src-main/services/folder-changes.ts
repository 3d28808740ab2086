/** The system's word that something changed in a folder: quick where it comes, and it does not always come. */
import { watch } from 'node:fs';

/** Hears of changes; the function it answers ends it, null when the system can't. */
export type HearChanges = (folder: string, onChange: () => void, onEnd: () => void) => (() => void) | null;

/** Through `fs.watch`, which does not keep the program running. `onEnd`: it will tell no more. */
export const hearChanges: HearChanges = (folder, onChange, onEnd) => {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    watcher.on('error', () => {
      watcher.close();
      onEnd();
    });
    return () => watcher.close();
  } catch {
    // A network folder, or no watches left: looking each minute does without it.
    return null;
  }
};
