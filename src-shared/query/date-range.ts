/** The value of a `date:` field: one date, or a range with either end open. */

/** Both ends belong to the range; null is open. Dates are EDTF prefixes ("2025", "2025-10"). */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Reads `2025-10`, `2025-10..2025-11`, `2025..` or `..2025-11-03`; null when it is none of these. */
export function parseDateRange(value: string): DateRange | null {
  const [from = '', to, ...more] = value.split('..');
  if (more.length > 0) return null;
  if (to === undefined) return datePattern.test(from) ? { from, to: from } : null;
  if (from === '' && to === '') return null;
  if ((from !== '' && !datePattern.test(from)) || (to !== '' && !datePattern.test(to))) return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
