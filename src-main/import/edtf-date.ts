/**
 * Dates of publication as files write them, brought to EDTF: YYYY, YYYY-MM or
 * YYYY-MM-DD. The day is taken as written, never moved to another time zone;
 * what is not certain gives an empty string rather than a guess.
 */

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

function monthOf(name: string): number {
  const lower = name.normalize('NFC').toLowerCase().replace('.', '');
  return monthNames.find(([beginning]) => beginning.test(lower))?.[1] ?? 0;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** Builds an EDTF value from what is known; 0 means not known. Empty when impossible. */
export function edtf(year: number, month = 0, day = 0): string {
  if (year < 1000 || year > 2999) return '';
  if (month === 0) return day === 0 ? padded(year, 4) : '';
  if (month > 12 || day > daysIn(year, month)) return '';
  return day === 0
    ? `${padded(year, 4)}-${padded(month, 2)}`
    : `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

const numeric = /^(\d{4})(?:([-/.])\s?(\d{1,2})(?:\2\s?(\d{1,2})\.?)?)?(?:[T\s].*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const hanOrKorean = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?/;
const dayMonthYear = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u;
const monthDayYear = /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const monthYear = /^(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u;

/**
 * Reads a date as pages and front matter write it (ISO, ISO with time, "27 octobre
 * 2025", "Oct 27, 2025", "27 октября 2025", "2025년 10월 27일"). Empty when unsure.
 */
export function toEdtf(value: string): string {
  const text = value.normalize('NFC').trim().slice(0, 80);
  const digits = numeric.exec(text) ?? compact.exec(text);
  if (digits) {
    const withSign = numeric.test(text);
    const [month, day] = withSign ? [digits[3], digits[4]] : [digits[2], digits[3]];
    return edtf(Number(digits[1]), Number(month ?? 0), Number(day ?? 0));
  }
  const asian = hanOrKorean.exec(text);
  if (asian) return edtf(Number(asian[1]), Number(asian[2]), Number(asian[3] ?? 0));
  return namedMonth(text);
}

function namedMonth(text: string): string {
  const european = dayMonthYear.exec(text);
  if (european) return withMonth(european[3], european[2], european[1]);
  const american = monthDayYear.exec(text);
  if (american) return withMonth(american[3], american[1], american[2]);
  const coarse = monthYear.exec(text);
  return coarse ? withMonth(coarse[2], coarse[1], '0') : '';
}

function withMonth(year = '', name = '', day = ''): string {
  const month = monthOf(name);
  return month === 0 ? '' : edtf(Number(year), month, Number(day));
}
