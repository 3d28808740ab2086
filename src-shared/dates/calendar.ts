/**
 * Days of the Gregorian calendar as plain values, counted without clocks or time zones.
 * Everything here works in whole days since 1970-01-01, so nothing can slip over midnight.
 */

/** A day of the calendar; `month` 1–12, `day` 1–31, `year` astronomical (0 is 1 BC). */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

/** Number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  // The calendar repeats every 400 years; Date.UTC alone would read years 0–99 as 1900–1999.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Days from 1970-01-01 to this day; negative before. Also the sort key of dates. */
export function toEpochDay({ year, month, day }: CalendarDay): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayMs);
}

/** The inverse of {@link toEpochDay}. */
export function fromEpochDay(epochDay: number): CalendarDay {
  const date = new Date(epochDay * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Month that lies `by` months from this one. */
export function shiftMonth(year: number, month: number, by: number): { readonly year: number; readonly month: number } {
  const months = year * 12 + month - 1 + by;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}
