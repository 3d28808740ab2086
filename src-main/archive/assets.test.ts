import { gifOf, pngOf, svgOf } from '@shared/images/test-images';
import type { Asset } from '@shared/model/asset';
import type { Body } from '@shared/model/block';
import { type DocumentUid, sha256Hex } from '@shared/model/ids';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { openArchive } from './open';
import { salvage } from './salvage';
import { sha256Of } from './sha256';
import {
  annotateQuote,
  article,
  bodyOf,
  codeOf,
  illustrated,
  pictureBlock,
  pictureOf,
  reopened,
  testArchive,
  testFolder,
} from './test-archive';

const withPictures = (...pictures: readonly Asset[]): Body => ({
  version: 1,
  blocks: [...bodyOf('Un texte.').blocks, ...pictures.map((picture) => pictureBlock(picture))],
});
const pictures = (archive: Archive): number => archive.stats({}).pictures;
const failed = (archive: Archive) => archive.verify({}).checks.filter(({ ok }) => !ok);

test('keeps a picture once, as it was, for all documents that name it', () => {
  const archive = testArchive();
  const picture = pictureOf();
  const { uid } = archive.insertImported(illustrated('A', 'un texte', picture), null);
  archive.insertImported(illustrated('B', 'tout autre chose', picture), null);
  expect(archive.stats({})).toMatchObject({ pictures: 1, pictureBytes: picture.bytes.length });
  const again = reopened(archive);
  expect(again.readAsset(picture.sha256)).toEqual({ ...picture, bytes: Buffer.from(picture.bytes) });
  expect(again.openDocument({ uid }).pictures).toEqual({ [picture.sha256]: [40, 30] });
  expect(failed(again)).toEqual([]);
});

