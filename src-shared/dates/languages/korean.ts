/** Dates in Korean newspapers: day counts bare ("25일"), words of direction ("지난", "오는"), years by name ("작년"). */
import type { DateLanguage, DatePattern, NamedParts, SingleMeaning } from '../mention';
import { fixed } from './calendar-groups';
import { centuryDigits, decadeDigits, numbered, oneOf } from './words';

const weekdays = numbered(1, ['월', '화', '수', '목', '금', '토', '일']);
const seasons = numbered(21, ['봄', '여름', '가을', '겨울']);
/** Native names of day counts: "사흘 전" is three days ago. */
const monthCounts = numbered(1, ['한', '두', '석', '넉', '다섯', '여섯']);
const dayCounts = numbered(1, ['하루', '이틀', '사흘', '나흘', '닷새', '엿새', '이레', '여드레', '아흐레', '열흘']);
const yearNames: ReadonlyMap<string, number> = new Map([
  ['재작년', -2],
  ['지지난해', -2],
  ['작년', -1],
  ['지난해', -1],
  ['전년', -1],
  ['올해', 0],
  ['금년', 0],
  ['올', 0],
  ['내년', 1],
  ['이듬해', Number.NaN],
]);
const monthNames: ReadonlyMap<string, number> = new Map([
  ['지난달', -1],
  ['지난 달', -1],
  ['이달', 0],
  ['이번 달', 0],
  ['이번달', 0],
  ['다음 달', 1],
  ['다음달', 1],
  ['내달', 1],
]);
const weekNames: ReadonlyMap<string, number> = new Map([
  ['지지난주', -2],
  ['지난주', -1],
  ['지난 주', -1],
  ['이번 주', 0],
  ['이번주', 0],
  ['금주', 0],
  ['다음 주', 1],
  ['다음주', 1],
  ['내주', 1],
]);

/** Not within a number or a word: "제3월", "12.5월". */
const begin = '(?<![\\d.,:제])';
/** What makes a count of it: "20일간", "10년 만에", "24년 동안", "19일째". */
const notCount =
  '(?!(?:간(?!담)|째|치|분|여|가량|짜리|내내|드)|\\s?차(?:례)?(?![가-힣])|\\s?(?:동안|만에|만의|이상|이내|이하|미만|내내|마다)|\\s?(?:전|뒤|후)(?=[^가-힣]|$|부터|까지|에|의|인)|\\s?\\d+\\s?(?:회|번|차례|교대|시간씩)|마다)';
const year = '(?<year>1\\d{3}|20\\d{2})년(?:도)?';
const month = `(?<month>1[0-2]|0?[1-9])월`;
const day = `(?<day>3[01]|[12]\\d|0?[1-9])일${notCount}`;
const way = '(?<way>지난|오는|돌아오는|다가오는)\\s?';
const weekday = '(?<weekday>[월화수목금토일])요일';
/** After the day, its weekday and whose time it is: "25일(현지시간)", "3일(월)". */
const aside =
  '(?:\\s?\\((?:[월화수목금토일](?:요일)?|(?:이하\\s)?현지\\s?시간|현지\\s?시각|한국\\s?시간|미국\\s?시간)[^)]{0,12}\\))?';
const partOfMonth = '(?:\\s?(?:초순|중순|하순|초|말|중)(?![가-힣]{0,1}[가-힣](?<!까|부|에|쯤|께|경|의|부터|까지)))?';
const yearName = `(?<yearName>${oneOf(yearNames.keys())})`;

const koreanPattern = (source: string): RegExp => new RegExp(`${begin}(?:${source})`, 'gu');

function weekdayIn(text: string): number | undefined {
  return weekdays.get(/\(([월화수목금토일])(?:요일)?\)/u.exec(text)?.[1] ?? '');
}

