/** Archives that an earlier Postil wrote: they open, say what they said, and work. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { emptyMetadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from './archive-api';
import { newestSchema } from './migrations';
import { openArchive } from './open';
import { article, bodyOf, testFolder } from './test-archive';

/** Where SQLite's header keeps the schema's number. */
const userVersionAt = 60;

/** A copy of an archive that Postil wrote when `schema` was its newest. */
function written(schema: number): Archive {
  const path = join(testFolder(), 'old.postil');
  writeFileSync(path, gunzipSync(readFileSync(new URL(`fixtures/schema-${schema}.postil.gz`, import.meta.url))));
  const archive = openArchive(path, { nowMs: () => Date.UTC(2026, 5, 1) });
  onTestFinished(() => archive.close());
  return archive;
}
const titled = (archive: Archive, title: string): DocumentUid => {
  const [found] = archive.findTitles({ text: title, limit: 1 });
  if (found === undefined) throw new Error(`No document ${title}`);
  return found.uid;
};
const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: 'b.html', mediaType: 'text/html' });

const schemas = readdirSync(new URL('fixtures', import.meta.url))
  .flatMap((name) => Number(/^schema-(\d+)\.postil\.gz$/.exec(name)?.[1] ?? 0) || [])
  .sort((one, other) => one - other);
const newestWritten = Math.max(...schemas);

/** Each written by the Postil of its time; 6 was never the newest, and was made out of 5. */
test('there is an archive of every schema before the newest', () => {
  expect(schemas.filter((schema) => schema < newestSchema)).toEqual(
    Array.from({ length: newestSchema - 1 }, (_, index) => index + 1),
  );
});

test.each(schemas)('an archive of schema %i opens whole, and what is written then is whole too', (schema) => {
  const archive = written(schema);
  expect(archive.archiveInfo({}).schemaVersion).toBe(newestSchema);
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(archive.stats({})).toMatchObject({ articles: 2, notes: 1, links: 1 });
  const uid = titled(archive, 'Sommet');
  const { annotations, links, document } = archive.openDocument({ uid });
  expect(annotations).toMatchObject([{ comment: 'à vérifier', labels: ['bilan'], orphaned: false }]);
  expect(Object.values(links).flat()).toMatchObject([{ otherEnd: { quote: '서울은', kind: 'source' } }]);
  for (const query of ['militaire ', '서울 ', 'label:bilan'])
    expect(archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).hits, query).not.toEqual([]);
  archive.saveBody({ uid, revision: document.revision, body: bodyOf(`Avant. ${document.text}`), places: [] });
  archive.renameDocument({ uid, title: 'Sommet, revu' });
  archive.updateAnnotation({ uid: annotations[0]?.uid ?? expect.unreachable(), comment: 'vérifié' });
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test.each(schemas.filter((schema) => schema < newestSchema))(
  'a copy of an archive of schema %i is left beside it, as it was',
  (schema) => {
    const { path } = written(schema).archiveInfo({});
    const copy = `${path}.before-schema-${schema + 1}`;
    expect(existsSync(copy)).toBe(true);
    expect(readFileSync(copy).readUInt32BE(userVersionAt)).toBe(schema);
  },
);

test.each(schemas.filter((schema) => schema > 1))(
  'orphans, deleted annotations, the bin and histories of schema %i come along',
  (schema) => {
    const archive = written(schema);
    const note = archive.openDocument({ uid: titled(archive, 'Note') });
    expect(note.annotations).toMatchObject([{ comment: 'perdu', orphaned: true }]);
    expect(archive.listRevisions({ uid: note.document.uid }).map(({ revision }) => revision)).toEqual([2, 1]);
    const korean = titled(archive, '북한');
    expect(archive.openDocument({ uid: korean }).annotations).toHaveLength(1);
    const bin = { scope: { in: 'bin' }, sort: 'title', descending: false, offset: 0, limit: 5 } as const;
    expect(archive.listDocuments(bin).rows.map(({ title }) => title)).toEqual(['Jeté']);
    expect(archive.listSavedSearches({}).map(({ name }) => name)).toEqual(schema >= 6 ? ['Bilans'] : []);
    expect(archive.listAliases({})).toHaveLength(schema >= 7 ? 1 : 0);
  },
);

test('an archive of a schema to come is refused, and not touched', () => {
  const other = join(testFolder(), 'future.postil');
  const bytes = gunzipSync(readFileSync(new URL(`fixtures/schema-${newestWritten}.postil.gz`, import.meta.url)));
  bytes.writeUInt32BE(newestSchema + 1, userVersionAt);
  writeFileSync(other, bytes);
  expect(() => openArchive(other)).toThrow(/newer/i);
  expect(readFileSync(other).equals(bytes)).toBe(true);
});

test('an archive of schema 1 opens whole, with all it had', () => {
  const archive = written(1);
  expect(archive.archiveInfo({}).schemaVersion).toBe(newestSchema);
  expect(archive.verify({})).toMatchObject({ ok: true });
  expect(archive.stats({})).toMatchObject({ articles: 2, notes: 1, annotations: 2, links: 1, originals: 2 });
  const view = archive.openDocument({ uid: titled(archive, 'Sommet') });
  expect(view.annotations).toMatchObject([{ comment: 'à vérifier', labels: ['bilan'], orphaned: false }]);
  expect(Object.values(view.links).flat()).toMatchObject([{ otherEnd: { quote: '서울은', kind: 'source' } }]);
});

test('an archive of schema 1 is searched as one of today', () => {
  const archive = written(1);
  const found = (query: string): number =>
    archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).hits.length;
  for (const query of ['militaire ', 'militaires ', '서울 ', 'label:bilan', 'in:claim '])
    expect(found(query), query).toBeGreaterThan(0);
});

