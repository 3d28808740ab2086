/** What the tables of French, English and Russian dates are made with: rows of one shape, over each language's own words. */
import type { DatePattern, NamedParts, SingleMeaning } from '../mention';
import { type CalendarWords, calendarReader, fixed, wordPattern } from './calendar-groups';
import { numberFor } from './words';

/** Where a word or a number ends. */
export const wordEnd = '(?![\\p{L}\\p{N}])';

export interface PatternMakers {
  /** What the named groups of a match say. */
  readonly read: (match: RegExpExecArray) => NamedParts;
  /** A row read by its named groups; a weak one counts only beside a stronger. */
  readonly parts: (source: string, weak?: boolean) => DatePattern;
  /** A row for words that say how far from the article's date: "hier". */
  readonly shift: (source: string, unit: 'day' | 'week' | 'month' | 'year', by: number) => DatePattern;
  /** A row whose group `count`, in digits or words, says how many days from the article's date. */
  readonly days: (source: string, sign: 1 | -1) => DatePattern;
  /** The day of the week that a match names. */
  readonly readWeekday: (match: RegExpExecArray) => SingleMeaning | null;
  /** The same of a named week, counted from the article's. */
  readonly readWeekdayOf: (week: number) => (match: RegExpExecArray) => SingleMeaning | null;
}

/**
 * @param counts - the language's words for small numbers
 * @param nearest - words at the beginning of a match that mean the nearest such day ("ce lundi")
 */
export function patternMakers(
  words: CalendarWords,
  counts: ReadonlyMap<string, number>,
  nearest: RegExp,
): PatternMakers {
  const read = calendarReader(words);
  return {
    read,
    parts: (source, weak = false) => ({ pattern: wordPattern(source), read, weak }),
    shift: (source, unit, by) => fixed(source + wordEnd, { type: 'shift', unit, by }),
    days: (source, sign) => ({
      pattern: wordPattern(source),
      read: ({ groups = {} }) => ({
        type: 'shift',
        unit: 'day',
        by: sign * (numberFor(counts, groups.count) ?? Number(groups.count)),
      }),
    }),
    readWeekday: (match) => {
      const weekday = numberFor(words.weekdays, match.groups?.weekday);
      if (weekday === undefined) return null;
      const { direction } = read(match);
      return {
        type: 'weekday',
        weekday,
        ...(direction ? { direction } : {}),
        ...(nearest.test(match[0]) ? { nearest: true } : {}),
      };
    },
    readWeekdayOf:
      (week) =>
      ({ groups = {} }) => {
        const weekday = numberFor(words.weekdays, groups.weekday);
        return weekday === undefined ? null : { type: 'weekday', weekday, week };
      },
  };
}
