/** Dates in words: EDTF values as stored with documents, and moments. Pure. */

const partsPattern = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

/** How much room there is: "12 octobre 2025" or "12 oct. 2025". */
export type DateLength = 'long' | 'short';

function formatParts(
  year: number,
  month: number | null,
  day: number | null,
  locale: string,
  length: DateLength,
): string {
  const date = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  date.setUTCFullYear(year);
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === null ? {} : { month: length }),
    ...(day === null ? {} : { day: 'numeric' }),
  }).format(date);
}

function isCalendarDay(year: number, month: number | null, day: number | null): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function formatOne(value: string, locale: string, length: DateLength): string {
  const match = partsPattern.exec(value);
  if (match === null) return value;
  const [, yearText, monthText, dayText, qualifier] = match;
  const year = Number(yearText);
  const month = monthText === undefined ? null : Number(monthText);
  const day = dayText === undefined ? null : Number(dayText);
  if (!isCalendarDay(year, month, day)) return value;
  const words = formatParts(year, month, day, locale, length);
  const french = locale.startsWith('fr');
  const uncertain = french ? `${words}\u202f?` : `${words}?`;
  const about = french ? 'vers' : 'c.';
  if (qualifier === '~') return `${about} ${words}`;
  if (qualifier === '?') return uncertain;
  if (qualifier === '%') return `${about} ${uncertain}`;
  return words;
}

/**
 * An EDTF date in words: `2025-10` → "octobre 2025". Knows years, months, days,
 * their qualifiers (~ ? %) and intervals (`a/b`, `a/..`); anything else is shown as it stands.
 */
export function formatEdtf(edtf: string, locale: string, length: DateLength = 'long'): string {
  // A time of day, as feeds give it, adds nothing a reader looks for in a list.
  const value = edtf.trim().replace(/T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  const [from, to, ...rest] = value.split('/');
  if (from === undefined || to === undefined || rest.length > 0) return formatOne(value, locale, length);
  const open = (side: string) => side === '' || side === '..';
  if (open(from) && open(to)) return value;
  if (open(to)) return `${formatOne(from, locale, length)} –`;
  if (open(from)) return `– ${formatOne(to, locale, length)}`;
  return `${formatOne(from, locale, length)} – ${formatOne(to, locale, length)}`;
}

const dayMs = 86_400_000;

/** A moment as a reader would say it: "today", "yesterday", else the day. Local time. */
export function formatMoment(atMs: number, nowMs: number, locale: string): string {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(atMs) - midnight(nowMs)) / dayMs);
  if (days <= 0 && days > -2) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(atMs);
}

/** By locale: making one takes milliseconds. */
const languageNames = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  languageNames.set(locale, names);
  return names;
}

/** Name of a language from its BCP 47 tag ("ko" → "coréen"); the tag itself when unknown. */
export function languageName(tag: string, locale: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
  return namesIn(locale).of(tag) ?? tag;
}
