/** Dates in French newspapers, beside the days with their months that chrono-node reads. */
import type { DateLanguage, DatePattern } from '../mention';
import { type CalendarWords, wordPattern } from './calendar-groups';
import { wordEnd as end, patternMakers } from './pattern-makers';
import { centuryDigits, decadeDigits, fromRoman, numbered, numberFor, oneOf } from './words';

const words: CalendarWords = {
  months: numbered(1, [
    'janvier janv',
    'février fevrier févr',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août aout',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'décembre decembre déc',
  ]),
  weekdays: numbered(1, ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']),
  seasons: numbered(21, ['printemps', 'été', 'automne', 'hiver']),
  isPast: /^(?:dernier|dernière|passée?|écoulée?)$/iu,
};
const numbers = numbered(2, ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']);
const decades = numbered(2, [
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante-dix',
  'quatre-vingt quatre-vingts',
  'quatre-vingt-dix',
]);

const month = `(?<month>${oneOf(words.months.keys())})${end}`;
const weekday = `(?<weekday>${oneOf(words.weekdays.keys())})${end}`;
const season = `(?<season>${oneOf(words.seasons.keys())})${end}`;
const way = `(?<way>derni(?:er|ère)|prochaine?|passée?|suivante?)${end}`;
const day = '(?<day>3[01]|[12]\\d|0?[1-9](?:er)?)(?![\\p{L}\\d%]|[.,]\\d|[h:])';
const yearDigits = '(?:1\\d{3}|20\\d{2})(?![\\d\\p{L}%]|[.,]\\d| \\d{3}(?!\\d))';
/** A number before these counts things; as a year it would not stand there. */
const notCounting =
  '(?! (?:milliards?|millions?|euros?|dollars?|roubles?|francs?|soldats?|hommes|femmes|militaires|personnes|morts|blessés|habitants|exemplaires|jours|heures|mètres|kilomètres|km|points?|pages|mots|voix|drones|missiles|chars|civils|enfants|combattants|manifestants|places|emplois|postes|tonnes|litres|fois|ans|mercenaires|réfugiés|prisonniers|véhicules|entreprises|cas)(?!\\p{L}))';
const year = `(?<year>${yearDigits})${notCounting}`;
/** After "de 2022" the sentence must go on: "de 2022 obus" counts. */
const goesOn =
  "(?=[^\\p{L}\\p{N}]*$|\\s?[,.;:!?)»\"]| (?:à|au|aux|et|ou|a|ont|avait|avaient|est|sont|était|étaient|par|pour|en|dans|sur|qui|que|entre|contre|avec|ne|n'|se|s'|il|elle|on)(?!\\p{L}))";
const partOf =
  "(?:(?:la )?fin(?: du mois)? |(?:le |au |en )?début(?: du mois)? |(?:à la )?mi-|(?:la )?mi |courant )(?:de |d')?";

const { read, parts, shift, days, readWeekday } = patternMakers(words, numbers, /^(?:ce|de ce) /iu);

const patterns: readonly DatePattern[] = [
  // Months, of a year named or to be worked out.
  parts(`(?:en |au mois d(?:e |')|${partOf})?${month}\\.? (?:de l'année )?${year}`),
  parts(`(?:en |(?:au|du|le|ce) mois d(?:e |')|en ce mois d(?:e |')|${partOf})${month}(?: ${way})?`),
  parts(`(?:en |d')?${month} ${way}`),
  parts(month, true),
  parts(`(?<about>vers|autour de|environ) (?:la )?(?:mi-|fin |début )?${month}(?: ${year})?`),
  // Days: of a month said earlier, or with a word of direction.
  parts(`(?:(?:ce |le )?${weekday} )?${day} ${month}\\.?(?: (?:de l'année )?${year}| ${way})?`),
  parts(`(?:ce |le )?${weekday} ${day}(?! \\p{L})`),
  parts(`(?:ce |le )?${weekday} ${day}(?= (?:à|au|dans|en|par|que|et)(?!\\p{L}))`),
  {
    pattern: wordPattern(`le ${day}(?=\\s?[,.;:)]|$| (?:à|au|dans|en|par|et|il|elle|les|la|des)(?!\\p{L}))`),
    read: (match) => ({ ...read(match), asSaid: 'month' }),
  },
  parts(`le ${day} ${way}`),
  { pattern: wordPattern(day), read: (match) => ({ ...read(match), asSaid: 'month' }), weak: true },
  // Days of the week; "le lundi" and "chaque lundi" are habits.
  {
    pattern: wordPattern(
      `(?<!(?:chaque|le|un|du|les|journal du) )(?:ce |de ce |dès )?${weekday}(?! (?:de Pâques|saint|des Cendres|gras))(?: ${way})?(?: (?:matin|midi|après-midi|soir)${end})?`,
    ),
    read: readWeekday,
  },
  { pattern: wordPattern(`le ${weekday} ${way}`), read: readWeekday },
  { pattern: wordPattern(weekday), read: readWeekday, weak: true },
  // Days, weeks, months, years from the article's.
  shift("(?<!d')avant-hier", 'day', -2),
  shift("(?<!(?:d'|avant-))hier(?! (?:comme|encore))", 'day', -1),
  shift("(?<!(?:d'|comme |jusqu'))aujourd'hui(?! encore)", 'day', 0),
  shift('(?:ce (?:matin|midi|soir)|cet après-midi)', 'day', 0),
  shift('(?<!après-)demain', 'day', 1),
  shift('après-demain', 'day', 2),
  shift('la semaine (?:dernière|passée)', 'week', -1),
  shift('cette semaine', 'week', 0),
  shift('la semaine prochaine', 'week', 1),
  shift('le mois (?:dernier|passé)', 'month', -1),
  shift('ce mois-ci', 'month', 0),
  shift('le mois prochain', 'month', 1),
  shift("(?:l'an (?:dernier|passé)|l'année (?:dernière|passée))", 'year', -1),
  shift('cette année', 'year', 0),
  shift("(?:l'an prochain|l'année prochaine)", 'year', 1),
  days(`dans (?<count>\\d{1,3}|${oneOf(numbers.keys())}) jours${end}`, 1),
  // Seasons, years, decades, centuries.
  parts(`(?:au |à l'|en |l'|le |cet |de l'|du )?${season} (?:de (?:l'année )?)?${year}(?:-\\d{2,4}(?!\\d))?`),
  parts(`(?:au |à l'|l'|le )${season} ${way}`),
  parts(`au cours d(?:u |e l')${season}`),
  parts(`(?:cet|ce) ${season}`),
  parts(
    `(?:en |courant |${partOf}|(?:au cours de |pendant |durant )?(?:toute )?l'(?:année|an) |dès |remonte(?:nt)? à )${year}(?!-\\d)`,
  ),
  parts(`(?<!(?:partir|compter) )(?:de |d')${year}(?! (?:à|et) \\d)${goesOn}`),
  parts(`(?<about>vers|autour de|aux alentours de) (?:l'an |l'année )?${year}`),
  parts(`${year}`, true),
  {
    pattern: wordPattern(
      `(?:dans |durant |pendant |au cours )?(?:des |les )années (?<decade>\\d{4}|\\d0|${oneOf(decades.keys())})${end}`,
    ),
    read: ({ groups = {} }) => {
      const word = numberFor(decades, groups.decade);
      return {
        type: 'openYear',
        digits: `${word === undefined ? decadeDigits(groups.decade ?? '') : `19${word}`}X`,
      };
    },
  },
  {
    pattern: wordPattern(`(?:(?:au|du|le) )(?<century>[XVI]{1,6})(?:e|ème|ᵉ) siècle(?! av)${end}`),
    read: ({ groups = {} }) => ({ type: 'openYear', digits: centuryDigits(fromRoman(groups.century ?? '')) }),
  },
];

/** The French of newspapers. */
export const french: DateLanguage = {
  patterns,
  intervals: {
    since: /(?<!\p{L})(?:depuis|dès)(?: le| la| l'| les)? ?$/iu,
    onward: /(?<!\p{L})à (?:partir|compter) (?:d[eu]|d'|des)(?: la| l')? ?$/iu,
    until: /(?<!\p{L})(?:jusqu'(?:à |au |en |à la |à l')?|avant(?: le| la)?|d'ici(?: le| à| au)?)\s?$/iu,
    pairs: [
      { opening: /(?<!\p{L})entre(?: le| la| l')? ?$/iu, joint: /^ ?et(?: le| la| l')? ?$/iu },
      {
        opening: /(?<!\p{L})(?:du|de|d'|en|depuis|pendant|durant)(?: le| la| l')? ?$/iu,
        joint: /^ ?(?:à|au|-|jusqu'(?:à|au|en))(?: le| la| l')? ?$/iu,
      },
    ],
  },
  noDateAfter:
    /(?<!\p{L})(?:chaque|tous les|toutes les|(?:rue|place|avenue|boulevard|quai|pont|station|lycée|stade)(?: du| de| d'| de la)?|semaine du|planète|article|page|chapitre|numéro|n°|champ de) ?$/iu,
  future:
    /(?<!\p{L})(?:sera|seront|aura|auront|(?:va|vont) [\p{L}'-]+(?:er|ir|re|oir)|doit|doivent|devrait|devraient|prévue?s?|attendue?s?|programmée?s?|[\p{L}]{2,}(?:eront|iront|dront|tront|era|dra|ttra|rira|nira|tira|sira|vira))(?!\p{L})/giu,
  past: /(?<!\p{L})(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|n'a|n'ont|s'est|s'était) (?:été |eu |pas |de nouveau |déjà |[\p{L}]+ment )?[\p{L}]{2,}(?:és?|ées?|is|ise|ises|it|ite|ites|us?|ues?|erts?|ertes?|orts?|aits?)|était|étaient|avait|avaient|fut|furent|[\p{L}]{3,}(?:aient|èrent|irent|urent))(?!\p{L})/giu,
};
