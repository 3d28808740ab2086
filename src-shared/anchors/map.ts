/**
 * Carrying passages through an edit: positions after the edit of ranges before it.
 * The idea of saying "deleted" instead of guessing is ProseMirror's position mapping.
 */

/** One replacement: `[start, end)` of the old text became `inserted` (UTF-16 code units). */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
  /** The words inserted stand for those replaced: a passage that held all of these holds them. */
  readonly rewords?: true;
}

/** A passage after an edit; null when all of it was deleted. */
export type MappedRange = { readonly start: number; readonly end: number } | null;

/**
 * Maps a range through one change. Text typed at an edge stays outside the passage;
 * text typed inside belongs to it; what remains of a partly deleted passage keeps it;
 * words put for other words of it are its own, even when those were all it had.
 */
export function mapRange(start: number, end: number, change: TextChange): MappedRange {
  const shift = change.inserted.length - (change.end - change.start);
  if (change.end <= start) return { start: start + shift, end: end + shift };
  if (change.start >= end) return { start, end };
  const rewords = change.rewords === true && change.inserted !== '';
  if (rewords && start <= change.start && change.end <= end) return { start, end: end + shift };
  const coversAll = change.start <= start && change.end >= end;
  if (coversAll) return null;
  const newStart = change.start <= start ? change.start + change.inserted.length : start;
  const newEnd = change.end >= end ? change.start : end + shift;
  return newStart < newEnd ? { start: newStart, end: newEnd } : null;
}

/**
 * The smallest single replacement that turns one text into another (common
 * beginning and ending stripped, never through a surrogate pair), or null when equal.
 */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) };
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
