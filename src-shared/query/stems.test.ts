import { expect, test } from 'vitest';
import { beginningSign, indexColumn, indexText, stemSign } from './index-text';
import { type StemLanguage, stemInText, stemLanguageOf, stemOf, stemsOfWord } from './stems';

const families: Readonly<Record<StemLanguage, readonly string[]>> = {
  fr: [
    'accord accords Accords ACCORDS',
    'négociation négociations negociations négocier',
    'généraux général generaux general',
    'décidé décidée décidées decidees décider',
    'stratégique stratégiques strategique',
    'cheval chevaux',
    'importante importantes important importants',
  ],
  en: [
    'agreement agreements',
    'negotiation negotiations negotiating',
    'country countries',
    'sign signs signed signing',
  ],
  ru: [
    'Корея Кореи Корее Корею Кореей',
    'договор договора договору договоры договоров',
    'соглашение соглашения соглашений',
    'ёлка елка ёлки',
    'встреча встречи встречу',
  ],
  de: ['Verhandlung Verhandlungen', 'Haus Häuser hauser', 'Straße Straßen strassen', 'Präsident Präsidenten'],
  es: ['negociación negociaciones negociacion', 'acuerdo acuerdos', 'país países paises', 'presidente presidentes'],
};

test.each(Object.entries(families).flatMap(([language, words]) => words.map((family) => [language, family] as const)))(
  '%s: %s share a stem',
  (tag, family) => {
    const language = stemLanguageOf(tag);
    const stems = family.split(' ').map((word) => language && stemOf(word, language));
    expect(new Set(stems).size, String(stems)).toBe(1);
    expect(stems[0]).toBeTruthy();
  },
);

test.each([
  ['fr', 'pain', 'peine'],
  ['fr', 'accord', 'corde'],
  ['en', 'tie', 'time'],
  ['ru', 'город', 'гора'],
  ['de', 'Land', 'Lampe'],
] as const)('%s: %s and %s do not', (language, a, b) => {
  expect(stemOf(a, language)).not.toBe(stemOf(b, language));
});

const columnOf = (...column: Parameters<typeof indexColumn>): string =>
  new TextDecoder().decode(indexColumn(...column));

test('a language is known by its tag; words of other scripts, short words and numbers have no stem', () => {
  expect([stemLanguageOf('fr-CA'), stemLanguageOf('EN'), stemLanguageOf('ko'), stemLanguageOf('')]).toEqual([
    'fr',
    'en',
    null,
    null,
  ]);
  for (const word of ['북한은', 'договор', 'de', '2025', 'covid19', 'x'.repeat(60)])
    expect(stemOf(word, 'fr')).toBeNull();
  expect(stemsOfWord('constructor')).not.toContain('');
});

test('Cyrillic words in a French text are Russian, Latin ones in a Russian text nothing', () => {
  expect(stemInText('договоры', 'fr')).toBe('договор');
  expect(stemInText('accords', 'ru')).toBeNull();
});

test('the index holds a stem where it differs from the word, once, under a sign no word has', () => {
  const stemsIn = (column: string): readonly string[] =>
    column.split(' ').filter((token) => token.startsWith(stemSign));
  expect(stemsIn(columnOf('Les accords, des accords: l’accord', 'fr'))).toEqual(['·accord']);
  expect(stemsIn(columnOf('Les accords', null))).toEqual([]);
  expect(indexText('·accord ¦acc')).toBe('accord acc');
});

test('the index holds the beginnings of words, each once, and the first of each Korean pair', () => {
  const beginnings = (text: string): readonly string[] =>
    columnOf(text, null)
      .split(' ')
      .filter((token) => token.startsWith(beginningSign))
      .map((token) => token.slice(1));
  expect(beginnings('Accord, accès de l’Été')).toEqual(['a', 'ac', 'acc', 'd', 'de', 'l', 'e', 'et', 'ete']);
  expect(beginnings('북한은')).toEqual(['북', '한', '은']);
  expect(beginnings('𝟙𝟚𝟛𝟜 𐐨𐐩𐐪𐐫')).toEqual(['1', '12', '123', '𐐨', '𐐨𐐩', '𐐨𐐩𐐪']);
});

test('a column begins with the tokens of its text, the second time as the first', () => {
  const text = 'Les généraux et la générale: Généraux!';
  expect(columnOf(text, 'fr').startsWith(`${indexText(text)} `)).toBe(true);
  expect(columnOf(text, 'fr')).toBe(columnOf(text, 'fr'));
});
