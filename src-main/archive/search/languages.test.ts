/** What a query finds and marks in each language: one small document, one query a line. */
import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { annotateQuote, insert, testArchive } from '../test-archive';

const inLanguage = (archive: Archive, language: string, text: string, title = 'T') =>
  insert(archive, title, text, { metadata: { ...emptyMetadata, language } });
const find = (archive: Archive, query: string) =>
  archive.search({ query, limit: 20, offset: 0, sort: 'relevance' }).hits;
const marked = (archive: Archive, query: string): readonly string[] | null => {
  const [hit] = find(archive, `${query} `);
  return hit === undefined ? null : hit.marks.map(({ start, end }) => hit.snippet.slice(start, end));
};

test.each([
  // language, text, query, what is marked (null: not found)
  ['fr', 'Les accords conclus', 'accord', ['accords']],
  ['fr', 'Un accord conclu', 'accords', ['accord']],
  ['fr', 'Un accord conclu', '=accords', null],
  ['fr', 'Les négociations reprennent', 'negociation', ['négociations']],
  ['fr', 'Les négociations reprennent', 'negociatio*', ['négociations']],
  ['fr', 'Les généraux ont décidé', 'général décider', ['généraux', 'décidé']],
  ['fr', 'des troupes nord-coréennes', 'nord-coréen', ['coréennes']],
  ['fr', 'les alliances nouvelles', 'l’alliance', ['alliances']],
  ['fr', 'le 38ᵉ parallèle', '38e', ['38ᵉ']],
  ['fr', 'l’œuvre du siècle', 'oeuvres', ['œuvre']],
  ['fr', 'Les accords conclus', '"accord conclu"', null],
  ['fr', 'договоры à Moscou', 'договор', ['договоры']],
  ['en', 'The countries signed agreements', 'country agreement signing', ['countries', 'signed', 'agreements']],
  ['en', 'She said “no” — twice', '"no twice"', ['no” — twice']],
  ['en', 'The ﬁrst oﬃce', 'first offices', ['ﬁrst', 'oﬃce']],
  ['ru', 'Представители Кореи подписали договор', 'Корея', ['Кореи']],
  ['ru', 'Представители Кореи подписали договор', 'договоров', ['договор']],
  ['ru', 'переговоры в Пхеньяне и Иране', 'Пхеньян Иран', ['Пхеньяне', 'Иране']],
  ['ru', 'у Пхеньяна и Лаврова', 'Пхеньян Лавров', ['Пхеньяна', 'Лаврова']],
  ['ru', 'Чёрная ёлка стоит', 'черная елки', ['Чёрная', 'ёлка']],
  ['ru', 'Новый район', 'новый раион', null],
  ['de', 'Die Häuser der Straßen', 'haus strasse', ['Häuser', 'Straßen']],
  ['de', 'Verhandlungen in Köln', 'verhandlung koln', ['Verhandlungen', 'Köln']],
  ['es', 'Los países firmaron acuerdos', 'pais acuerdo', ['países', 'acuerdos']],
  ['tr', 'Iğdır’da ışık', 'igdir isik', ['Iğdır', 'ışık']],
  ['el', 'Ο Οδυσσεύς', 'οδυσσευσ', ['Οδυσσεύς']],
  ['he', 'מִלְחָמָה', 'מלחמה', ['מִלְחָמָה']],
  ['ar', 'مُحَمَّد في ٢٠٢٥', 'محمد 2025', ['مُحَمَّد', '٢٠٢٥']],
  ['ko', '북한은 러시아와 조약을', '북한', ['북한']],
  ['ko', '북한은 러시아와 조약을', '러시아', ['러시아']],
  ['ko', '북한은 러시아와 조약을', '약', ['약을']],
  ['zh', '中俄领导人在北京会晤', '北京', ['北京']],
  ['zh', '中俄领导人在北京会晤', '领导人', ['领导人']],
  ['zh', '中俄领导人在北京会晤', '晤', ['晤']],
  ['ja', '首相はカタカナで話した', 'カタカナ', ['カタカナ']],
  ['ja', '首相はｶﾀｶﾅで話した', 'カタカナ', ['ｶﾀｶﾅ']],
  // Nobody knows the language: the forms as they stand.
  ['', 'Les accords conclus', 'accord', null],
  ['', 'Les accords conclus', 'Accords', ['accords']],
] as const)('%s: “%s” asked for %s', (language, text, query, marks) => {
  const archive = testArchive();
  inLanguage(archive, language, text);
  expect(marked(archive, query)).toEqual(marks);
});

test('the word as typed comes before its other forms, and those before nothing', () => {
  const archive = testArchive();
  inLanguage(archive, 'fr', 'un accord, accord, accord', 'Un');
  inLanguage(archive, 'fr', `des accords et ${'bien des autres choses '.repeat(40)}`, 'Deux');
  inLanguage(archive, 'fr', 'un désaccord', 'Trois');
  const found = (query: string) => find(archive, query).map(({ title }) => title);
  expect(found('accords ')).toEqual(['Deux', 'Un']);
  expect(found('accord ')).toEqual(['Un', 'Deux']);
  expect(found('=accord ')).toEqual(['Un']);
});

test('passages are found by other forms, in the language their document is given later too', () => {
  const archive = testArchive();
  const uid = inLanguage(archive, '', 'Les généraux décident');
  annotateQuote(archive, uid, 'généraux', { comment: 'des négociations' });
  expect(find(archive, 'in:claim général ')).toEqual([]);
  archive.updateMetadata({ uid, metadata: { language: 'fr' } });
  expect(find(archive, 'in:claim général ')).toHaveLength(1);
  expect(find(archive, 'in:claim négociation ')).toHaveLength(1);
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('a document in several languages is found in each', () => {
  const archive = testArchive();
  inLanguage(archive, 'fr', 'Les accords, 북한은 조약을, о договорах с Кореей');
  for (const query of ['accord ', '북한 ', 'договор ', 'корея ']) expect(find(archive, query), query).toHaveLength(1);
});

test('while a word is typed letter by letter a document that has a form of it stays found', () => {
  const archive = testArchive();
  inLanguage(archive, 'fr', 'Les négociations reprennent');
  const word = 'négociations';
  for (let length = 1; length <= word.length; length++)
    expect(find(archive, word.slice(0, length)), word.slice(0, length)).toHaveLength(1);
});