function read({ 0: text, groups = {} }: RegExpExecArray): NamedParts | null {
  const shift = groups.yearName === undefined ? undefined : yearNames.get(groups.yearName);
  const monthShift = groups.monthName === undefined ? undefined : monthNames.get(groups.monthName);
  const season = seasons.get(groups.season ?? '');
  const weekdayNumber = weekdays.get(groups.weekday ?? '') ?? weekdayIn(text);
  // "이듬해" is the year after one said; which one would be a guess.
  if (Number.isNaN(shift)) return null;
  return {
    type: 'parts',
    ...(groups.year === undefined ? {} : { year: Number(groups.year) }),
    ...(shift === undefined ? {} : { yearShift: shift }),
    ...(groups.month === undefined ? {} : { month: Number(groups.month) }),
    ...(monthShift === undefined ? {} : { monthShift }),
    ...(groups.day === undefined ? {} : { day: Number(groups.day) }),
    ...(season === undefined ? {} : { season }),
    ...(weekdayNumber === undefined ? {} : { weekday: weekdayNumber }),
    ...(groups.way === undefined ? {} : { direction: groups.way === '지난' ? 'past' : 'future' }),
    ...(groups.about === undefined ? {} : { approximate: true }),
    ...(groups.same === undefined ? {} : { asSaid: groups.same.endsWith('달') ? 'month' : 'year' }),
  };
}

function readWeekday({ groups = {} }: RegExpExecArray): SingleMeaning | null {
  const number = weekdays.get(groups.weekday ?? '');
  const week = weekNames.get(groups.week ?? '');
  if (number === undefined) return null;
  if (week !== undefined) return { type: 'weekday', weekday: number, week };
  if (groups.way === undefined) return { type: 'weekday', weekday: number };
  return { type: 'weekday', weekday: number, direction: groups.way === '지난' ? 'past' : 'future' };
}

const parts = (source: string): DatePattern => ({ pattern: koreanPattern(source), read });
const shift = (source: string, unit: 'day' | 'week' | 'month' | 'year', by: number): DatePattern =>
  fixed(source, { type: 'shift', unit, by });
const about = '(?:\\s?(?<about>경|쯤|무렵|께))?';

/** Counts back and ahead: "3일 전", "사흘 뒤", "2주 전". */
function readCount({ groups = {} }: RegExpExecArray): SingleMeaning | null {
  const count = dayCounts.get(groups.count ?? '') ?? Number(groups.count);
  const unit = ({ 일: 'day', 주: 'week', 개월: 'month', 년: 'year' } as const)[groups.unit ?? '일'] ?? null;
  if (unit === null || !Number.isInteger(count)) return null;
  const by = groups.side === '전' ? -count : count;
  return { type: 'shift', unit, by, ...(unit === 'day' ? {} : { approximate: true }) };
}

