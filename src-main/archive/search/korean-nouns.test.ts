import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { insert, testArchive } from '../test-archive';

function library(): Archive {
  const archive = testArchive();
  insert(archive, '아들', '김정은이 회담을 열었다. 김정은의 아버지는 다른 사람이다.');
  insert(archive, '아버지', '김정일은 회담을 열지 않았다. 김정일의 말이다.');
  insert(archive, '어머니', '김정숙은 회담에 없었다.');
  insert(archive, '나라', '한국은 항구를 열었다. 어린이의 날이다.');
  insert(archive, '이웃', '한국의 항구가 닫혔다. 어린 나무가 있다.');
  return archive;
}
const search = (archive: Archive, query: string) => archive.search({ query, limit: 20, offset: 0, sort: 'relevance' });
const titles = (archive: Archive, query: string) =>
  search(archive, query)
    .hits.map(({ title }) => title)
    .sort();

test.each([
  // A name that ends like a particle is a name where the archive has it with particles behind it.
  ['김정은', ['아들'], ['김정은']],
  ['김정은 ', ['아들'], ['김정은']],
  ['김정은의 ', ['아들'], []],
  ['~김정은', ['아들'], ['김정은']],
  ['회담 김정은', ['아들'], ['김정은']],
  ['김정은이 ', ['아들'], []],
  ['어린이 ', ['나라'], ['어린이']],
  // A particle is one where nothing stands behind it.
  ['한국은 ', ['나라', '이웃'], []],
  ['항구를', ['나라', '이웃'], []],
] as const)('%s finds what is about it', (query, found, nouns) => {
  const archive = library();
  expect(titles(archive, query)).toEqual([...found].sort());
  expect(search(archive, query).nouns).toEqual(nouns);
});

test('the whole name is marked', () => {
  const [hit] = search(library(), '김정은').hits;
  expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(['김정은', '김정은']);
});

test('a slip in one of many texts makes no noun', () => {
  const archive = testArchive();
  for (let each = 0; each < 40; each++) insert(archive, `글 ${each}`, '북한은 말했다.');
  insert(archive, '틀림', '북한은은 말했다.');
  insert(archive, '다른 글', '북한의 말이다.');
  expect(search(archive, '북한은 ')).toMatchObject({ total: 42, nouns: [] });
});

test('what was written since is heeded', () => {
  const archive = testArchive();
  insert(archive, '하나', '김정일의 말이다.');
  expect(titles(archive, '김정은 ')).toEqual(['하나']);
  insert(archive, '둘', '김정은의 말이다.');
  expect(titles(archive, '김정은 ')).toEqual(['둘']);
});
