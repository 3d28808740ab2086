import { assetsNamedBy } from '@shared/model/asset';
import type { Body, Inline } from '@shared/model/block';
import type { ExportBundle, ImportedBundle } from '@shared/model/bundle';
import type { DocumentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, article, bodyOf, insert, pictureBlock, pictureOf, testArchive } from './test-archive';

const imported = (bundle: ExportBundle): ImportedBundle => ({
  documents: bundle.documents,
  annotations: bundle.annotations,
  links: bundle.links,
  collections: bundle.collections,
  memberships: bundle.memberships,
  ...(bundle.searches === undefined ? {} : { searches: bundle.searches }),
  histories: new Map(bundle.documents.map(({ uid }) => [uid, bundle.readHistory(uid)])),
  assets: new Map(
    bundle.documents.flatMap(({ body }) =>
      [...assetsNamedBy(body)].flatMap((sha256) => {
        const asset = bundle.readAsset(sha256);
        return asset === null ? [] : [[sha256, asset] as const];
      }),
    ),
  ),
  originals: new Map(
    bundle.documents.flatMap(({ originals }) =>
      originals.map(({ sha256 }) => [sha256, Uint8Array.from(bundle.readOriginal(sha256))]),
    ),
  ),
});
const all = (archive: Archive): ImportedBundle => imported(archive.readBundle({ take: 'all' }, 5));

function filled(): { archive: Archive; a: DocumentUid; b: DocumentUid; note: DocumentUid } {
  const archive = testArchive();
  const original = { bytes: new TextEncoder().encode('<p>A</p>'), fileName: 'a.html', mediaType: 'text/html' };
  const a = archive.insertImported(article('A', 'la Corée du Nord', { labels: ['z', 'a'] }), original).uid;
  const b = insert(archive, 'B', 'autre texte');
  const claim = annotateQuote(archive, a, 'Corée', { labels: ['l'], comment: 'c', fields: { verdict: 'open' } });
  const source = annotateQuote(archive, b, 'texte', { kind: 'source' });
  archive.link({ from: claim.uid, to: { annotation: source.uid }, relation: 'supports' });
  archive.link({ from: source.uid, to: { document: a }, relation: 'related' });
  const body: Body = { version: 1, blocks: [{ type: 'passage', annotation: claim.uid, document: a, text: 'Corée' }] };
  const note = archive.createNote({ title: 'Note', body }).uid;
  const outer = archive.createCollection({ name: 'Dehors', parent: null });
  const inner = archive.createCollection({ name: 'Dedans', parent: outer.uid });
  archive.addToCollection({ collection: inner.uid, documents: [a, note] });
  return { archive, a, b, note };
}

test('a whole archive comes back the same, originals and bin too', () => {
  const { archive, b, a } = filled();
  archive.binDocuments({ uids: [b] });
  const bundle = all(archive);
  const copy = testArchive();
  const outcome = copy.insertBundle(bundle);
  expect(outcome.inserted).toHaveLength(3);
  expect(all(copy)).toEqual(bundle);
  expect(copy.openDocument({ uid: a })).toEqual(archive.openDocument({ uid: a }));
  expect(copy.libraryCounts({})).toEqual(archive.libraryCounts({}));
  expect(copy.verify({})).toMatchObject({ ok: true });
});

test('the history of a document comes back with it, and the way back in it', () => {
  let now = Date.UTC(2026, 0, 10);
  const archive = testArchive({ nowMs: () => now });
  const uid = insert(archive, 'A', 'la Corée du Nord');
  for (const text of ['deux', 'trois']) {
    now += 3_600_000;
    const { revision } = archive.openDocument({ uid }).document;
    archive.saveBody({ uid, revision, body: bodyOf(text), places: [] });
  }
  const copy = testArchive();
  copy.insertBundle(all(archive));
  expect(copy.listRevisions({ uid })).toEqual(archive.listRevisions({ uid }));
  expect(copy.readRevision({ uid, revision: 1 })).toEqual(archive.readRevision({ uid, revision: 1 }));
  copy.restoreRevision({ uid, revision: 0, current: 2 });
  expect(copy.openDocument({ uid }).document.text).toBe('la Corée du Nord');
  expect(copy.verify({})).toMatchObject({ ok: true });
});

