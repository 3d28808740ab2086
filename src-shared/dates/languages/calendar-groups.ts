/** Reads a pattern's named groups (year, month, day, weekday, season, way, about) with a language's words. */
import type { DatePattern, NamedParts } from '../mention';
import { numberFor } from './words';

/** The words of a language that stand for parts of the calendar. */
export interface CalendarWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, number>;
  /** Words of direction that point back ("dernier"); the others point ahead. */
  readonly isPast: RegExp;
}

function partOf<Name extends string>(name: Name, value: number | undefined) {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: number });
}

function digits(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** What the groups of a match say; parts without a group are left out. */
export function calendarReader(words: CalendarWords): (match: RegExpExecArray) => NamedParts {
  return ({ groups = {} }) => {
    const { year, month, day, weekday, season, way, about } = groups;
    return {
      type: 'parts',
      ...partOf('year', digits(year)),
      ...partOf('month', numberFor(words.months, month)),
      ...partOf('day', digits(day)),
      ...partOf('weekday', numberFor(words.weekdays, weekday)),
      ...partOf('season', numberFor(words.seasons, season)),
      ...(way ? { direction: words.isPast.test(way) ? 'past' : 'future' } : {}),
      ...(about ? { approximate: true } : {}),
    };
  };
}

/** A pattern that begins where a word or a number does, whatever its case. */
export function wordPattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})`, 'giu');
}

/** A row for words that always say the same: "hier" is one day back. */
export function fixed(source: string, meaning: ReturnType<DatePattern['read']>): DatePattern {
  return { pattern: wordPattern(source), read: () => meaning };
}
