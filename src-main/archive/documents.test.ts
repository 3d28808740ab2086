import { emptyMetadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { annotationUid, collectionUid, documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { newestSchema } from './migrations';
import { annotateQuote, article, bodyOf, codeOf, insert, reopened, testArchive } from './test-archive';

const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: 'a.txt', mediaType: 'text/plain' });
const nobody = documentUid('00000000-0000-7000-8000-000000000000');
test('an imported article is read back as it came, with its original', () => {
  const archive = testArchive({ nowMs: () => 1000 });
  const metadata = {
    authors: ['Anne Dupont', '김철수'],
    site: 'Le Monde',
    url: 'https://example.org/',
    date: '2025-10',
    language: 'fr',
    description: 'd',
  };
  const outcome = archive.insertImported(
    article('Titre', 'un\ndeux', { metadata, labels: ['b', 'a'] }),
    bytes('un deux'),
  );
  expect(archive.openDocument({ uid: outcome.uid }).document).toMatchObject({
    title: 'Titre',
    metadata,
    text: 'un\ndeux',
    labels: ['b', 'a'],
    revision: 0,
    createdAtMs: 1000,
    deletedAtMs: null,
    originals: [{ fileName: 'a.txt', mediaType: 'text/plain', sizeBytes: 7, capturedAtMs: 1000 }],
  });
});

test('the same bytes twice are one document', () => {
  const archive = testArchive();
  const first = archive.insertImported(article('Un', 'texte'), bytes('même'));
  const second = archive.insertImported(article('Autre titre', 'texte'), bytes('même'));
  expect(second).toEqual({ did: 'nothing', uid: first.uid, title: 'Un' });
  expect(archive.stats({})).toMatchObject({ documents: 1, originals: 1 });
});

