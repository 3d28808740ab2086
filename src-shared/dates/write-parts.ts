/** Parts of the calendar as EDTF writes them; parts are not checked here. */
import type { CalendarDay } from './calendar';
import { fromEpochDay } from './calendar';
import type { EdtfQualifier } from './edtf';

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

export const writeYear = (year: number): string => (year < 0 ? `-${padded(-year, 4)}` : padded(year, 4));

export const writeMonth = (year: number, month: number): string => `${writeYear(year)}-${padded(month, 2)}`;

/** `season` is EDTF's own number, 21 (spring) to 24 (winter). */
export const writeSeason = writeMonth;

export const writeDay = ({ year, month, day }: CalendarDay): string => `${writeMonth(year, month)}-${padded(day, 2)}`;

export const writeEpochDay = (epochDay: number): string => writeDay(fromEpochDay(epochDay));

/** Adds a doubt to a written date that may have one already: `?` and `~` together are `%`; decades and seasons take none. */
export function addQualifier(value: string, qualifier: Exclude<EdtfQualifier, ''>): string {
  if (value.includes('X') || /^-?\d{4}-2[1-4]$/.test(value)) return value;
  const last = value.at(-1) ?? '';
  if (!'?~%'.includes(last)) return `${value}${qualifier}`;
  return last === qualifier ? value : `${value.slice(0, -1)}%`;
}
