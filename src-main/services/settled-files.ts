/** Which files of a watched folder are new and written to the end. Pure; the clock is handed in. */
import type { WatchedFile } from './watched-files';

/** A file whose size and time stay the same this long is written to the end, in milliseconds. */
export const settledMs = 1_500;
/** One last changed this long ago is, at first sight. */
const oldMs = 60_000;

/** Files seen that may still grow, by name: how they looked, and since when. */
export type Unsettled = ReadonlyMap<string, { readonly stamp: string; readonly sinceMs: number }>;

/** Those to bring in now, and those that wait for another look. `seen`: stamps of files dealt with, by name. */
export function settle(
  files: readonly WatchedFile[],
  seen: Readonly<Record<string, string>>,
  unsettled: Unsettled,
  nowMs: number,
): { readonly settled: readonly WatchedFile[]; readonly unsettled: Unsettled } {
  const waiting = new Map<string, { readonly stamp: string; readonly sinceMs: number }>();
  const settled = files.filter(({ name, stamp, changedAtMs, unfinished }) => {
    if (seen[name] === stamp) return false;
    const before = unsettled.get(name);
    const sinceMs = before?.stamp === stamp ? before.sinceMs : nowMs;
    const stands = nowMs - sinceMs >= settledMs || nowMs - changedAtMs >= oldMs;
    if (stands && !unfinished) return true;
    waiting.set(name, { stamp, sinceMs });
    return false;
  });
  return { settled, unsettled: waiting };
}
