/**
 * What a person types into a date field, forgivingly: EDTF itself, dates as the language writes them,
 * a doubt ("2025 ?", "vers 2025"), an interval ("2019-2021", "depuis oct. 2024"), a decade or a season.
 */
import { normaliseEdtf, parseEdtf, writeEdtf } from './edtf';
import { addQualifier } from './write-parts';
import { type DigitOrder, readWrittenDate } from './written-date';

const seasonNames: readonly RegExp[] = [
  /^(?:printemps|spring|весна|весной)$/iu,
  /^(?:été|ete|summer|лето|летом)$/iu,
  /^(?:automne|autumn|fall|осень|осенью)$/iu,
  /^(?:hiver|winter|зима|зимой)$/iu,
];

/** English is written both ways, so digits of which either may be the month stay unread. */
function digitOrderOf(locale: string): DigitOrder {
  const tag = locale.toLowerCase();
  if (tag === 'en-us') return 'month-first';
  return 'day-first';
}

const isEitherWay = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/;

function isAmbiguous(text: string, locale: string): boolean {
  const [, one, two] = isEitherWay.exec(text) ?? [];
  return locale.toLowerCase() === 'en' && one !== undefined && one !== two && Number(one) <= 12 && Number(two) <= 12;
}

function readDecade(text: string): string | null {
  const match = /^(?:années\s|annees\s)?(\d{3})0(s|-е(?:\sгоды)?|년대)?$/iu.exec(text);
  if (match === null || (match[2] === undefined && !/^ann/iu.test(text))) return null;
  return `${match[1]}X`;
}

function readSeason(text: string): string | null {
  const match = /^(\p{L}+)\s+(?:de\s)?(\d{4})$/u.exec(text);
  const season = seasonNames.findIndex((name) => name.test(match?.[1] ?? ''));
  return match === null || season < 0 ? null : `${match[2]}-${21 + season}`;
}

/** The written part must be the whole of what was typed: nothing is dropped silently. */
const hasNothingAfterYear =
  /^(?:[^\d]*\d{1,2}(?!\d)[^\d]*|[^\d]*)\d{4}\s*(?:г\.?|года?)?$|^\d{4}(?:[-/.] ?\d{1,2}){0,2}\.?$|^\d{4} ?[年년](?: ?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일])?)?$/u;

function readPlain(text: string, locale: string): string | null {
  const special = normaliseEdtf(text) ?? readDecade(text) ?? readSeason(text);
  if (special !== null) return special;
  if (isAmbiguous(text, locale)) return null;
  const order = digitOrderOf(locale);
  const written = isEitherWay.test(text) || hasNothingAfterYear.test(text) ? readWrittenDate(text, order) : null;
  // "27/10/2025" typed in English can only be a day first, "10/27/2025" only a month.
  return written ?? (locale.startsWith('en') && isEitherWay.test(text) ? readWrittenDate(text, 'month-first') : null);
}

const aboutBefore = /^(?:vers|environ|env\.?|circa|ca?\.?|about|around|около|약)\s+/iu;
const aboutAfter = /\s*경$/u;
const doubtAfter = /\s*\(?\?\)?$/u;

function readDoubted(typed: string, locale: string): string | null {
  const exact = readPlain(typed, locale);
  if (exact !== null) return exact;
  const withoutDoubt = typed.replace(doubtAfter, '');
  const bare = withoutDoubt.replace(aboutBefore, '').replace(aboutAfter, '');
  const value = readPlain(bare, locale);
  if (value === null || parseEdtf(value)?.type !== 'point') return null;
  const about = bare === withoutDoubt ? value : addQualifier(value, '~');
  return withoutDoubt === typed ? about : addQualifier(about, '?');
}

const openBegin = /^(?:depuis|since|from|с|со|à partir de)\s+(?:le\s+|l'|la\s+)?/iu;
const openEnd = /^(?:jusqu'(?:en|à|au)|until|till|до|по)\s+(?:le\s+)?/iu;
/** Between two dates; a bare hyphen only between years, since it also stands within dates. */
const between = /\s+(?:-|à|au|to|until|по|до)\s+|\s*(?:–|—|\.\.|~)\s*|(?<=^\d{4})\s*-\s*(?=\d{4}$)/iu;

function interval(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  const value = parseEdtf(`${from}/${to}`);
  return value === null ? null : writeEdtf(value);
}

/**
 * The EDTF value a person meant, or null where that is not clear. Never fills in what was not typed:
 * "27 octobre" without a year is null, "10/11/2025" in plain English too.
 */
export function parseTypedDate(text: string, locale: string): string | null {
  const typed = text.normalize('NFKC').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();
  if (typed === '' || typed.length > 100) return null;
  const single = readDoubted(typed, locale);
  if (single !== null) return single;
  if (openBegin.test(typed)) {
    const [from, to, ...more] = typed.replace(openBegin, '').split(between);
    if (to === undefined) return interval(readDoubted(from ?? '', locale), '..');
    return more.length > 0 ? null : interval(readDoubted(from ?? '', locale), readDoubted(to, locale));
  }
  if (openEnd.test(typed)) return interval('..', readDoubted(typed.replace(openEnd, ''), locale));
  if (/[부]터$/u.test(typed)) return interval(readDoubted(typed.replace(/부터$/u, ''), locale), '..');
  const [from = '', to, ...more] = typed.split(between);
  if (to === undefined || more.length > 0) return null;
  return interval(from === '' ? '..' : readDoubted(from, locale), to === '' ? '..' : readDoubted(to, locale));
}
