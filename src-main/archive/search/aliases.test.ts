import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { insert, testArchive } from '../test-archive';

function library(): Archive {
  const archive = testArchive();
  insert(archive, 'fr', 'Kim Jong-un reçoit ses hôtes à Pyongyang', { metadata: { ...emptyMetadata, language: 'fr' } });
  insert(archive, 'ru', 'Ким Чен Ын в Пхеньяне', { metadata: { ...emptyMetadata, language: 'ru' } });
  insert(archive, 'ko', '김정은은 평양에서', { metadata: { ...emptyMetadata, language: 'ko' } });
  archive.setAlias({ names: ['Kim Jong-un', 'Ким Чен Ын', '김정은'] });
  archive.setAlias({ names: ['Pyongyang', 'Пхеньян', '평양'] });
  return archive;
}
const search = (archive: Archive, query: string, expand?: boolean) =>
  archive.search({ query, limit: 20, offset: 0, sort: 'relevance', ...(expand === undefined ? {} : { expand }) });
const found = (archive: Archive, query: string, expand?: boolean) =>
  search(archive, query, expand)
    .hits.map(({ title }) => title)
    .sort();

test.each([
  ['kim jong-un ', undefined, ['fr', 'ko', 'ru']],
  ['"Ким Чен Ын"', undefined, ['fr', 'ko', 'ru']],
  ['김정은', undefined, ['fr', 'ko', 'ru']],
  ['пхеньян ', undefined, ['fr', 'ko', 'ru']],
  ['Pyongyang lang:ru ', undefined, ['ru']],
  ['Pyongyang -김정은 ', undefined, []],
  ['=Pyongyang ', undefined, ['fr']],
  ['Pyongyang ', false, ['fr']],
  ['~Pyongyang ', false, ['fr', 'ko', 'ru']],
  ['Пхеньяном ', undefined, ['fr', 'ko', 'ru']],
  ['Ким Чен Ыном ', undefined, ['fr', 'ko', 'ru']],
  ['в (aliases:off OR Pyongyang) ', undefined, []],
] as const)('%s, expanded: %s', (query, expand, titles) => {
  expect(found(library(), query, expand)).toEqual(titles);
});

test.each([
  ['Pyongyang ', 'fr'],
  ['평양', 'ko'],
])('what has %s as typed comes first', (query, title) => {
  expect(search(library(), query).hits[0]?.title).toBe(title);
});

test('the other names are told and marked where they stand', () => {
  const { expansions, hits } = search(library(), '평양');
  expect(expansions).toEqual([{ name: '평양', aliases: ['Pyongyang', 'Пхеньян'] }]);
  const russian = hits.find(({ title }) => title === 'ru');
  expect(russian?.marks.map(({ start, end }) => russian.snippet.slice(start, end))).toEqual(['Пхеньяне']);
});

test('sets are listed, changed and deleted; one name alone, twice, is no set', () => {
  const archive = library();
  const [first, second] = archive.listAliases({});
  if (first === undefined || second === undefined) throw new Error('no sets');
  expect(archive.setAlias({ uid: first.uid, names: ['Kim', 'KIM', ' 김정은 '] }).names).toEqual(['Kim', '김정은']);
  archive.deleteAlias({ uid: second.uid });
  expect(archive.listAliases({})).toEqual([{ uid: first.uid, names: ['Kim', '김정은'] }]);
  expect(found(archive, '평양')).toEqual(['ko']);
  expect(() => archive.setAlias({ names: ['Kim', 'kim'] })).toThrow(/two different names/);
  expect(() => archive.setAlias({ uid: second.uid, names: ['a', 'b'] })).toThrow(/not in the archive/);
});
