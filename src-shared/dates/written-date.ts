/**
 * One date with its year, as people and pages write it out: "27 octobre 2025", "Oct. 27th, 2025",
 * "2025년 10월 27일", "27/10/2025". The day is taken as written, never moved to another time zone.
 */
import { isEdtf } from './edtf';
import { writeDay, writeMonth, writeYear } from './write-parts';

/** What comes first in "10/11/2025"; `unknown` reads no such date. */
export type DigitOrder = 'day-first' | 'month-first' | 'unknown';

/** Month names of the page languages met most, by their beginnings; longer ones first. */
const monthNames: readonly (readonly [RegExp, number])[] = [
  [/^(jan|янв)/, 1],
  [/^(feb|fév|fev|фев)/, 2],
  [/^(mar|мар)/, 3],
  [/^(apr|avr|апр)/, 4],
  [/^(may|mai|мая|май)/, 5],
  [/^(june?$|juin|июн)/, 6],
  [/^(july?$|juil|июл)/, 7],
  [/^(aug|aoû|aou|авг)/, 8],
  [/^(sep|сен)/, 9],
  [/^(oct|окт)/, 10],
  [/^(nov|ноя)/, 11],
  [/^(dec|déc|дек)/, 12],
];

function monthOf(name: string): number | null {
  const lower = name.toLowerCase().replace('.', '');
  // "mardi" and "Martin" begin like March.
  if (/^mar(?!s$|ch$|$)/.test(lower) || /^мар(?!т|$)/.test(lower)) return null;
  return monthNames.find(([beginning]) => beginning.test(lower))?.[1] ?? null;
}

/** A value of what is known, or null when there is no such day; years 1000 to 2999. */
function dateOf(year: number, month: number | null, day: number | null): string | null {
  if (year < 1000 || year > 2999) return null;
  if (month === null) return day === null ? writeYear(year) : null;
  const value = day === null ? writeMonth(year, month) : writeDay({ year, month, day });
  // As an EDTF month 21 would be spring.
  return month <= 12 && isEdtf(value) ? value : null;
}

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

const yearFirst = /^(\d{4})(?:([-/.])\s?(\d{1,2})(?:\2\s?(\d{1,2})\.?)?)?(?:[T\s].*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const hanOrKorean = /^(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?)?/;
const inDigits = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const monthInDigits = /^(\d{1,2})[/.](\d{4})$/;
const dayMonthYear =
  /^(?:(\p{L}+)\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\.?\s+(?:of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u;
const monthDayYear = /^(?:(\p{L}+)\.?,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const monthYear = /^(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u;

function readDigits(text: string, order: DigitOrder): string | null {
  const month = monthInDigits.exec(text);
  if (month && order !== 'unknown') return dateOf(Number(month[2]), Number(month[1]), null);
  const [, one, two, year] = inDigits.exec(text) ?? [];
  if (one === undefined) return null;
  const dayFirst = dateOf(Number(year), Number(two), Number(one));
  const monthFirst = dateOf(Number(year), Number(one), Number(two));
  if (order === 'unknown') return null;
  return order === 'day-first' ? dayFirst : monthFirst;
}

function readNamedMonth(text: string): string | null {
  const european = dayMonthYear.exec(text);
  if (european) return withMonth(european[4], european[3], european[2]);
  const american = monthDayYear.exec(text);
  if (american) return withMonth(american[4], american[2], american[3]);
  const coarse = monthYear.exec(text);
  return coarse ? withMonth(coarse[2], coarse[1], undefined) : null;
}

function withMonth(year: string | undefined, name: string | undefined, day: string | undefined): string | null {
  const month = monthOf(name ?? '');
  return month === null ? null : dateOf(Number(year), month, number(day));
}

/**
 * Reads a date written with its year, to the day, month or year as it is given; words after it are
 * left alone, as in feeds. Null when unsure.
 */
export function readWrittenDate(written: string, order: DigitOrder): string | null {
  const text = written.normalize('NFC').trim().slice(0, 80);
  const digits = yearFirst.exec(text);
  if (digits) return dateOf(Number(digits[1]), number(digits[3]), number(digits[4]));
  const joined = compact.exec(text) ?? hanOrKorean.exec(text);
  if (joined) return dateOf(Number(joined[1]), number(joined[2]), number(joined[3]));
  return readDigits(text, order) ?? readNamedMonth(text);
}