test('what is here already is left alone, and said', () => {
  const { archive, a } = filled();
  const bundle = all(archive);
  archive.renameDocument({ uid: a, title: 'Nouveau' });
  const before = all(archive);
  expect(archive.insertBundle(bundle)).toMatchObject({
    inserted: [],
    skipped: [{ title: 'A' }, { title: 'B' }, { title: 'Note' }],
  });
  expect(all(archive)).toEqual(before);
});

test('a collection is taken with those inside it, each document once, without the bin', () => {
  const { archive, a, b, note } = filled();
  const outer = archive.createCollection({ name: 'Outer', parent: null });
  const inner = archive.createCollection({ name: 'Inner', parent: outer.uid });
  archive.addToCollection({ collection: outer.uid, documents: [a, b] });
  archive.addToCollection({ collection: inner.uid, documents: [a, note] });
  archive.binDocuments({ uids: [b] });
  const titlesOf = (collection: typeof outer): readonly string[] =>
    archive.readBundle({ take: 'collection', collection: collection.uid }, 5).documents.map(({ title }) => title);
  expect(titlesOf(outer)).toEqual(['A', 'Note']);
  expect(titlesOf(inner)).toEqual(['A', 'Note']);
});

test('a selection holds its documents, their links, and names what they refer to', () => {
  const { archive, a, b, note } = filled();
  const some = archive.readBundle({ take: 'documents', documents: [note] }, 5);
  expect(some.documents.map(({ uid }) => uid)).toEqual([note]);
  expect(some.referenced).toMatchObject([{ uid: a, title: 'A', metadata: { authors: [], url: '' } }]);
  expect(some.quotedPlaces).toMatchObject([{ paragraph: 1 }]);
  const found = archive.readBundle({ take: 'query', query: 'coree' }, 5);
  expect(found.documents.map(({ title }) => title)).toEqual(['A', 'Note']);
  expect(found.links).toHaveLength(2);
  expect(found.referenced).toMatchObject([{ uid: b, title: 'B' }]);
  expect(
    new TextDecoder().decode(
      found.readOriginal(
        found.documents[0]?.originals[0]?.sha256 ??
          (() => {
            throw new Error('no original');
          })(),
      ),
    ),
  ).toBe('<p>A</p>');
});

test('a bundle that fails half way brings in nothing', () => {
  const { archive } = filled();
  const bundle = all(archive);
  const copy = testArchive();
  const [first] = bundle.documents;
  if (first === undefined) throw new Error('empty');
  expect(() =>
    copy.insertBundle({
      ...bundle,
      documents: [
        ...bundle.documents,
        { ...first, uid: '' as DocumentUid, body: { version: 1, blocks: [{ type: 'unheard of' }] } as unknown as Body },
      ],
    }),
  ).toThrow();
  expect(copy.stats({})).toMatchObject({ documents: 0, annotations: 0, originals: 0 });
});

test('collections inside each other go to the top instead of round in circles', () => {
  const { archive } = filled();
  const bundle = all(archive);
  const [outer, inner] = bundle.collections;
  if (outer === undefined || inner === undefined) throw new Error('no collections');
  const copy = testArchive();
  copy.insertBundle({ ...bundle, collections: [{ ...outer, parent: inner.uid }, inner] });
  expect(copy.libraryCounts({}).collections.every(({ parent }) => parent === null)).toBe(true);
});