test('keeps a drawing packed and gives it back as it was', () => {
  const archive = testArchive();
  const bytes = svgOf('<path d="M0 0 L10 10 L20 20 L30 30 L40 40 L50 50"/>'.repeat(50));
  const drawing: Asset = { sha256: sha256Of(bytes), mediaType: 'image/svg+xml', width: 40, height: 30, bytes };
  archive.insertImported(article('A', '', { body: withPictures(drawing), assets: [drawing] }), null);
  expect(Buffer.from(archive.readAsset(drawing.sha256)?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});

test('knows no picture it was not given, though a document names it', () => {
  const archive = testArchive();
  const absent = pictureOf(7);
  const { uid } = archive.insertImported(article('A', '', { body: withPictures(absent) }), null);
  expect(archive.readAsset(absent.sha256)).toBeNull();
  expect(archive.readAsset(sha256Hex('x'))).toBeNull();
  expect(archive.openDocument({ uid }).pictures).toEqual({});
  expect(failed(archive)).toEqual([]);
});

test('an earlier text still shows its picture; only deleting all that name it for good takes it out', () => {
  const archive = testArchive();
  const [one, two] = [pictureOf(1), pictureOf(2)];
  const { uid } = archive.insertImported(article('A', '', { body: withPictures(one, two), assets: [one, two] }), null);
  const other = archive.insertImported(illustrated('B', 'tout autre chose', two), null).uid;
  const { revision } = archive.saveBody({ uid, revision: 0, body: bodyOf('Un texte.'), places: [] });
  expect(pictures(archive)).toBe(2);
  // An export of it holds them still.
  const written = [...archive.readBundle({ take: 'all' }, 0).pictureBytes(uid)];
  expect(new Map(written)).toEqual(new Map([one, two].map(({ sha256, bytes }) => [sha256, bytes.length])));
  archive.restoreRevision({ uid, revision: 0, current: revision });
  expect(Object.keys(archive.openDocument({ uid }).pictures).sort()).toEqual([one.sha256, two.sha256].sort());
  archive.binDocuments({ uids: [uid] });
  expect(pictures(archive)).toBe(2);
  archive.purgeDocuments({ uids: [uid] });
  expect(archive.readAsset(one.sha256)).toBeNull();
  expect(archive.readAsset(two.sha256)).not.toBeNull();
  archive.binDocuments({ uids: [other] });
  archive.purgeDocuments({ uids: [other] });
  expect(archive.stats({})).toMatchObject({ pictures: 0, pictureBytes: 0 });
  expect(failed(archive)).toEqual([]);
});

test('a new version of an article brings its pictures', () => {
  const archive = testArchive();
  const metadata = { ...article('', '').metadata, url: 'https://example.org/a' };
  const text = 'Le pont rouvre enfin après neuf jours de travaux, dit le maire.';
  const original = (words: string) => ({
    bytes: new TextEncoder().encode(words),
    fileName: 'a',
    mediaType: 'text/html',
  });
  archive.insertImported(article('A', text, { metadata }), original('1'));
  const next = { ...illustrated('A', text, pictureOf(9)), metadata };
  const outcome = archive.insertImported(next, original('2'));
  expect(outcome.did).toBe('update');
  expect(Object.keys(archive.openDocument({ uid: outcome.uid }).pictures)).toEqual([pictureOf(9).sha256]);
});

test('a page that came in before pictures were kept gets them from the same file, by either way, once', () => {
  const text = 'Le pont rouvre enfin après neuf jours de travaux, dit le maire.';
  const original = { bytes: new TextEncoder().encode('1'), fileName: 'a', mediaType: 'text/html' };
  const whole = illustrated('A', text, pictureOf(9));
  const ways: readonly ((archive: Archive, uid: DocumentUid) => { readonly did: string })[] = [
    (archive) => archive.insertImported(whole, original),
    (archive, uid) => archive.importInto(uid, { document: whole, original }),
  ];
  for (const again of ways) {
    const archive = testArchive();
    const { uid } = archive.insertImported(article('A', text), original);
    annotateQuote(archive, uid, 'neuf jours');
    expect(again(archive, uid)).toMatchObject({ did: 'update', carried: 1, orphaned: 0 });
    const view = archive.openDocument({ uid });
    expect(Object.keys(view.pictures)).toEqual([pictureOf(9).sha256]);
    expect(view.document.originals).toHaveLength(1);
    expect(again(archive, uid).did).toBe('nothing');
    expect(failed(archive)).toEqual([]);
  }
});

test('a text that was written in is not replaced for its pictures', () => {
  const archive = testArchive();
  const original = { bytes: new TextEncoder().encode('1'), fileName: 'a', mediaType: 'text/html' };
  const { uid } = archive.insertImported(article('A', 'Le pont rouvre.'), original);
  archive.saveBody({ uid, revision: 0, body: bodyOf('Le pont rouvre.', 'Ajouté.'), places: [] });
  expect(archive.insertImported(illustrated('A', 'Le pont rouvre.'), original).did).toBe('nothing');
});

test('what is saved out of a damaged archive keeps its pictures, and forgets those it lost', () => {
  const archive = testArchive();
  const [one, two] = [pictureOf(1), pictureOf(2)];
  archive.insertImported(article('A', '', { body: withPictures(one, two), assets: [one, two] }), null);
  const { path } = archive.archiveInfo({});
  archive.close();
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.prepare('DELETE FROM asset_bytes WHERE sha256 = ?').run(two.sha256);
  db.close();
  const target = `${testFolder()}/saved.postil`;
  const report = salvage(path, target);
  expect(report).toMatchObject({ articles: 1, lostDocuments: [] });
  expect(report.lost.map(({ table }) => table).sort()).toEqual(['assets', 'document_assets']);
  const saved = openArchive(target);
  expect(saved.readAsset(one.sha256)?.width).toBe(40);
  expect(saved.readAsset(two.sha256)).toBeNull();
  expect(failed(saved)).toEqual([]);
  saved.close();
});

test('a picture put into a note is kept at once, and what is none is refused by name', () => {
  const archive = testArchive();
  const { uid } = archive.createNote({ title: 'Note' });
  const picture = pictureOf(3);
  const keep = (bytes: Uint8Array) =>
    archive.keepPicture({ document: uid, base64: Buffer.from(bytes).toString('base64') });
  expect(keep(picture.bytes)).toEqual({ sha256: picture.sha256, width: 40, height: 30 });
  expect(codeOf(() => keep(new TextEncoder().encode('<script>')))).toBe('picture/unknown');
  expect(codeOf(() => keep(pngOf(1, 1)))).toBe('picture/unknown');
  expect(codeOf(() => keep(gifOf(31_000, 9)))).toBe('picture/too-large');
  // others are deleted for good before the note is saved
  const other = archive.insertImported(illustrated('B', 'tout autre chose', pictureOf(4)), null).uid;
  archive.binDocuments({ uids: [other] });
  archive.purgeDocuments({ uids: [other] });
  expect(archive.readAsset(picture.sha256)).not.toBeNull();
  archive.saveBody({ uid, revision: 0, body: withPictures(picture), places: [] });
  expect(archive.openDocument({ uid }).pictures).toEqual({ [picture.sha256]: [40, 30] });
  expect(failed(archive)).toEqual([]);
});
