/**
 * From what words say to an EDTF value: works out the year, month or day that was left unsaid, from the
 * article's date and what was said before. What cannot be worked out stays null; nothing is made up.
 */
import { shiftMonth, toEpochDay, weekdayOf } from './calendar';
import { type Candidate, chooseCandidate } from './choose-candidate';
import { completedFrom } from './complete-parts';
import type { EdtfPoint } from './edtf';
import { daySpan, isEdtf, parseEdtf } from './edtf';
import type { Between, Direction, Meaning, NamedParts, Shift, SingleMeaning, Weekday } from './mention';
import { addQualifier, writeDay, writeEpochDay, writeMonth, writeSeason, writeYear } from './write-parts';

/** A year and perhaps a month that an earlier date named. */
export interface SaidEarlier {
  readonly year: number;
  readonly month: number | null;
  /** The text itself named the year; otherwise it was worked out. */
  readonly yearWasNamed: boolean;
}

/** What a date without all its parts may be worked out from. */
export interface Ground {
  /** The article's date, as exact as it is known; null when it is not. */
  readonly article: EdtfPoint | null;
  readonly said: SaidEarlier | null;
  /** What the tense around the words points to. */
  readonly leaning: Direction | null;
}

/** The article's date as first and last possible day; an article of a month has a whole month of them. */
function articleDays(ground: Ground): { readonly first: number; readonly last: number } | null {
  if (ground.article === null) return null;
  const { first, last } = daySpan(ground.article);
  return first === null || last === null ? null : { first, last };
}

function articleDay(ground: Ground): number | null {
  const days = articleDays(ground);
  return days !== null && days.first === days.last ? days.first : null;
}

function articleYear(ground: Ground): number | null {
  const year = Number(ground.article?.year);
  return Number.isInteger(year) ? year : null;
}

function articleMonth(ground: Ground): { readonly year: number; readonly month: number } | null {
  const year = articleYear(ground);
  const month = Number(ground.article?.month ?? Number.NaN);
  return year === null || !(month >= 1 && month <= 12) ? null : { year, month };
}

/** Takes the same choice from the first and the last day the article can be of, or none. */
function choose(candidates: readonly Candidate[], ground: Ground, said: Direction | undefined): string | null {
  const days = articleDays(ground);
  if (days === null) return null;
  const choice = chooseCandidate(candidates, days.first, said ?? null, ground.leaning);
  const again = chooseCandidate(candidates, days.last, said ?? null, ground.leaning);
  return choice === again ? choice : null;
}

/** A year, month, season or day of a known year. */
function writeParts(parts: NamedParts, year: number): string | null {
  const { month, season, day } = parts;
  if (season !== undefined) return writeSeason(year, season);
  if (month === undefined) return day === undefined ? writeYear(year) : null;
  if (day === undefined) return writeMonth(year, month);
  const value = writeDay({ year, month, day });
  if (!isEdtf(value)) return null;
  // The day of the week contradicts the date: one of the two is a slip of the writer.
  return fallsOn(parts, { year, month, day }) ? value : addQualifier(value, '?');
}

function fallsOn(parts: NamedParts, day: { readonly year: number; readonly month: number; readonly day: number }) {
  return parts.weekday === undefined || weekdayOf(toEpochDay(day)) === parts.weekday;
}

function candidate(value: string | null): readonly Candidate[] {
  const parsed = value === null ? null : parseEdtf(value);
  if (value === null || parsed === null) return [];
  const { first, last } = daySpan(parsed);
  return first === null || last === null ? [] : [{ value, first, last }];
}

/** Prefers candidates whose day of the week is right; the others are marked uncertain already. */
function withRightWeekday(candidates: readonly Candidate[]): readonly Candidate[] {
  const right = candidates.filter(({ value }) => !value.endsWith('?'));
  return right.length > 0 ? right : candidates;
}

function mayTakeSaidYear(parts: NamedParts, ground: Ground): boolean {
  if (ground.said === null || !ground.said.yearWasNamed || parts.direction !== undefined) return false;
  const year = articleYear(ground);
  if (year === null) return true;
  return ground.leaning === 'future' ? ground.said.year >= year : ground.said.year <= year;
}

function resolveWithoutYear(parts: NamedParts, ground: Ground): string | null {
  if (ground.said !== null && mayTakeSaidYear(parts, ground)) {
    const value = writeParts(parts, ground.said.year);
    if (value !== null && !value.endsWith('?')) return value;
  }
  const year = articleYear(ground);
  if (year === null) return null;
  const candidates = [year - 1, year, year + 1].flatMap((each) => candidate(writeParts(parts, each)));
  return choose(withRightWeekday(candidates), ground, parts.direction);
}

/** A day without its month: that of the month said before, else of a month about the article's. */
function resolveDayOnly(parts: NamedParts, ground: Ground): string | null {
  const { said } = ground;
  if (said?.month != null && parts.direction === undefined) {
    const value = writeParts({ ...parts, month: said.month }, said.year);
    if (value !== null && !value.endsWith('?')) return value;
  }
  const around = articleMonth(ground);
  if (parts.asSaid === 'month' || around === null) return null;
  // Without a sign of the future a bare day is of this month or the last: "3일" is never next month's.
  const ahead = (parts.direction ?? ground.leaning) === 'future' ? 1 : 0;
  const candidates = [-1, 0, ahead].flatMap((by) => {
    const { year, month } = shiftMonth(around.year, around.month, by);
    return candidate(writeParts({ ...parts, month }, year));
  });
  const right = parts.weekday === undefined ? candidates : candidates.filter(({ value }) => !value.endsWith('?'));
  return choose(right, ground, parts.direction);
}

