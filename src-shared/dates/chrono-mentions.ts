/**
 * What chrono-node reads well: a day with its month ("ce lundi 27 octobre 2025", "Oct. 3", "3 марта"),
 * dates in digits, and counts back ("il y a trois jours"). Only the parts it is certain of are taken;
 * its times, lone weekdays, months and intervals are left to our own patterns.
 */
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { strict as english } from 'chrono-node/en';
import { strict as french } from 'chrono-node/fr';
import { strict as russian } from 'chrono-node/ru';
import type { Mention, NamedParts, SingleMeaning } from './mention';

export type ChronoLanguage = 'en' | 'fr' | 'ru';

const parsers = { en: english, fr: french, ru: russian };

/** What "ago" counts in; hours and minutes are not asked for a day. */
const countedUnits = [
  ['year', /\b(?:ans?|années?|years?|yrs?)\b|(?:^|\s)(?:год|года|лет)(?=\s)/iu],
  ['month', /\b(?:mois|months?)\b|месяц/iu],
  ['week', /\b(?:semaines?|weeks?)\b|недел/iu],
  ['day', /\b(?:jours?|days?)\b|(?:^|\s)(?:день|дня|дней|сутки|суток)(?=\s)/iu],
] as const;

const isGoingBack = /\bil y a\b|\bago\b|назад/iu;

function countedBack(result: ParsedResult): SingleMeaning | null {
  const { start, text } = result;
  const unit = countedUnits.find(([, words]) => words.test(text))?.[0];
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (unit === undefined || !isGoingBack.test(text) || year === null) return null;
  if (unit === 'year') return { type: 'parts', year, approximate: true };
  if (month === null || !start.isCertain('month')) return null;
  if (unit === 'month') return { type: 'parts', year, month, approximate: true };
  if (day === null || !start.isCertain('day')) return null;
  return { type: 'parts', year, month, day, ...(unit === 'week' ? { approximate: true } : {}) };
}

function namedParts(start: ParsedComponents): NamedParts | null {
  const certain = (part: 'year' | 'month' | 'day' | 'weekday') => (start.isCertain(part) ? start.get(part) : null);
  const [year, month, day, weekday] = [certain('year'), certain('month'), certain('day'), certain('weekday')];
  if (month === null || day === null) return null;
  return {
    type: 'parts',
    month,
    day,
    ...(year === null ? {} : { year }),
    ...(weekday === null ? {} : { weekday: weekday === 0 ? 7 : weekday }),
  };
}

/** "10/11/2025" is October in one place and November in another. */
function isAmbiguous(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})\b/.exec(text) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

const hasYearInDigits = /\d{4}|^\d{1,2}[/.]\d{1,2}[/.]\d{2}$/;
const isInDigits = /^[\d/.\s-]+$/;

function readResult(result: ParsedResult, language: ChronoLanguage): SingleMeaning | null {
  const { start, end, text } = result;
  if (start.tags().has('result/relativeDate')) return countedBack(result);
  // "le 13-Novembre" is the name of what happened, in a year not said.
  if (/^\d{1,2}-\p{Lu}/u.test(text)) return null;
  // Its intervals do not say which end their year belongs to; ours do.
  if (end) return null;
  if (isInDigits.test(text) && (!hasYearInDigits.test(text) || (language === 'en' && isAmbiguous(text)))) return null;
  return namedParts(start);
}

/** A time of day at the end of what was read; it is no part of the date. */
const timeOfDay = /,?\s+(?:à|at|в|-)\s+\d.*$/iu;

/** Mentions chrono-node finds; counts back only when the article's day is known. */
export function chronoMentions(
  text: string,
  language: ChronoLanguage,
  articleDay: string | null,
): readonly Mention<SingleMeaning>[] {
  // Noon in UTC keeps the day whatever zone the machine is in.
  const reference = { instant: new Date(`${articleDay ?? '2000-01-01'}T12:00:00Z`), timezone: 0 };
  return parsers[language].parse(text, reference).flatMap((result) => {
    if (articleDay === null && result.start.tags().has('result/relativeDate')) return [];
    const meaning = readResult(result, language);
    const words = result.text.replace(timeOfDay, '');
    return meaning === null ? [] : [{ start: result.index, end: result.index + words.length, meaning }];
  });
}
