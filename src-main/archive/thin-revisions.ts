/**
 * Which earlier bodies of a document are worth keeping, by their age and length. Pure.
 *
 * A session of writing saves every second; of the bodies that only edits made, the last
 * of each five minutes is kept for a day, of each hour for a week, of each (UTC) day for
 * good. A body that passes within such a span is kept beside its last when much of it is
 * gone: what was cut away by mistake is not gone with the next save. Never dropped: what an
 * import brought in or a restoring brought back, and what either of them replaced.
 */
import type { RevisionReason } from '@shared/model/bundle';

/** What passing is told by. */
export interface Moment {
  readonly revision: number;
  readonly savedAtMs: number;
  readonly reason: RevisionReason;
}

/** What thinning looks at; the length of the text in UTF-16 code units. */
export interface KeptMoment extends Moment {
  readonly length: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** About 200 words: gone, they are missed in a text of any length. In code units. */
const muchOfAny = 1200;
/** About 20 words: fewer are rewritten all the time. In code units. */
const littleOfAny = 120;
/** Of one day's spans: somebody who deletes and pastes all day long can't fill the archive. */
const mostPassingKept = 3;

/** How long the spans are of which the last body is kept, by age in milliseconds. */
function spanMs(ageMs: number): number {
  if (ageMs <= dayMs) return 5 * minuteMs;
  return ageMs <= 7 * dayMs ? hourMs : dayMs;
}

/** Whether another body, saved after this one, is of the same span: this one passes. */
export function isPassing(moment: Moment, next: Moment, nowMs: number): boolean {
  if (moment.reason !== 'edit' || next.reason !== 'edit') return false;
  const span = spanMs(nowMs - moment.savedAtMs);
  return Math.floor(moment.savedAtMs / span) === Math.floor(next.savedAtMs / span);
}

/** Whether so many code units gone of so many are much: a third of them, or two hundred words. */
const isMuch = (gone: number, of: number): boolean => gone >= muchOfAny || (gone >= littleOfAny && gone * 3 >= of);

/** Whether a text so long lacks much of one that was so long, in code units; nothing lacks much of anything. */
export const isMuchShorter = (before: number, after: number): boolean =>
  after === 0 ? before > 0 : isMuch(before - after, before);

/** Whether a text that follows another lacks much of it; what was only moved counts as gone. */
export function takesMuch(before: string, after: string): boolean {
  if (after === '') return before !== '';
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++;
  return isMuch(before.length - start - end, before.length);
}

/** The fullest first; of equals, the later. */
const byFullness = (a: KeptMoment, b: KeptMoment): number => b.length - a.length || b.revision - a.revision;

/**
 * What stays of bodies that pass before `last`. Those of the last day were put here because much of them
 * went at once, so the fullest stay; of longer spans only the fullest, when the last lacks much of it.
 */
function passingKept(passing: readonly KeptMoment[], last: KeptMoment, nowMs: number): readonly KeptMoment[] {
  const [oldest] = passing;
  if (oldest === undefined) return [];
  const fullest = [...passing].sort(byFullness);
  if (nowMs - oldest.savedAtMs <= dayMs) return fullest.slice(0, mostPassingKept);
  return fullest.slice(0, 1).filter(({ length }) => isMuchShorter(length, last.length));
}

/**
 * The revisions to drop of a history.
 *
 * @param moments All of it, oldest first, the present body last; that one is never dropped.
 */
export function revisionsToDrop(moments: readonly KeptMoment[], nowMs: number): readonly number[] {
  const drop: number[] = [];
  let passing: KeptMoment[] = [];
  for (const [index, moment] of moments.entries()) {
    const next = moments[index + 1];
    if (next !== undefined && isPassing(moment, next, nowMs)) {
      passing.push(moment);
      continue;
    }
    const kept = new Set(passingKept(passing, moment, nowMs));
    drop.push(...passing.filter((each) => !kept.has(each)).map(({ revision }) => revision));
    passing = [];
  }
  return drop;
}