function resolveParts(parts: NamedParts, ground: Ground): string | null {
  if (parts.monthShift !== undefined) {
    const from = articleMonth(ground);
    if (from === null) return null;
    const { year, month } = shiftMonth(from.year, from.month, parts.monthShift);
    return writeParts({ ...parts, month }, year);
  }
  if (parts.yearShift !== undefined) {
    const year = articleYear(ground);
    return year === null ? null : writeParts(parts, year + parts.yearShift);
  }
  if (parts.year !== undefined) return writeParts(parts, parts.year);
  if (parts.asSaid === 'year') return ground.said === null ? null : writeParts(parts, ground.said.year);
  if (parts.month === undefined && parts.season === undefined) {
    return parts.day === undefined ? null : resolveDayOnly(parts, ground);
  }
  return resolveWithoutYear(parts, ground);
}

function resolveShift({ unit, by, approximate = false }: Shift, ground: Ground): string | null {
  const today = articleDay(ground);
  const month = articleMonth(ground);
  const year = articleYear(ground);
  switch (unit) {
    case 'day':
      return today === null ? null : writeEpochDay(today + by);
    case 'week': {
      if (today === null) return null;
      const monday = today + by * 7 - (weekdayOf(today) - 1);
      return approximate ? writeEpochDay(today + by * 7) : `${writeEpochDay(monday)}/${writeEpochDay(monday + 6)}`;
    }
    case 'month': {
      if (month === null) return null;
      const shifted = shiftMonth(month.year, month.month, by);
      return writeMonth(shifted.year, shifted.month);
    }
    case 'year':
      return year === null ? null : writeYear(year + by);
  }
}

function resolveWeekday({ weekday, week, direction, nearest }: Weekday, ground: Ground): string | null {
  const today = articleDay(ground);
  if (today === null) return null;
  if (week !== undefined) return writeEpochDay(today - (weekdayOf(today) - 1) + week * 7 + weekday - 1);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (direction === 'future') return writeEpochDay(today + (ahead === 0 ? 7 : ahead));
  if (direction === 'past') return writeEpochDay(today + ahead - 7);
  const isNearAhead = nearest === true && ground.leaning === null && ahead <= 3;
  if (ahead === 0 || isNearAhead || ground.leaning === 'future') return writeEpochDay(today + ahead);
  return writeEpochDay(today + ahead - 7);
}

function resolveSingle(meaning: SingleMeaning, ground: Ground): string | null {
  switch (meaning.type) {
    case 'parts': {
      const value = resolveParts(meaning, ground);
      return value !== null && meaning.approximate ? addQualifier(value, '~') : value;
    }
    case 'shift': {
      const value = resolveShift(meaning, ground);
      return value !== null && meaning.approximate ? addQualifier(value, '~') : value;
    }
    case 'weekday':
      return resolveWeekday(meaning, ground);
    case 'openYear':
      return meaning.digits;
  }
}

/** A side of an interval must be one plain date: of a week its first or last day; of a decade or season about that. */
function asSide(value: string, side: 'from' | 'to'): string {
  const ends = value.split('/');
  const end = (side === 'from' ? ends[0] : ends[1]) ?? value;
  const season = /^(\d{4})-2([1-4])$/.exec(end);
  if (season !== null) {
    const month = Number(season[2]) * 3 + (side === 'from' ? 0 : 2);
    // A winter ends in the year after its name.
    return `${writeMonth(Number(season[1]) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month)}~`;
  }
  return end.includes('X') ? `${end.replaceAll('X', side === 'from' ? '0' : '9')}~` : end;
}

function joinedSides(first: string | null, last: string): string | null {
  if (first === null) return null;
  const value = `${asSide(first, 'from')}/${asSide(last, 'to')}`;
  return last === '..' || isEdtf(value) ? value : null;
}

function resolveBetween({ from, to }: Between, ground: Ground): string | null {
  const end = completedFrom(to, from);
  const last = end === null ? '..' : resolveSingle(end, ground);
  if (last === null) return null;
  const start = completedFrom(from, to);
  if (start === null) return `../${asSide(last, 'to')}`;
  const isOfNoYear =
    start.type === 'parts' && [start.year, start.yearShift, start.monthShift].every((part) => part === undefined);
  if (end !== null && isOfNoYear && start.month !== undefined) {
    // "de novembre à février": the latest beginning that lies before the end.
    const year = Number(last.slice(0, 4));
    return (
      [year, year - 1].map((each) => joinedSides(writeParts(start, each), last)).find((value) => value !== null) ?? null
    );
  }
  return joinedSides(resolveSingle(start, ground), last);
}

/** What has gone on since began in the past; what holds until then is, if nothing else is said, to come. */
function leaningOfInterval({ from, hasBegun }: Between, { leaning }: Ground): Direction | null {
  if (hasBegun) return 'past';
  return from === null ? (leaning ?? 'future') : leaning;
}

/** The EDTF value of a meaning; null when there is too little ground or no such day. */
export function resolveMeaning(meaning: Meaning, ground: Ground): string | null {
  const value =
    meaning.type === 'between'
      ? resolveBetween(meaning, { ...ground, leaning: leaningOfInterval(meaning, ground) })
      : resolveSingle(meaning, ground);
  return value !== null && isEdtf(value) ? value : null;
}
