import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { insert, testArchive } from '../test-archive';

const texts = {
  fr: 'Le dirigeant Kim Jong-un a reçu 347 délégués à Pyongyang. Selon Kim Jong-un, 12800 soldats sont partis pour la Russie.',
  ru: 'Ким Чен Ын принял 347 делегатов в Пхеньяне. По словам агентства, 12800 военных уехали из Пхеньяна.',
  ko: '김정은은 평양에서 대표 347명을 만났다. 김정은이 보낸 군인 12800명이 떠났다. 평양은 조용하다.',
} as const;

function library(documents: readonly (keyof typeof texts)[]): Archive {
  const archive = testArchive();
  for (const language of documents)
    insert(archive, `T ${language}`, texts[language], { metadata: { ...emptyMetadata, language } });
  return archive;
}
const namesOf = (archive: Archive): readonly (readonly string[])[] =>
  archive.proposeAliases({ limit: 20 }).map(({ names }) => [...names].sort());

test('names that sound alike in articles about the same are proposed, with what speaks for it', () => {
  const proposals = library(['fr', 'ru', 'ko']).proposeAliases({ limit: 20 });
  const kim = proposals.find(({ names }) => names.includes('김정은'));
  expect([...(kim?.names ?? [])].sort()).toEqual(['Kim Jong-un', 'Ким Чен Ын', '김정은']);
  expect(kim).toMatchObject({ documents: [1, 1, 1], together: 0, shared: ['347', '12800'] });
  expect(proposals.some(({ names }) => names.includes('Pyongyang') && names.includes('평양'))).toBe(true);
});

test('names of articles that share nothing are not', () => {
  const archive = testArchive();
  insert(archive, 'fr', 'Kim Jong-un reçoit ses hôtes', { metadata: { ...emptyMetadata, language: 'fr' } });
  insert(archive, 'ko', '김정은은 웃었다', { metadata: { ...emptyMetadata, language: 'ko' } });
  expect(namesOf(archive)).toEqual([]);
});

test('one text with both names is enough', () => {
  const archive = testArchive();
  insert(archive, 'mixed', 'Kim Jong-un (김정은) est à Pyongyang (평양).');
  expect(namesOf(archive)).toEqual(
    expect.arrayContaining([
      ['Kim Jong-un', '김정은'],
      ['Pyongyang', '평양'],
    ]),
  );
});

test('figures of a text that has both names itself are not shared by different ones', () => {
  const archive = testArchive();
  insert(archive, 'mixed', 'Kim Jong-un (김정은) a reçu 347 délégués, 12800 soldats.');
  expect(archive.proposeAliases({ limit: 5 })[0]).toMatchObject({ together: 1, shared: [] });
});

test('what is a set already is not proposed again', () => {
  const archive = library(['fr', 'ru', 'ko']);
  archive.setAlias({ names: ['Kim Jong-un', 'Ким Чен Ын', '김정은'] });
  // Nor what is a part of each: 김정, Ким Чен.
  expect(namesOf(archive).flat().join(' ')).not.toMatch(/김정|Ким|Kim/);
});

test('an archive of one language has nothing to propose', () => {
  expect(namesOf(library(['fr']))).toEqual([]);
  expect(namesOf(testArchive())).toEqual([]);
});