test('a document of schema 1 has its present body for history, and a longer one from then on', () => {
  const archive = written(1);
  const uid = titled(archive, 'Sommet');
  const [present, ...earlier] = archive.listRevisions({ uid });
  expect(present).toMatchObject({ revision: 1, reason: 'edit', savedAtMs: Date.UTC(2026, 0, 10, 10) });
  expect(earlier).toEqual([]);
  expect(archive.listRevisions({ uid: titled(archive, '북한') })).toMatchObject([
    { revision: 0, reason: 'import', savedAtMs: Date.UTC(2026, 0, 10, 9) },
  ]);
  const { text } = archive.openDocument({ uid }).document;
  archive.saveBody({ uid, revision: 1, body: bodyOf('autre chose'), places: [] });
  expect(archive.listRevisions({ uid }).map(({ revision }) => revision)).toEqual([2, 1]);
  expect(archive.readRevision({ uid, revision: 1 }).text).toBe(text);
});

test('an article of schema 1 is known by its address, and what a person may have written in it is spared', () => {
  const archive = written(1);
  const uid = titled(archive, 'Sommet');
  const url = 'http://www.example.org/monde/sommet.html';
  const text = 'Selon Séoul, quasiment 600 militaires nord-coréens sont morts. Le ministre l’a démenti, puis confirmé.';
  const metadata = { ...emptyMetadata, url, site: 'Autre', language: 'fr' };
  expect(archive.insertImported(article('Titre neuf', text, { metadata }), bytes('<p>deux</p>'))).toEqual({
    did: 'update',
    uid,
    title: 'Sommet',
    text: 'changed',
    carried: 1,
    orphaned: 0,
  });
  expect(archive.openDocument({ uid }).document).toMatchObject({ text, metadata: { site: 'Le Monde' } });
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('a large archive of schema 8 opens at once and is searched while its index is made anew', () => {
  const path = join(testFolder(), 'large.postil');
  writeFileSync(path, gunzipSync(readFileSync(new URL('fixtures/schema-8.postil.gz', import.meta.url))));
  const db = new Database(path);
  db.exec(`INSERT INTO documents (uid, type, title, title_key, site, site_key, authors, url, date, language, description, excerpt,
      revision, created_at_ms, updated_at_ms)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
    SELECT 'many-' || i, 'article', 'Dépêche ' || i, 'depeche ' || i, '', '', '[]', '', '', 'fr', '', '', 0, 1, 1 FROM n;
    INSERT INTO bodies (document, text_hash, body_sha256, text, body)
    SELECT id, '', '', 'une dépêche de la Corée', x'' FROM documents WHERE uid LIKE 'many-%'`);
  db.close();
  const archive = openArchive(path);
  onTestFinished(() => archive.close());
  const found = (): number => archive.search({ query: 'dépêches ', limit: 5, offset: 0, sort: 'relevance' }).total;
  expect(archive.indexIsComplete()).toBe(false);
  expect(found()).toBe(0);
  let step = archive.rebuildIndexStep(null);
  step = archive.rebuildIndexStep(step.last);
  step = archive.rebuildIndexStep(step.last);
  expect(found()).toBeGreaterThan(0);
  while (step.last !== null) step = archive.rebuildIndexStep(step.last);
  expect(found()).toBe(600);
  expect(archive.indexIsComplete()).toBe(true);
});
