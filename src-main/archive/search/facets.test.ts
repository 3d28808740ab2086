import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from '../archive-api';
import { annotateQuote, insert, testArchive } from '../test-archive';

const search = (archive: Archive, query: string, more: Partial<Parameters<Archive['search']>[0]> = {}) =>
  archive.search({ query, limit: 20, offset: 0, sort: 'relevance', ...more });
const facets = (archive: Archive, query: string) => {
  const found = search(archive, query, { facets: true });
  if (found.facets === null) throw new Error('no facets');
  return found.facets;
};

function library(): Archive {
  let nowMs = 1_000_000;
  const archive = testArchive({ nowMs: () => ++nowMs });
  const one = insert(archive, 'Un', 'la Corée du Nord, dit-il', {
    labels: ['asie'],
    metadata: { ...emptyMetadata, language: 'fr', site: 'Le Monde', date: '2025-10-27' },
  });
  insert(archive, 'Deux', 'la Corée du Sud', {
    metadata: { ...emptyMetadata, language: 'fr', site: 'TASS', date: '2024' },
  });
  archive.createNote({ title: 'Corée' });
  annotateQuote(archive, one, 'Corée', { labels: ['douteux'], fields: { speaker: 'Kim', verdict: 'disputed' } });
  annotateQuote(archive, one, 'la Corée du Nord', { kind: 'event', fields: { date: '2023-05' } });
  return archive;
}

test('hits are counted by all they can be told apart by', () => {
  expect(facets(library(), 'corée ')).toEqual({
    approximate: false,
    counted: 5,
    values: {
      type: [
        { value: 'article', count: 2 },
        { value: 'note', count: 1 },
      ],
      kind: [
        { value: 'claim', count: 1 },
        { value: 'event', count: 1 },
      ],
      year: [
        { value: '2023', count: 1 },
        { value: '2024', count: 1 },
        { value: '2025', count: 2 },
      ],
      language: [{ value: 'fr', count: 4 }],
      site: [
        { value: 'Le Monde', count: 3 },
        { value: 'TASS', count: 1 },
      ],
      label: [
        { value: 'asie', count: 3 },
        { value: 'douteux', count: 1 },
      ],
      verdict: [{ value: 'disputed', count: 1 }],
      speaker: [{ value: 'Kim', count: 1 }],
    },
  });
});

test('a value put into the query finds as many hits as it was counted with', () => {
  const archive = library();
  const { values } = facets(archive, 'corée ');
  for (const [field, name] of [
    ['year', 'date'],
    ['language', 'lang'],
    ['site', 'site'],
    ['label', 'label'],
    ['verdict', 'verdict'],
    ['speaker', 'speaker'],
    ['type', 'in'],
    ['kind', 'in'],
  ] as const)
    for (const { value, count } of values[field])
      expect(search(archive, `corée ${name}:"${value}" `).total, `${name}:${value}`).toBe(count);
});

test('nothing is counted unless asked for, and nothing found has no values', () => {
  const archive = library();
  expect(search(archive, 'corée').facets).toBeNull();
  expect(facets(archive, 'absent').values.type).toEqual([]);
});

test('of more hits than can be counted the newest are, and that is said', () => {
  const archive = testArchive();
  archive.insertAllImported(
    Array.from({ length: 5001 }, (_, index) => ({
      document: {
        type: 'article' as const,
        title: `T${index}`,
        metadata: emptyMetadata,
        body: {
          version: 1 as const,
          blocks: [{ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text: 'mot' }] }],
        },
        labels: [],
        mediaType: 'text/plain',
        losses: [],
      },
      original: null,
    })),
  );
  expect(facets(archive, 'mot ')).toMatchObject({
    approximate: true,
    counted: 5000,
    values: { type: [{ value: 'article', count: 5000 }] },
  });
});

test('documents or passages can be found apart, inside of another result, and by when they came in', () => {
  const archive = library();
  const kinds = (query: string, more: Parameters<typeof search>[2]) =>
    search(archive, query, more).hits.map(({ kind }) => kind);
  expect(kinds('corée ', { only: 'documents' }).sort()).toEqual(['article', 'article', 'note']);
  expect(kinds('corée ', { only: 'passages' }).sort()).toEqual(['claim', 'event']);
  expect(
    search(archive, 'corée ', { within: 'lang:fr -nord', only: 'documents' }).hits.map(({ title }) => title),
  ).toEqual(['Deux']);
  expect(search(archive, 'corée ', { within: '' }).total).toBe(5);
  expect(kinds('corée ', { sort: 'added' })).toEqual(['event', 'claim', 'note', 'article', 'article']);
  expect(search(archive, 'corée ', { sort: 'added', limit: 2, offset: 2 }).hits.map(({ kind }) => kind)).toEqual([
    'note',
    'article',
  ]);
});
