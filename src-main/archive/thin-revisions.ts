/**
 * Which earlier bodies of a document are worth keeping, by their age. Pure.
 *
 * A session of writing saves every second; of the bodies that only edits made, the last
 * of each five minutes is kept for a day, of each hour for a week, of each (UTC) day for
 * good. Never dropped: what an import brought in or a restoring brought back, and what
 * either of them replaced.
 */
import type { RevisionReason } from '@shared/contract/shapes';

/** What thinning looks at. */
export interface Moment {
  readonly revision: number;
  readonly savedAtMs: number;
  readonly reason: RevisionReason;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long the spans are of which the last body is kept, by age in milliseconds. */
function spanMs(ageMs: number): number {
  if (ageMs <= dayMs) return 5 * minuteMs;
  return ageMs <= 7 * dayMs ? hourMs : dayMs;
}

/** Whether a body is let go when another saved at `nextMs` comes after it. */
export function isPassing(moment: Moment, next: Moment, nowMs: number): boolean {
  if (moment.reason !== 'edit' || next.reason !== 'edit') return false;
  const span = spanMs(nowMs - moment.savedAtMs);
  return Math.floor(moment.savedAtMs / span) === Math.floor(next.savedAtMs / span);
}

/**
 * The revisions to drop of a history.
 *
 * @param moments All of it, oldest first, the present body last; that one is never dropped.
 */
export function revisionsToDrop(moments: readonly Moment[], nowMs: number): readonly number[] {
  return moments.flatMap((moment, index) => {
    const next = moments[index + 1];
    return next !== undefined && isPassing(moment, next, nowMs) ? [moment.revision] : [];
  });
}
