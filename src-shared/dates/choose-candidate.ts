/** Which of the same day or month of several years (or months) an article most likely speaks of. */
import type { Direction } from './mention';

/** A date it can be, with its first and last day (days since 1970-01-01). */
export interface Candidate {
  readonly value: string;
  readonly first: number;
  readonly last: number;
}

/** How far ahead a date without any sign of the future may lie: a quarter of a year, in days. */
const nearAheadDays = 92;

/**
 * News looks back: the latest candidate that has begun, unless a word ("prochain") or the tense points
 * ahead, or nothing points anywhere and the coming one is near and much nearer.
 *
 * @param today the article's day
 * @param said the direction a word gives; it leaves out the article's own day or month
 * @param leaning the direction the tense gives
 */
export function chooseCandidate(
  candidates: readonly Candidate[],
  today: number,
  said: Direction | null,
  leaning: Direction | null,
): string | null {
  const inOrder = candidates.toSorted((a, b) => a.first - b.first);
  if (said === 'past') return inOrder.findLast(({ last }) => last < today)?.value ?? null;
  if (said === 'future') return inOrder.find(({ first }) => first > today)?.value ?? null;
  const past = inOrder.findLast(({ first }) => first <= today);
  const ahead = inOrder.find(({ last }) => last >= today);
  if (leaning === 'future') return (ahead ?? past)?.value ?? null;
  if (past === undefined || ahead === undefined) return (past ?? ahead)?.value ?? null;
  if (leaning === 'past') return past.value;
  const daysAhead = ahead.first - today;
  const isMuchNearer = daysAhead * 2 < today - past.last;
  return daysAhead <= nearAheadDays && isMuchNearer ? ahead.value : past.value;
}
