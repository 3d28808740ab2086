/** Which backups to keep: a week of days, a month of weeks, a year of months. Pure. */

/** How many of each are kept. */
export const kept = { days: 7, weeks: 4, months: 12 } as const;
/** Never deleted, whatever the clock says: a clock set wrong must not cost the last good copies. */
export const alwaysKept = 3;

const dayMs = 86_400_000;

/** Number of the day, week (from Monday) or month a moment falls in, in UTC. */
const periods = {
  days: (atMs: number): number => Math.floor(atMs / dayMs),
  // 1 January 1970 was a Thursday.
  weeks: (atMs: number): number => Math.floor((Math.floor(atMs / dayMs) + 3) / 7),
  months: (atMs: number): number => {
    const date = new Date(atMs);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  },
} as const;

/**
 * The backups that may go: those that are not the newest of one of the last days, weeks or
 * months that have one, nor among the newest three as they were made.
 *
 * @param madeAtMs Moments in milliseconds since 1970, by the clock that may have been wrong, in the order made.
 * @returns Places in `madeAtMs`, ascending.
 */
export function backupsToDelete(madeAtMs: readonly number[]): readonly number[] {
  const keep = new Set<number>();
  for (let place = Math.max(0, madeAtMs.length - alwaysKept); place < madeAtMs.length; place++) keep.add(place);
  const byTime = madeAtMs.map((atMs, place) => ({ atMs, place })).sort((a, b) => b.atMs - a.atMs || b.place - a.place);
  for (const period of ['days', 'weeks', 'months'] as const) {
    const seen = new Set<number>();
    for (const { atMs, place } of byTime) {
      if (seen.size === kept[period]) break;
      const number = periods[period](atMs);
      if (seen.has(number)) continue;
      seen.add(number);
      keep.add(place);
    }
  }
  return madeAtMs.map((_, place) => place).filter((place) => !keep.has(place));
}
