/** Where two lists differ that have most of their members in common, as one of before and one of now. Pure. */

export interface ChangedPart<T> {
  /** What stands only in the list of before. */
  readonly gone: readonly T[];
  /** What stands there now instead. */
  readonly come: readonly T[];
}

/**
 * What lies between the beginning and the end two lists share, member by member the same. Some of it
 * may be in both where changes lie apart.
 */
export function changedPart<T>(before: readonly T[], now: readonly T[]): ChangedPart<T> {
  const shorter = Math.min(before.length, now.length);
  let first = 0;
  while (first < shorter && before[first] === now[first]) first++;
  let last = 0;
  while (last < shorter - first && before[before.length - 1 - last] === now[now.length - 1 - last]) last++;
  return { gone: before.slice(first, before.length - last), come: now.slice(first, now.length - last) };
}
