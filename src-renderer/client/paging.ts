/** Which pages hold which rows. Pure. */

/** A page that has been read. */
export interface Page<T> {
  readonly page: number;
  readonly rows: readonly T[];
}

/** Numbers of the pages of `pageSize` rows that hold rows `first` to `last` (inclusive). */
export function pagesBetween(first: number, last: number, pageSize: number): readonly number[] {
  const from = Math.floor(Math.max(first, 0) / pageSize);
  const to = Math.floor(Math.max(last, 0) / pageSize);
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
}
