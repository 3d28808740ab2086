/**
 * Dates as EDTF writes them (ISO 8601-2, levels 0 and 1, without times of day): reading, checking,
 * writing back in one form, and the days a value covers. Small enough for checking while one types;
 * a test holds it to the `edtf` package. Knows nothing of languages.
 */
import { daysInMonth, toEpochDay } from './calendar';

/** How sure a date is: as it stands, uncertain, approximate, or both. */
export type EdtfQualifier = '' | '?' | '~' | '%';

/** One date: a year, month, day or season, with `X` for digits that are not known. */
export interface EdtfPoint {
  readonly type: 'point';
  /** Four digits, the last ones perhaps `X` ("199X"), with a minus before years BC; or `Y` and more digits. */
  readonly year: string;
  /** `01`–`12`, `XX`, a season `21`–`24` (spring to winter), or null. */
  readonly month: string | null;
  /** `01`–`31`, `XX`, or null. */
  readonly day: string | null;
  readonly qualifier: EdtfQualifier;
}

/** One side of an interval: a date, `..` (open: goes on), or nothing (not known). */
export type EdtfSide = EdtfPoint | 'open' | 'unknown';

export interface EdtfInterval {
  readonly type: 'interval';
  readonly from: EdtfSide;
  readonly to: EdtfSide;
}

export type EdtfValue = EdtfPoint | EdtfInterval;

/** First and last day a value covers, as days since 1970-01-01; null where it is open. */
export interface DaySpan {
  readonly first: number | null;
  readonly last: number | null;
}

const pointPattern = /^(?:(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?|(Y-?[1-9]\d{4,5}))([?~%]?)$/;

const isSeason = (month: string): boolean => month >= '21' && month <= '24' && month !== 'XX';

/** The longest this month can be: for a year or a month not known, as long as any. */
function longestMonth(year: string, month: string): number {
  if (month === 'XX') return 31;
  return daysInMonth(year.includes('X') ? 2000 : Number(year), Number(month));
}

function hasPossibleParts(year: string, month: string | null, day: string | null): boolean {
  if (year === '-0000') return false;
  if (month === null) return true;
  // With a year half known, EDTF level 1 has no place for a month.
  if (year.includes('X')) return false;
  if (isSeason(month)) return day === null;
  if (month === 'XX') return day === null || day === 'XX';
  if (month < '01' || month > '12') return false;
  if (day === null || day === 'XX') return true;
  return day >= '01' && Number(day) <= longestMonth(year, month);
}

/** A year, month or day all of whose digits are known. */
function isPlain({ year, month, day = null }: Pick<EdtfPoint, 'year' | 'month'> & Partial<EdtfPoint>): boolean {
  return !/[XY]/.test(`${year}${month}${day}`) && !isSeason(month ?? '');
}

function parsePoint(text: string): EdtfPoint | null {
  const match = pointPattern.exec(text);
  if (match === null) return null;
  const [, plainYear, month = null, day = null, longYear, mark = ''] = match;
  const year = plainYear ?? longYear ?? '';
  // What is half known, a season or a long year is not doubted besides: level 1 has no place for it.
  if (!hasPossibleParts(year, month, day) || (mark !== '' && !isPlain({ year, month, day }))) return null;
  return { type: 'point', year, month, day, qualifier: mark === '?' || mark === '~' || mark === '%' ? mark : '' };
}

function parseSide(text: string): EdtfSide | null {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parsePoint(text);
}

/** Reads an EDTF value; null when it is none, names no possible day, or does not run forward. */
export function parseEdtf(text: string): EdtfValue | null {
  const [left = '', right, ...more] = text.split('/');
  if (right === undefined) return parsePoint(left);
  const from = parseSide(left);
  const to = parseSide(right);
  if (more.length > 0 || from === null || to === null) return null;
  if (typeof from === 'string' && typeof to === 'string') return null;
  // Level 1 has intervals of years, months and days only.
  if ([from, to].some((side) => typeof side !== 'string' && !isPlain(side))) return null;
  if (typeof from !== 'string' && typeof to !== 'string' && spanOfPoint(from).first >= spanOfPoint(to).first)
    return null;
  return { type: 'interval', from, to };
}

export const isEdtf = (text: string): boolean => parseEdtf(text) !== null;

function writeSide(side: EdtfSide): string {
  if (side === 'open') return '..';
  if (side === 'unknown') return '';
  const parts = [side.year, side.month, side.day].filter((part) => part !== null);
  return `${parts.join('-')}${side.qualifier}`;
}

/** Writes a value in its one form. */
export function writeEdtf(value: EdtfValue): string {
  return value.type === 'point' ? writeSide(value) : `${writeSide(value.from)}/${writeSide(value.to)}`;
}

/**
 * The one form of what was typed as EDTF: spaces gone, `x` and `u` as `X`, a time of day and a
 * doubled qualifier dropped. Null when it is no EDTF even so.
 */
export function normaliseEdtf(text: string): string | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .replace(/\.{3,}/g, '..')
    .toUpperCase()
    .replace(/U/g, 'X')
    .replace(/T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?/g, '')
    .replace(/\?~|~\?/g, '%');
  const value = parseEdtf(tidy);
  return value === null ? null : writeEdtf(value);
}

/** The months a season covers, in the northern half of the earth; a winter ends in the year after. */
const seasonStart: Readonly<Record<string, number>> = { '21': 3, '22': 6, '23': 9, '24': 12 };

function spanOfPoint({ year, month, day }: EdtfPoint): { readonly first: number; readonly last: number } {
  const digits = year.replace('Y', '');
  const zeros = Number(digits.replaceAll('X', '0'));
  const nines = Number(digits.replaceAll('X', '9'));
  // Before Christ the larger number is the earlier year.
  const [firstYear, lastYear] = digits.startsWith('-') ? [nines, zeros] : [zeros, nines];
  const start = month === null ? undefined : seasonStart[month];
  if (start !== undefined) {
    const endYear = start === 12 ? lastYear + 1 : lastYear;
    const endMonth = ((start + 1) % 12) + 1;
    return monthsSpan(firstYear, start, endYear, endMonth);
  }
  if (month === null || month === 'XX') return monthsSpan(firstYear, 1, lastYear, 12);
  if (day === null || day === 'XX') return monthsSpan(firstYear, Number(month), lastYear, Number(month));
  const only = toEpochDay({ year: firstYear, month: Number(month), day: Number(day) });
  return { first: only, last: only };
}

function monthsSpan(firstYear: number, firstMonth: number, lastYear: number, lastMonth: number) {
  return {
    first: toEpochDay({ year: firstYear, month: firstMonth, day: 1 }),
    last: toEpochDay({ year: lastYear, month: lastMonth, day: daysInMonth(lastYear, lastMonth) }),
  };
}

/** The days a value covers; qualifiers do not widen it, and winter is December to February. */
export function daySpan(value: EdtfValue): DaySpan {
  if (value.type === 'point') return spanOfPoint(value);
  return {
    first: typeof value.from === 'string' ? null : spanOfPoint(value.from).first,
    last: typeof value.to === 'string' ? null : spanOfPoint(value.to).last,
  };
}

/** Compares two EDTF values for a timeline: by first day, then the shorter first; what is none comes last. */
export function compareEdtf(one: string, other: string): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
  return 0;
}

/** First and last day to sort by; an open beginning sorts at the known end, no date after all. */
function sortKey(text: string): readonly [number, number] {
  const value = parseEdtf(text);
  if (value === null) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const { first, last } = daySpan(value);
  return [first ?? last ?? 0, last ?? Number.POSITIVE_INFINITY];
}
