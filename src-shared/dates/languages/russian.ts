/** Dates in Russian newspapers, beside the days with their months that chrono-node reads. */
import type { DateLanguage, DatePattern } from '../mention';
import { type CalendarWords, wordPattern } from './calendar-groups';
import { wordEnd as end, patternMakers } from './pattern-makers';
import { centuryDigits, decadeDigits, fromRoman, numbered, oneOf } from './words';

const words: CalendarWords = {
  months: numbered(1, [
    'январь января январе январём январем янв',
    'февраль февраля феврале февралём февралем фев',
    'март марта марте мартом',
    'апрель апреля апреле апрелем апр',
    'май мая мае маем',
    'июнь июня июне июнем',
    'июль июля июле июлем',
    'август августа августе августом авг',
    'сентябрь сентября сентябре сентябрём сентябрем сен сент',
    'октябрь октября октябре октябрём октябрем окт',
    'ноябрь ноября ноябре ноябрём ноябрем нояб',
    'декабрь декабря декабре декабрём декабрем дек',
  ]),
  weekdays: numbered(1, [
    'понедельник понедельника понедельнику',
    'вторник вторника вторнику',
    'среда среду среды среде',
    'четверг четверга четвергу',
    'пятница пятницу пятницы пятнице',
    'суббота субботу субботы субботе',
    'воскресенье воскресенья воскресенью',
  ]),
  seasons: numbered(21, [
    'весной весна весны весну весне',
    'летом лето лета лету',
    'осенью осень осени',
    'зимой зима зимы зиму зиме',
  ]),
  isPast: /^(?:прошл|минувш|истёкш)/iu,
};
const numbers = numbered(1, [
  'один',
  'два две двух',
  'три трёх трех',
  'четыре четырёх четырех',
  'пять пяти',
  'шесть шести',
  'семь семи',
  'восемь восьми',
  'девять девяти',
  'десять десяти',
]);

const month = `(?<month>${oneOf(words.months.keys())})${end}`;
const weekday = `(?<weekday>${oneOf(words.weekdays.keys())})${end}`;
const season = `(?<season>${oneOf(words.seasons.keys())})${end}`;
const way =
  '(?<way>прошл(?:ый|ая|ое|ого|ой|ом|ую)|минувш(?:ий|ая|ее|его|ей|ем|ую)|следующ(?:ий|ая|ее|его|ей|ем|ую)|будущ(?:ий|ая|ее|его|ей|ем|ую)|ближайш(?:ий|ая|ее|его|ей|ем|ую)|предстоящ(?:ий|ая|ее|его|ей|ем|ую))';
const day = '(?<day>3[01]|[12]\\d|0?[1-9])(?:-(?:го|е|ое|му))?(?![\\p{L}\\d%]|[.,:]\\d)';
/** A year needs its word, "год" in some case or "г."; without it numbers count. */
const yearWord = ' ?(?:год(?:а|у|ом|е|ы|ов|ах|ам|ами)?|гг?\\.?)(?![\\p{L}\\p{N}])';
const year = `(?<year>1\\d{3}|20\\d{2})${yearWord}`;
const bareYear = '(?<year>1\\d{3}|20\\d{2})(?![\\d\\p{L}%]|[.,]\\d| [\\p{L}\\d])';
const partOf = '(?:в )?(?:начал[еау]|конц[еау]|середин[еыу]|(?:перв|втор)ой половин[еы])';

const { read, parts, shift, days, readWeekday, readWeekdayOf } = patternMakers(words, numbers, /^во? эт/iu);
const yearShift = (source: string, by: number): readonly DatePattern[] => [
  {
    pattern: wordPattern(`(?:в |${partOf} )?${month} ${source}`),
    read: (match) => ({ ...read(match), yearShift: by }),
  },
  { pattern: wordPattern(`${day} ${month} ${source}`), read: (match) => ({ ...read(match), yearShift: by }) },
  { pattern: wordPattern(`${season} ${source}`), read: (match) => ({ ...read(match), yearShift: by }) },
];