test('bytes whose document is in the bin take it out again', () => {
  const archive = testArchive();
  const { uid } = archive.insertImported(article('Un', 'texte'), bytes('même'));
  archive.binDocuments({ uids: [uid] });
  expect(archive.insertImported(article('Un', 'texte'), bytes('même'))).toMatchObject({ did: 'nothing', uid });
  expect(archive.libraryCounts({})).toMatchObject({ all: 1, bin: 0 });
  expect(archive.search({ query: 'texte', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
});

test('a change is announced after the commit, with what to read again', () => {
  const told: (readonly DocumentUid[] | 'many')[] = [];
  const archive = testArchive({ onChange: (documents) => told.push(documents) });
  const uid = insert(archive, 'Un', 'texte');
  expect(told).toEqual([[uid]]);
  expect(codeOf(() => archive.renameDocument({ uid: nobody, title: 'x' }))).toBe('document/not-found');
  expect(told).toHaveLength(1);
});

test('a failure in the middle leaves nothing of a call', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Un', 'texte');
  expect(codeOf(() => archive.binDocuments({ uids: [uid, nobody] }))).toBe('document/not-found');
  expect(archive.libraryCounts({})).toMatchObject({ all: 1, bin: 0 });
  const missing = collectionUid('00000000-0000-7000-8000-000000000001');
  expect(codeOf(() => archive.insertImported(article('Deux', 'autre'), bytes('deux'), missing))).toBe(
    'collection/not-found',
  );
  expect(archive.stats({})).toMatchObject({ documents: 1, originals: 0 });
  expect(archive.verify({}).ok).toBe(true);
});

test('a stale revision is refused and changes nothing', () => {
  const archive = testArchive();
  const { uid } = archive.createNote({ title: 'Note' });
  expect(archive.saveBody({ uid, revision: 0, body: bodyOf('un'), places: [] }).revision).toBe(1);
  expect(codeOf(() => archive.saveBody({ uid, revision: 0, body: bodyOf('deux'), places: [] }))).toBe('archive/stale');
  expect(archive.openDocument({ uid }).document).toMatchObject({ text: 'un', revision: 1 });
});

test('title, metadata and labels change alone and are found at once', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Un', 'texte', { metadata: { ...emptyMetadata, site: 'Ici', language: 'fr' } });
  archive.renameDocument({ uid, title: '  Le\nsommet ' });
  archive.updateMetadata({ uid, metadata: { authors: ['Kim'], date: '2025' } });
  archive.setDocumentLabels({ uid, labels: ['x', ' x ', '', 'y/z'] });
  const { document } = archive.openDocument({ uid });
  expect(document).toMatchObject({
    title: 'Le sommet',
    labels: ['x', 'y/z'],
    metadata: { authors: ['Kim'], site: 'Ici', date: '2025', language: 'fr' },
  });
  for (const query of ['sommet', 'author:kim', 'label:y', 'label:y/z', 'date:2025']) {
    expect(archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).total, query).toBe(1);
  }
  expect(archive.search({ query: 'title:un', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(0);
});

test('the bin takes a document out of lists and counts, and gives it back whole', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Un', 'la Corée', { labels: ['l'] });
  annotateQuote(archive, uid, 'Corée');
  const before = archive.libraryCounts({});
  archive.binDocuments({ uids: [uid] });
  expect(archive.libraryCounts({})).toMatchObject({
    all: 0,
    articles: 0,
    bin: 1,
    annotations: 0,
    kinds: { claim: 0 },
    labels: [],
  });
  expect(
    archive.listDocuments({ scope: { in: 'bin' }, sort: 'added', descending: true, offset: 0, limit: 10 }).total,
  ).toBe(1);
  expect(archive.findAnnotations({ text: '', limit: 5 })).toEqual([]);
  archive.restoreDocuments({ uids: [uid] });
  expect(archive.libraryCounts({})).toEqual(before);
});

test('only what is in the bin is purged, with its bytes unless others share them', () => {
  const archive = testArchive();
  const { uid } = archive.insertImported(article('Un', 'texte'), bytes('un'));
  expect(codeOf(() => archive.purgeDocuments({ uids: [uid] }))).toBe('document/not-in-bin');
  annotateQuote(archive, uid, 'texte');
  archive.binDocuments({ uids: [uid] });
  archive.purgeDocuments({ uids: [uid] });
  expect(codeOf(() => archive.openDocument({ uid }))).toBe('document/not-found');
  expect(archive.stats({})).toMatchObject({ documents: 0, annotations: 0, originals: 0 });
  expect(archive.verify({}).ok).toBe(true);
});

test('a note that quotes or mentions a document is listed there, while it does and is not in the bin', () => {
  const told: (readonly DocumentUid[] | 'many')[] = [];
  const archive = testArchive({ onChange: (documents) => told.push(documents) });
  const uid = insert(archive, 'Article', 'la Corée du Nord');
  const { uid: claim } = annotateQuote(archive, uid, 'Corée');
  const note = archive.createNote({
    title: 'Note',
    body: {
      version: 1,
      blocks: [
        { type: 'passage', annotation: claim, document: uid, text: 'Corée' },
        { type: 'paragraph', inlines: [{ type: 'mention', text: 'Article', target: { document: uid } }] },
      ],
    },
  });
  expect(new Set(told.at(-1))).toEqual(new Set([note.uid, uid]));
  expect(archive.openDocument({ uid }).backlinks).toMatchObject([
    { note: note.uid, title: 'Note', annotations: [claim] },
  ]);
  archive.binDocuments({ uids: [note.uid] });
  expect(archive.openDocument({ uid }).backlinks).toEqual([]);
  archive.restoreDocuments({ uids: [note.uid] });
  const mention = { type: 'mention', text: 'ici', target: { annotation: claim } } as const;
  archive.saveBody({
    uid: note.uid,
    revision: 0,
    body: { version: 1, blocks: [{ type: 'quote', inlines: [mention] }] },
    places: [],
  });
  expect(archive.openDocument({ uid }).backlinks).toMatchObject([{ annotations: [claim] }]);
  archive.saveBody({ uid: note.uid, revision: 1, body: bodyOf('rien'), places: [] });
  expect(new Set(told.at(-1))).toEqual(new Set([note.uid, uid]));
  expect(archive.openDocument({ uid }).backlinks).toEqual([]);
});

test('what is not there is not found', () => {
  const archive = testArchive();
  const annotation = annotationUid(nobody);
  expect(codeOf(() => archive.openDocument({ uid: nobody }))).toBe('document/not-found');
  expect(codeOf(() => archive.getAnnotation({ uid: annotation }))).toBe('annotation/not-found');
  expect(codeOf(() => archive.deleteAnnotations({ uids: [annotation] }))).toBe('annotation/not-found');
});

test('an archive tells its name, schema and size', () => {
  const archive = testArchive();
  expect(archive.archiveInfo({})).toMatchObject({ name: 'test', schemaVersion: newestSchema });
  expect(archive.stats({}).bytes).toBeGreaterThan(4096);
  insert(archive, 'Un', 'x');
  expect(reopened(archive).stats({})).toMatchObject({ documents: 1, articles: 1, notes: 0 });
});
