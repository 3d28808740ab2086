/** Dates in English newspapers, beside the days with their months that chrono-node reads. */
import type { DateLanguage, DatePattern } from '../mention';
import { type CalendarWords, wordPattern } from './calendar-groups';
import { wordEnd as end, patternMakers } from './pattern-makers';
import { centuryDigits, decadeDigits, numbered, numberFor, oneOf } from './words';

const words: CalendarWords = {
  months: numbered(1, [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ]),
  weekdays: numbered(1, ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  seasons: new Map([...numbered(21, ['spring', 'summer', 'autumn', 'winter']), ['fall', 23]]),
  isPast: /^(?:last|past|previous)$/i,
};
const numbers = numbered(2, ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']);
const decadeNames = numbered(2, [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
]);

/** Months are capitalised, which keeps "may" and "march" out; the flag i is not used for them. */
const month = `(?<month>${oneOf([...words.months.keys()].map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`))})${end}`;
const weekday = `(?<weekday>${oneOf([...words.weekdays.keys()].map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`))})${end}`;
const season = `(?<season>${oneOf(words.seasons.keys())})${end}`;
const way = '(?<way>last|past|previous|next|coming)';
const day = '(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\p{L}\\d%]|[.,:]\\d)';
const plural =
  '(?! (?:billion|million|thousand|hundred|euros?|dollars?|rubles|pounds|won|yen|soldiers|troops|people|men|women|dead|children|civilians|prisoners|fighters|protesters|residents|homes|houses|drones|missiles|shells|tanks|vehicles|copies|pages|words|votes|seats|jobs|tons|tonnes|times|miles|kilometers|kilometres|km|meters|metres|feet|hours|days|years|points|square|local|families|refugees|workers|employees|companies|cases)(?!\\p{L}))';
const year = `(?<year>(?:1\\d{3}|20\\d{2}))(?![\\d\\p{L}%]|[.,]\\d)${plural}`;
const partOf =
  '(?:(?:in |by |at |from )?(?:the )?(?:early|late|mid|middle|end|beginning|start|first half|second half)(?: of |[- ]in |[- ]))';

const { read, parts, shift, days, readWeekday, readWeekdayOf } = patternMakers(words, numbers, /^this /iu);
/** A pattern that minds capitals in names of months and days; what stands before them may begin a sentence. */
const cased = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})`, 'gu');
const named = (source: string, weak = false): DatePattern => ({ pattern: cased(source), read, weak });

const anyPart =
  '(?:[Ii]n |[Bb]y |[Dd]uring |[Tt]hroughout )?(?:[Ee]arly|[Ll]ate|[Mm]id|(?:the )?(?:end|beginning|middle|start) of)[- ]';

const patterns: readonly DatePattern[] = [
  named(`(?:${anyPart}|[Ii]n |[Dd]uring |[Tt]hroughout )?${month}\\.?,? (?:of )?${year}`),
  named(`(?:${anyPart}|[Ii]n |[Dd]uring |[Tt]hroughout )${month}(?! \\d{1,2}(?!\\d))`),
  named(`${way} ${month}`),
  named(`[Tt]his (?:past )?${month}`),
  named(month, true),
  named(`(?<about>[Aa]round|[Cc]irca|c\\.) (?:early |mid-|late )?${month}(?: ${year})?`),
  named(`(?:${weekday},? )?${month}\\.? ${day}(?:,? ${year})?`),
  named(`(?:${weekday},? )?(?:the )?${day} (?:of )?${month}\\.?(?:,? ${year})?`),
  named(`${weekday},? the ${day}`),
  {
    pattern: wordPattern(
      `on the (?<day>3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)(?= ?[,.;:)]|$| (?:and|in|at|the|he|she|they|it)(?!\\p{L}))`,
    ),
    read: (match) => ({ ...read(match), asSaid: 'month' }),
  },
  { pattern: wordPattern(day), read: (match) => ({ ...read(match), asSaid: 'month' }), weak: true },
  {
    // "Black Friday", "on Sundays", "every Monday", "the Sunday Times" name no day.
    pattern: cased(
      `(?<!(?:[Ee]very|[Ee]ach|Black|Good|Bloody|Easter|Palm|Super|Cyber|Ash|Fat|[Aa]|[Tt]he) )(?:[Tt]his |(?:early |late )?[Oo]n |[Ll]ate |[Ee]arly )?${weekday}(?! (?:Times|Telegraph|Mirror|Post|Night Live|Agreement))(?: (?:morning|afternoon|evening|night)${end})?`,
    ),
    read: readWeekday,
  },
  { pattern: cased(`(?:[Oo]n )?(?<way>[Ll]ast|[Nn]ext|[Pp]ast) ${weekday}`), read: readWeekday },
  { pattern: cased(`(?:[Oo]n )?${weekday} (?:of )?last week`), read: readWeekdayOf(-1) },
  { pattern: cased(`(?:[Oo]n )?${weekday} (?:of )?next week`), read: readWeekdayOf(1) },
  { pattern: cased(weekday), read: readWeekday, weak: true },
  shift('the day before yesterday', 'day', -2),
  shift("(?<!the day before )yesterday(?!'s (?:world|man|men))", 'day', -1),
  shift("(?:today|tonight|this (?:morning|afternoon|evening))(?!'s)", 'day', 0),
  shift('(?<!the day after )tomorrow', 'day', 1),
  shift('the day after tomorrow', 'day', 2),
  shift('last night', 'day', -1),
  shift('(?:last|the previous) week', 'week', -1),
  shift('(?:(?:earlier|later) )?this week', 'week', 0),
  shift('next week', 'week', 1),
  shift('last month', 'month', -1),
  shift('(?:(?:earlier|later) )?this month', 'month', 0),
  shift('next month', 'month', 1),
  shift('last year', 'year', -1),
  shift('(?:(?:earlier|later) )?this year', 'year', 0),
  shift('next year', 'year', 1),
  days(`in (?<count>\\d{1,3}|${oneOf(numbers.keys())}) days(?= ?[,.;]|$| time)`, 1),
  parts(`(?:in |during |by )?(?:the )?${season} (?:of )?${year}`),
  parts(`${way} ${season}`),
  parts(`this ${season}`),
  parts(`(?:in |during )the ${season}`),
  parts(`(?:in |during |throughout |by |${partOf})${year}(?!-\\d)`),
  parts(`(?:(?:early|late|mid)[- ])${year}`),
  parts(
    `(?<about>around|circa|c\\.|about) ${year}(?=\\s?[,.;:)]|$| (?:and|when|the|he|she|they|it|in|to|by)(?!\\p{L}))`,
  ),
  parts(
    `(?:of |the |its |his |her |their )(?<year>19\\d{2}|20\\d{2})(?= (?:\\p{Lu}|[\\p{L}-]+(?<!s)(?!\\p{L})|(?:elections|protests|attacks|talks|sanctions|floods|fires|riots|raids|strikes|bombings|negotiations|olympics)(?!\\p{L}))|\\s?[,.;:)]|$)${plural}`,
  ),
  parts(`(?:in )?the year ${year}`),
  parts(year, true),
  parts(`${day}, ${year}`, true),
  {
    pattern: wordPattern(
      `(?:in |during |throughout |since )?(?:the )?(?:(?:early|late|mid)[- ])?(?<decade>(?:1[5-9]|20)\\d0|'\\d0)'?s${end}`,
    ),
    read: ({ groups = {} }) => ({
      type: 'openYear',
      digits: `${decadeDigits((groups.decade ?? '').replace("'", ''))}X`,
    }),
  },
  {
    pattern: wordPattern(
      `(?:in |during )?the (?:(?:early|late|mid)[- ])?(?<decade>${oneOf(decadeNames.keys())})${end}`,
    ),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: `19${numberFor(decadeNames, groups.decade) ?? ''}X` }),
  },
  {
    pattern: wordPattern(
      `(?:in |of |during )?the (?:(?:early|late|mid)[- ])?(?<century>1\\d|20|21)(?:st|th)[- ]century${end}`,
    ),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: centuryDigits(Number(groups.century)) }),
  },
];

/** The English of newspapers. */
export const english: DateLanguage = {
  patterns,
  intervals: {
    since: /(?<!\p{L})(?:ever )?since(?: the| early| late| mid-?| the (?:end|start|beginning) of)? ?$/iu,
    onward: /(?<!\p{L})(?:starting|beginning|effective|as of)(?: from| in| on)? ?$/iu,
    until: /(?<!\p{L})(?:(?:up )?until|till|before|through|no later than)(?: the| early| late)? ?$/iu,
    pairs: [
      { opening: /(?<!\p{L})between(?: the)? ?$/iu, joint: /^ ?and(?: the)? ?$/iu },
      { opening: /(?<!\p{L})(?:from|in|during)(?: the)? ?$/iu, joint: /^ ?(?:to|until|till|through|-)(?: the)? ?$/iu },
    ],
  },
  noDateAfter:
    /(?<!\p{L})(?:every|each|week of|article|page|chapter|section|number|no\.|room|flight|route|highway|boeing) ?$/iu,
  future:
    /(?<!\p{L})(?:will|won't|shall|[\p{L}]+'ll|(?:is|are) (?:set|due|expected|scheduled|slated|planned|likely|to)|scheduled for|going to|plans? to|upcoming|due (?:on|in))(?!\p{L})/giu,
  past: /(?<!\p{L}|(?:be|not) )(?:was|were|had|did|said|told|took|began|held|made|came|went|won|struck|killed|left|met|fell|rose|broke|wrote|saw|gave|shot|hit|sent|became|fled|has|have|[\p{L}]{3,}ed)(?!\p{L})/giu,
};