test('an annotation whose text differs here is found again or kept as an orphan', () => {
  const { archive, a } = filled();
  const bundle = all(archive);
  const copy = testArchive();
  const documents = bundle.documents.map((document) =>
    document.uid === a ? { ...document, body: bodyOf('tout autre') } : document,
  );
  copy.insertBundle({ ...bundle, documents });
  expect(copy.openDocument({ uid: a }).annotations).toMatchObject([{ orphaned: true, comment: 'c' }]);
  expect(copy.verify({}).ok).toBe(true);
});

test('any archive survives going out and coming back', () => {
  const word = fc.constantFrom('Corée', 'l’été', '북한은', 'ещё', '😀', 'x', ' ', '\t', 'e\u0301');
  const text = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(' '));
  const inline: fc.Arbitrary<Inline> = fc.record({
    type: fc.constant('text' as const),
    text,
    marks: fc.subarray(['bold', 'code'] as const),
  });
  // the last of them is named and not here
  const pictures = [pictureOf(1), pictureOf(2), pictureOf(3)];
  const body: fc.Arbitrary<Body> = fc
    .array(
      fc.oneof(
        fc.record({
          type: fc.constantFrom('paragraph' as const, 'quote' as const),
          inlines: fc.array(inline, { maxLength: 3 }),
        }),
        fc.constantFrom(...pictures).map((picture) => pictureBlock(picture, 'légende')),
      ),
      { maxLength: 4 },
    )
    .map((blocks) => ({ version: 1, blocks }));
  const document = fc.record({
    title: text,
    body,
    labels: fc.array(text, { maxLength: 3 }),
    authors: fc.array(text, { maxLength: 2 }),
    binned: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(document, { maxLength: 5 }), (documents) => {
      const archive = testArchive();
      for (const { title, body: blocks, labels, authors, binned } of documents) {
        const metadata = { authors, site: title, url: '', date: '2025', language: 'fr', description: title };
        const { uid } = archive.insertImported(
          {
            ...{ type: 'article', title, body: blocks, labels, metadata, mediaType: 'text/plain', losses: [] },
            assets: pictures.slice(0, 2).filter(({ sha256 }) => assetsNamedBy(blocks).has(sha256)),
          },
          null,
        );
        const { text: whole } = archive.openDocument({ uid }).document;
        if (whole.length > 2)
          archive.annotate({
            document: uid,
            start: 0,
            end: whole.length,
            exact: whole,
            kind: 'event',
            labels,
            comment: title,
          });
        if (binned) archive.binDocuments({ uids: [uid] });
      }
      const bundle = all(archive);
      const copy = testArchive();
      copy.insertBundle(bundle);
      expect(all(copy)).toEqual(bundle);
      expect(copy.stats({}).pictures).toBe(archive.stats({}).pictures);
      expect(copy.verify({})).toMatchObject({ ok: true });
      archive.close();
      copy.close();
    }),
    { numRuns: 15 },
  );
});

test('saved searches and aliases come back as they were, once, and a part of the archive has none', () => {
  const { archive, a } = filled();
  archive.saveSearch({ name: 'Corée', query: 'coree -sport', sort: 'date' });
  archive.saveSearch({ name: 'Mots', query: '"deux mots"', sort: 'relevance' });
  archive.setAlias({ names: ['Kim Jong-un', 'Ким Чен Ын', '김정은'] });
  const bundle = all(archive);
  const copy = testArchive();
  copy.insertBundle(bundle);
  copy.insertBundle(bundle);
  expect(copy.listSavedSearches({})).toEqual(archive.listSavedSearches({}));
  expect(copy.listAliases({})).toEqual(archive.listAliases({}));
  expect(all(copy).searches).toEqual(bundle.searches);
  expect(archive.readBundle({ take: 'documents', documents: [a] }, 5).searches).toBeUndefined();
  expect(copy.verify({}).ok).toBe(true);
  const own = testArchive();
  own.setAlias({ names: ['김정은', 'Kim Jong-un', 'Ким Чен Ын'] });
  own.insertBundle(bundle);
  expect(own.listAliases({})).toHaveLength(1);
});