const patterns: readonly DatePattern[] = [
  parts(`${year}\\s?${month}\\s?${day}${aside}`),
  parts(
    '(?<year>1\\d{3}|20\\d{2})\\s?[.]\\s?(?<month>1[0-2]|0?[1-9])[.]\\s?(?<day>3[01]|[12]\\d|0?[1-9])(?![\\d])\\.?',
  ),
  parts(`${year}\\s?${month}${notCount}${partOfMonth}${about}`),
  parts(`${year}\\s?(?<season>봄|여름|가을|겨울)`),
  parts(`${year}${notCount}(?:\\s?(?:초|말|중반|하반기|상반기)(?![가-힣]{2}))?${about}`),
  parts(`${yearName}\\s?${month}\\s?${day}${aside}`),
  parts(`${yearName}\\s?${month}${notCount}${partOfMonth}`),
  parts(`${yearName}\\s?(?<season>봄|여름|가을|겨울)(?!철)`),
  parts('(?<![가-힣])(?<yearName>재작년|지난해|작년|올해|금년|내년)(?:\\s?(?:초|말))?'),
  parts(`(?<same>그해|같은\\s?해)\\s?${month}(?:\\s?${day})?${aside}`),
  parts(`(?<same>같은\\s?달)\\s?${day}${aside}`),
  parts(`(?<monthName>${oneOf(monthNames.keys())})\\s?${day}${aside}`),
  parts(`(?<![가-힣])(?<monthName>${oneOf(monthNames.keys())})(?:\\s?(?:초|중순|말))?`),
  parts(`(?:${way})?${month}\\s?${day}${aside}`),
  parts(`(?:${way})?${month}${notCount}(?!요일)${partOfMonth}`),
  parts(`(?:${way})?${day}(?:\\s?${weekday})?${aside}`),
  parts('(?<![가-힣])(?<way>지난|오는)\\s?(?<season>봄|여름|가을|겨울)(?!철)'),
  parts('(?<![가-힣])(?:올|이번)\\s?(?<season>봄|여름|가을|겨울)(?!철)'),
  parts(`${weekday}인\\s?${day}${aside}`),
  { pattern: koreanPattern(`(?<week>${oneOf(weekNames.keys())})\\s?${weekday}`), read: readWeekday },
  { pattern: koreanPattern(`(?:${way}|이번\\s?)?(?<![가-힣])${weekday}(?!마다|판)`), read: readWeekday },
  { pattern: koreanPattern(`${way}${weekday}(?!마다)`), read: readWeekday },
  shift('(?:그저께|그제|엊그제)', 'day', -2),
  shift('(?:어제|어젯밤|전날 밤)(?! 오늘)', 'day', -1),
  shift('(?:오늘(?!날)|오늘 (?:오전|오후|새벽))', 'day', 0),
  shift('내일(?!부)', 'day', 1),
  shift('모레', 'day', 2),
  ...[...weekNames].map(([name, by]) => shift(`${name}(?!말)`, 'week', by)),
  {
    pattern: koreanPattern(
      '(?<count>\\d{1,3})\\s?(?<unit>일|주|개월|년)\\s?(?<side>전|뒤|후)(?![가-힣]{2,}(?<!까지|부터))',
    ),
    read: readCount,
  },
  fixed('일주일 전', { type: 'shift', unit: 'week', by: -1, approximate: true }),
  {
    pattern: koreanPattern(`(?<count>${oneOf(monthCounts.keys())}) 달 전`),
    read: ({ groups = {} }) => ({
      type: 'shift',
      unit: 'month',
      by: -(monthCounts.get(groups.count ?? '') ?? 1),
      approximate: true,
    }),
  },
  { pattern: koreanPattern(`(?<count>${oneOf(dayCounts.keys())})\\s?(?<side>전|뒤|후)(?!반)`), read: readCount },
  {
    pattern: koreanPattern('(?<decade>(?:1[5-9]|20)\\d0|\\d0)년대(?:\\s?(?:초반|중반|후반|초|말))?'),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: `${decadeDigits(groups.decade ?? '')}X` }),
  },
  {
    pattern: koreanPattern('(?<century>1\\d|20|21)세기(?:\\s?(?:초|중반|말))?'),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: centuryDigits(Number(groups.century)) }),
  },
  { pattern: koreanPattern('(?<day>3[01]|[12]\\d|[1-9])(?=\\s?[~-]\\s?\\d{1,2}일)'), read, weak: true },
  {
    pattern: koreanPattern(`${month.replace('월', '')}월\\s?(?<day>3[01]|[12]\\d|[1-9])(?=\\s?[~-]\\s?\\d{1,2}일)`),
    read,
  },
  { pattern: koreanPattern('(?<year>1\\d{3}|20\\d{2})(?=\\s?[~-]\\s?\\d{4}년)'), read, weak: true },
];

const never = /(?!)/u;
/** Syllables that end in ㅆ, the mark of the past, but for 있 ("is") and 겠 ("will"). */
const pastSyllables = Array.from({ length: 399 }, (_, index) => String.fromCharCode(0xac00 + index * 28 + 20))
  .filter((syllable) => syllable !== '있' && syllable !== '겠')
  .join('');

/** The Korean of newspapers. */
export const korean: DateLanguage = {
  patterns,
  intervals: {
    since: never,
    onward: never,
    until: never,
    pairs: [{ opening: /$/u, joint: /^(?:\s?부터\s?(?:오는\s?|지난\s?)?|\s?에서\s?|\s?[~-]\s?)$/u }],
    sinceAfter: /^\s?(?:부터|이후(?:로)?|이래)\s?/u,
    untilAfter: /^\s?까지/u,
  },
  noDateAfter: /(?:매년|매월|매달|매주|해마다|제|번지|조) ?$/u,
  future: /예정|계획|방침|앞두고|전망|할 것|될 것|열릴|겠다|열린다|개최한다|시작된다|시행된다|[가-힣]기로/gu,
  past: new RegExp(`[${pastSyllables}]`, 'gu'),
};
