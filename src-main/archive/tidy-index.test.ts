import { expect, test } from 'vitest';
import { article, testArchive } from './test-archive';

test('tidying comes to an end, finds as much as before and leaves an index that verifies', () => {
  const archive = testArchive();
  const items = (from: number) =>
    Array.from({ length: 5 }, (_, index) => ({
      document: article(`T${from + index}`, `le texte ${from + index} de Corée`),
      original: null,
    }));
  for (let from = 0; from < 150; from += 5) archive.insertAllImported(items(from));
  let steps = 0;
  while (archive.tidyIndexStep()) expect(++steps).toBeLessThan(1000);
  expect(steps).toBeGreaterThan(0);
  expect(archive.search({ query: 'coree ', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(150);
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('an article that comes twice in one batch, changed, is one document found by its new words', () => {
  const archive = testArchive();
  const words = 'Selon le ministre, le pont sur le fleuve est fermé depuis lundi pour des travaux';
  const page = (text: string) => {
    const { metadata, ...rest } = article('Pont', text);
    const document = { ...rest, metadata: { ...metadata, url: 'https://example.org/pont' } };
    return {
      document,
      original: { bytes: new TextEncoder().encode(text), fileName: 'p.html', mediaType: 'text/html' },
    };
  };
  const outcomes = archive.insertAllImported([page(`${words} provisoires.`), page(`${words} définitifs.`)]);
  expect(outcomes.map(({ did }) => did)).toEqual(['insert', 'update']);
  const total = (query: string) => archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).total;
  expect([total('provisoires '), total('definitifs ')]).toEqual([0, 1]);
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
});
