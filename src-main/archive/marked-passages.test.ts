import { expect, test } from 'vitest';
import { article, insert, testArchive } from './test-archive';

const original = (content: string) => ({
  bytes: new TextEncoder().encode(content),
  fileName: 'rapport.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
const from = { url: 'https://example.org/rapport' };
const marked = [{ start: 3, end: 7, kind: 'claim', comment: 'À vérifier.' }] as const;

test('passages a file marks are annotations of its document, found by their comment', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Rapport', 'Le pont rouvre.', { annotations: marked });
  const { annotations } = archive.openDocument({ uid });
  expect(annotations.map(({ kind, comment, selector: { exact, prefix } }) => [kind, comment, exact, prefix])).toEqual([
    ['claim', 'À vérifier.', 'pont', 'Le '],
  ]);
  const { hits } = archive.search({ query: 'vérifier', limit: 5, offset: 0, sort: 'relevance' });
  expect(hits.map(({ kind }) => kind)).toEqual(['claim']);
  expect(archive.verify({}).ok).toBe(true);
});

test('a newer version of the file brings only the passages that are not there yet', () => {
  const archive = testArchive();
  const long = 'Le pont de Vélin, fermé depuis quinze mois, a rouvert fin octobre devant une centaine d’invités.';
  const page = (text: string, annotations: typeof marked | readonly []) =>
    article('Rapport', text, { annotations, metadata: { ...article('', '').metadata, ...from } });
  const { uid } = archive.insertImported(page(long, marked), original('un'));
  const again = archive.insertImported(page(`${long} Enfin.`, marked), original('deux'));
  expect(again).toMatchObject({ did: 'update', uid, carried: 1 });
  expect(archive.openDocument({ uid }).annotations).toHaveLength(1);
});
