import { emptyMetadata, type Metadata } from '@shared/model/document';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from './archive-api';
import { connect } from './connect';
import { articlesOfAddress } from './import-version';
import { annotateQuote, article, testArchive } from './test-archive';

const url = 'https://www.example.org/monde/sommet.html';
const text =
  'Selon Séoul, quasiment 600 militaires nord-coréens sont morts à Koursk. Le ministre russe a démenti hier soir. La réunion reprendra mardi à Moscou.';
const changed = text.replace('Le ministre russe a démenti hier soir.', 'Le ministère n’a pas souhaité commenter.');

/** Imports a page: its bytes are the title and the text. */
function come(archive: Archive, title: string, words: string, metadata: Partial<Metadata> = {}) {
  const bytes = new TextEncoder().encode(`<h1>${title}</h1><p>${words}</p>`);
  return archive.insertImported(article(title, words, { metadata: { ...emptyMetadata, url, ...metadata } }), {
    bytes,
    fileName: 'page.html',
    mediaType: 'text/html',
  });
}

test('a changed page of a known address is a new version: both originals, passages carried, the old body kept', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text);
  const stays = annotateQuote(archive, uid, 'quasiment 600 militaires nord-coréens');
  const goes = annotateQuote(archive, uid, 'Le ministre russe a démenti hier soir');
  const outcome = come(archive, 'Sommet', `Mis à jour. ${changed}`, {
    url: `${url.replace('https', 'http')}?utm_source=rss#haut`,
  });
  expect(outcome).toEqual({ did: 'update', uid, title: 'Sommet', text: 'changed', carried: 1, orphaned: 1 });
  const view = archive.openDocument({ uid });
  expect(view.document.text).toBe(`Mis à jour. ${changed}`);
  expect(view.document.originals).toHaveLength(2);
  expect(view.document.metadata.url).toBe(url);
  expect(view.annotations.map(({ uid: of, orphaned }) => [of, orphaned])).toEqual([
    [stays.uid, false],
    [goes.uid, true],
  ]);
  expect(archive.listRevisions({ uid }).map(({ revision, reason }) => [revision, reason])).toEqual([
    [1, 'import'],
    [0, 'import'],
  ]);
  expect(archive.readRevision({ uid, revision: 0 }).text).toBe(text);
  expect(archive.stats({})).toMatchObject({ documents: 1, originals: 2 });
  expect(archive.search({ query: 'commenter', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(1);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('either version’s bytes coming again change nothing', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text);
  come(archive, 'Sommet', changed);
  expect(come(archive, 'Sommet', text)).toMatchObject({ did: 'nothing', uid });
  expect(come(archive, 'Sommet', changed)).toMatchObject({ did: 'nothing', uid });
  expect(archive.openDocument({ uid }).document).toMatchObject({ text: changed, revision: 1 });
});

test('other bytes of the very same article keep only their original', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text);
  annotateQuote(archive, uid, 'Koursk');
  expect(come(archive, 'Sommet : le bilan', text)).toMatchObject({ did: 'update', uid, carried: 1, orphaned: 0 });
  expect(archive.openDocument({ uid }).document).toMatchObject({ revision: 0, title: 'Sommet : le bilan' });
  expect(archive.openDocument({ uid }).document.originals).toHaveLength(2);
  expect(archive.listRevisions({ uid })).toHaveLength(1);
});

test('title and metadata follow the new version, but not where a person wrote or where it is silent', () => {
  const archive = testArchive();
  const before = { site: 'Le Monde', authors: ['A'], date: '2025-10-27', description: 'd', language: 'fr' };
  const { uid } = come(archive, 'Ancien', text, before);
  archive.updateMetadata({ uid, metadata: { authors: ['B'], site: 'Le Monde' } });
  come(archive, 'Nouveau', changed, { site: 'lemonde.fr', authors: ['C'], date: '2025-10-28' });
  expect(archive.openDocument({ uid }).document).toMatchObject({
    title: 'Nouveau',
    metadata: { ...before, site: 'lemonde.fr', authors: ['B'], date: '2025-10-28' },
  });
  archive.renameDocument({ uid, title: 'Le mien' });
  come(archive, 'Encore', `${changed} Fin.`);
  expect(archive.openDocument({ uid }).document.title).toBe('Le mien');
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('a different text under the address, a front page, and a note are documents of their own', () => {
  const archive = testArchive();
  come(archive, 'Sommet', text);
  const other = 'Le parlement a voté la loi de finances après trois semaines de débats et de nombreux amendements.';
  expect(come(archive, 'Budget', other).did).toBe('insert');
  const front = { url: 'https://www.example.org/' };
  come(archive, 'Accueil', text, front);
  expect(come(archive, 'Accueil', `${text} Plus.`, front).did).toBe('insert');
  const note = article('Note', `${text} Note.`, { type: 'note', metadata: { ...emptyMetadata, url } });
  expect(archive.insertImported(note, null).did).toBe('insert');
});

test('of several documents of one address the most alike becomes the version', () => {
  const archive = testArchive();
  const live = 'Direct du lundi : la réunion commence à Moscou dans une salle comble, sous les regards de la presse.';
  const monday = come(archive, 'Direct', live).uid;
  const report = come(archive, 'Bilan', text).uid;
  expect(monday).not.toBe(report);
  expect(come(archive, 'Bilan', changed)).toMatchObject({ did: 'update', uid: report });
  expect(come(archive, 'Direct', `${live} Elle s’achève.`)).toMatchObject({ did: 'update', uid: monday });
});

test('what was thrown away stays in the bin: its new version is a document of its own', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text);
  archive.binDocuments({ uids: [uid] });
  expect(come(archive, 'Sommet', changed).did).toBe('insert');
  expect(archive.libraryCounts({})).toMatchObject({ all: 1, bin: 1 });
});

test('an address given by hand makes the next capture a version', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text, { url: '' });
  archive.updateMetadata({ uid, metadata: { url } });
  expect(come(archive, 'Sommet', changed)).toMatchObject({ did: 'update', uid });
});

test('a version that can’t be written leaves all as it was', () => {
  const archive = testArchive();
  const { uid } = come(archive, 'Sommet', text);
  const broken = { ...article('S', changed, { metadata: { ...emptyMetadata, url } }), mediaType: null as never };
  const original = { bytes: new Uint8Array([1]), fileName: null as never, mediaType: 'text/html' };
  expect(() => archive.insertImported(broken, original)).toThrow();
  expect(archive.openDocument({ uid }).document).toMatchObject({ text, revision: 0 });
  expect(archive.listRevisions({ uid })).toHaveLength(1);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('the article of an address is found by an index', () => {
  const archive = testArchive();
  const db = connect(archive.archiveInfo({}).path, { create: false, journal: 'wal' });
  onTestFinished(() => void db.close());
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${articlesOfAddress}`).all('x');
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH d USING INDEX documents_address (address_key=?)',
    'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});
