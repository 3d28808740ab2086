/**
 * EDTF values in words: "vers octobre 2025", "since 2024", "1990-е годы". Days, months and years come
 * from Intl; what Intl has no words for is written here for the four languages, else in English.
 */
import { dateFormat } from '../text/intl-formats';
import { type EdtfPoint, type EdtfQualifier, type EdtfSide, parseEdtf } from './edtf';

/** How much room there is: "12 octobre 2025" or "12 oct. 2025". */
export type DateLength = 'long' | 'short';

/** What the word before an end of an interval must agree with. */
type EndKind = 'day' | 'month or year' | 'other';

/** What Intl does not word; each takes a date in words. */
interface DateWording {
  readonly seasons: readonly [spring: string, summer: string, autumn: string, winter: string];
  readonly seasonOf: (season: string, year: string) => string;
  readonly decade: (year: string) => string;
  readonly century: (century: number) => string;
  readonly qualified: Readonly<Record<EdtfQualifier, (date: string) => string>>;
  readonly since: (date: string, kind: EndKind) => string;
  readonly until: (date: string, kind: EndKind) => string;
  readonly endUnknown: (date: string) => string;
  readonly beginUnknown: (date: string) => string;
  readonly monthUnknown: string;
  readonly dayUnknown: string;
}

const same = (date: string): string => date;

const english: DateWording = {
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  seasonOf: (season, year) => `${season} ${year}`,
  decade: (year) => `${year}s`,
  century: (century) => {
    const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
    return `${century}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(century)]} century`;
  },
  qualified: { '': same, '?': (date) => `${date}?`, '~': (date) => `c. ${date}`, '%': (date) => `c. ${date}?` },
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  endUnknown: (date) => `${date} – ?`,
  beginUnknown: (date) => `? – ${date}`,
  monthUnknown: 'month unknown',
  dayUnknown: 'day unknown',
};

function roman(value: number): string {
  const tens = 'X'.repeat(Math.floor(value / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '');
}

const french: DateWording = {
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  seasonOf: (season, year) => `${season} ${year}`,
  decade: (year) => `années ${year}`,
  century: (century) => `${roman(century)}${century === 1 ? 'er' : 'e'} siècle`,
  qualified: {
    '': same,
    '?': (date) => `${date}\u202f?`,
    '~': (date) => `vers ${date}`,
    '%': (date) => `vers ${date}\u202f?`,
  },
  since: (date, kind) => (kind === 'day' ? `depuis le ${date}` : `depuis ${date}`),
  until: (date, kind) => `jusqu’${{ day: 'au', 'month or year': 'en', other: 'à' }[kind]} ${date}`,
  endUnknown: (date) => `${date} – ?`,
  beginUnknown: (date) => `? – ${date}`,
  monthUnknown: 'mois inconnu',
  dayUnknown: 'jour inconnu',
};

const russian: DateWording = {
  ...english,
  seasons: ['весна', 'лето', 'осень', 'зима'],
  seasonOf: (season, year) => `${season} ${year}\u00a0г.`,
  decade: (year) => `${year}-е годы`,
  century: (century) => `${roman(century)} век`,
  qualified: { ...english.qualified, '~': (date) => `около: ${date}`, '%': (date) => `около: ${date}?` },
  since: (date) => `${date} – …`,
  until: (date) => `… – ${date}`,
  monthUnknown: 'месяц неизвестен',
  dayUnknown: 'день неизвестен',
};

const korean: DateWording = {
  ...english,
  seasons: ['봄', '여름', '가을', '겨울'],
  seasonOf: (season, year) => `${year}년 ${season}`,
  decade: (year) => `${year}년대`,
  century: (century) => `${century}세기`,
  qualified: { ...english.qualified, '~': (date) => `${date}경`, '%': (date) => `${date}경?` },
  since: (date) => `${date}부터`,
  until: (date) => `${date}까지`,
  monthUnknown: '월 미상',
  dayUnknown: '일 미상',
};

function wordingFor(locale: string): DateWording {
  switch (locale.slice(0, 2)) {
    case 'fr':
      return french;
    case 'ru':
      return russian;
    case 'ko':
      return korean;
    default:
      return english;
  }
}

function inCalendarWords(year: number, month: number | null, day: number | null, locale: string, length: DateLength) {
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return dateFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    // Before Christ Intl counts without a year 0, and only says so when asked for the era.
    ...(year < 1 ? { era: 'short' } : {}),
    ...(month === null ? {} : { month: length }),
    ...(day === null ? {} : { day: 'numeric' }),
  }).format(date);
}

function printUnqualified({ year, month, day }: EdtfPoint, locale: string, length: DateLength): string {
  const wording = wordingFor(locale);
  if (year.endsWith('XX')) return wording.century(Number(year.slice(0, -2)) + 1);
  if (year.endsWith('X')) return wording.decade(year.replace('X', '0'));
  const yearNumber = Number(year.replace('Y', ''));
  const yearOnly = (): string => inCalendarWords(yearNumber, null, null, locale, length);
  if (month === null) return yearOnly();
  if (month === 'XX') return `${yearOnly()} (${wording.monthUnknown})`;
  const season = wording.seasons[Number(month) - 21];
  if (season !== undefined) return wording.seasonOf(season, String(yearNumber));
  const known = day === null || day === 'XX' ? null : Number(day);
  const words = inCalendarWords(yearNumber, Number(month), known, locale, length);
  return day === 'XX' ? `${words} (${wording.dayUnknown})` : words;
}

function printPoint(point: EdtfPoint, locale: string, length: DateLength): string {
  return wordingFor(locale).qualified[point.qualifier](printUnqualified(point, locale, length));
}

function endKind({ day, qualifier }: EdtfPoint): EndKind {
  if (qualifier === '~' || qualifier === '%') return 'other';
  return day === null ? 'month or year' : 'day';
}

function printInterval(from: EdtfSide, to: EdtfSide, locale: string, length: DateLength): string {
  const wording = wordingFor(locale);
  if (typeof from !== 'string') {
    const begin = printPoint(from, locale, length);
    if (to === 'open') return wording.since(begin, endKind(from));
    return to === 'unknown' ? wording.endUnknown(begin) : `${begin} – ${printPoint(to, locale, length)}`;
  }
  if (typeof to === 'string') return '';
  const end = printPoint(to, locale, length);
  return from === 'open' ? wording.until(end, endKind(to)) : wording.beginUnknown(end);
}

/** An EDTF value in words of a locale, a time of day left out; what is no EDTF is shown as it stands. */
export function printEdtf(text: string, locale: string, length: DateLength = 'long'): string {
  // Feeds give a time of day; it adds nothing a reader looks for.
  const value = parseEdtf(text.trim().replace(/T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, ''));
  if (value === null) return text;
  return value.type === 'point'
    ? printPoint(value, locale, length)
    : printInterval(value.from, value.to, locale, length);
}