const patterns: readonly DatePattern[] = [
  parts(`(?:в |${partOf} )?${month} ${year}`),
  parts(`(?:в |${partOf} )?${month} ${bareYear}`),
  ...yearShift('прошлого года', -1),
  ...yearShift('(?:этого|текущего|нынешнего) года', 0),
  ...yearShift('(?:следующего|будущего) года', 1),
  parts(`(?:в |${partOf} )${month}(?! \\d{4})`),
  parts(`в ${way} ${month}`),
  shift(`${partOf} прошлого года`, 'year', -1),
  shift(`${partOf} (?:этого|текущего|нынешнего) года`, 'year', 0),
  shift(`${partOf} (?:следующего|будущего) года`, 'year', 1),
  parts(month, true),
  parts(`(?<about>около|примерно в) (?:${partOf} )?(?:${month} )?${year}`),
  parts(`(?:(?:в |во )?${weekday},? )?${day} ${month}(?: ${year})?`),
  {
    pattern: wordPattern(`${day}(?:-го)? числа(?! каждого)`),
    read: (match) => ({ ...read(match), asSaid: 'month' }),
  },
  { pattern: wordPattern(day), read: (match) => ({ ...read(match), asSaid: 'month' }), weak: true },
  {
    pattern: wordPattern(`(?:в |во )(?:эт(?:от|у|о) )?${weekday}(?:(?: утром| днём| днем| вечером)${end})?`),
    read: readWeekday,
  },
  { pattern: wordPattern(`(?:в |во )?${way} ${weekday}`), read: readWeekday },
  {
    pattern: wordPattern(`(?:в |во )${weekday} на прошлой неделе`),
    read: readWeekdayOf(-1),
  },
  {
    pattern: wordPattern(`(?:в |во )${weekday} на следующей неделе`),
    read: readWeekdayOf(1),
  },
  { pattern: wordPattern(weekday), read: readWeekday, weak: true },
  shift('позавчера', 'day', -2),
  shift('(?<!как )вчера', 'day', -1),
  shift('сегодня(?! же не)', 'day', 0),
  shift('завтра', 'day', 1),
  shift('послезавтра', 'day', 2),
  shift('на (?:прошлой|минувшей|прошедшей) неделе', 'week', -1),
  shift('на (?:этой|текущей|нынешней) неделе', 'week', 0),
  shift('на (?:следующей|будущей|предстоящей) неделе', 'week', 1),
  shift('в (?:прошлом|минувшем) месяце', 'month', -1),
  shift('в (?:этом|текущем|нынешнем) месяце', 'month', 0),
  shift('в (?:следующем|будущем) месяце', 'month', 1),
  shift('в (?:прошлом|минувшем) году', 'year', -1),
  shift('в (?:этом|текущем|нынешнем) году', 'year', 0),
  shift('в (?:следующем|будущем) году', 'year', 1),
  days(`через (?<count>\\d{1,3}|${oneOf(numbers.keys())}) (?:день|дня|дней)${end}`, 1),
  days(`(?<count>\\d{1,3}|${oneOf(numbers.keys())}) (?:день|дня|дней|сутки|суток) назад`, -1),
  parts(`(?:в )?${season} ${year}`),
  parts(`${season} (?<year>1\\d{3}|20\\d{2})-го${end}`),
  parts(`${way} (?<season>весной|летом|осенью|зимой)${end}`),
  parts(`этой (?<season>весной|осенью|зимой)${end}`),
  parts(`этим (?<season>летом)${end}`),
  parts(`(?<season>весной|летом|осенью|зимой)(?= ?[,.]|$)`),
  parts(`(?:в течение |в |${partOf} )?${year}`),
  parts('(?<year>1\\d{3}|20\\d{2})(?=-(?:й|го|м|му)(?!\\p{L}))'),
  parts(bareYear, true),
  parts(`(?<year>1\\d{3}|20\\d{2})(?=(?: ?- ?| (?:по|до|и) )(?:1\\d{3}|20\\d{2})${yearWord})`, true),
  {
    pattern: wordPattern(
      `(?:в )?(?:начале |конце |середине )?(?<decade>(?:1[5-9]|20)?\\d0)-(?:е|х|ых|ые)(?: год(?:ы|ов|ах|ам))${end}`,
    ),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: `${decadeDigits(groups.decade ?? '')}X` }),
  },
  {
    pattern: wordPattern(`(?:в )?(?:начале |конце |середине )?(?<century>[XVI]{1,6}) век(?:а|е|у|ом)?(?! до)${end}`),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: centuryDigits(fromRoman(groups.century ?? '')) }),
  },
];

/** The Russian of newspapers. */
export const russian: DateLanguage = {
  patterns,
  intervals: {
    since: /(?<!\p{L})(?:с|со|начиная с)(?: (?:начала|конца|середины))? ?$/iu,
    onward: /(?!)/u,
    until: /(?<!\p{L})(?:до|вплоть до|по|не позднее)(?: (?:начала|конца|середины))? ?$/iu,
    pairs: [
      { opening: /(?<!\p{L})между ?$/iu, joint: /^ ?и ?$/iu },
      {
        opening: /(?<!\p{L})(?:с|со|от|в)(?: (?:начала|конца|середины))? ?$/iu,
        joint: /^ ?(?:по|до|-|на)(?: (?:начала|конца|середины|начало|конец))? ?$/iu,
      },
    ],
  },
  noDateAfter:
    /(?<!\p{L})(?:кажд(?:ый|ую|ое|ые|ого|ой)|ежегодно|улиц[аеыу]|ул\.|площад[ьи]|проспект[ае]?|стать[яеию]|страниц[аеы]|дом[ае]?|номер|№|рейс|имени) ?$/iu,
  future:
    /(?<!\p{L})(?:буд(?:ет|ут)|состо(?:ится|ятся)|пройд(?:ёт|ет|ут)|начн(?:ётся|ется|утся|ёт|ет)|вступ(?:ит|ят)|намерен[аоы]?|планиру(?:ет|ют|ется|ются)|ожида(?:ется|ются)|предстоит|долж(?:ен|на|но|ны)|запланирован[аоы]?|назначен[аоы]?|откро(?:ется|ются)|заверш(?:ится|атся)|встрет(?:ится|ятся)|прибуд(?:ет|ут)|посет(?:ит|ят)|выступ(?:ит|ят)|рассмотр(?:ит|ят))(?!\p{L})/giu,
  past: /(?<!\p{L})(?:был[аои]?|(?!отдел|област|посол|раздел)[\p{L}]{2,}(?:ал|ала|ало|али|ел|ела|ело|ели|ил|ила|ило|или|ул|ула|ули|ял|яла|яли|ёл|шла|шли|лся|лась|лось|лись)|погиб|погибли|умер|убит[аоы]?|ранен[аоы]?|задержан[аоы]?)(?!\p{L})/giu,
};
