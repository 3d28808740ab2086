import { unpackView } from '@shared/contract/packed-view';
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, bodyOf, insert, reopened, testArchive } from './test-archive';

const text = 'Selon Séoul, « quasiment 600 militaires nord-coréens » 😀 sont morts. "Kim" a parlé.\n김정은은 참석했다.';
const viewOf = (archive: Archive, uid: DocumentUid) => unpackView(JSON.parse(archive.readView({ uid }).text));

test('a window reads what the document’s view holds, passages and orphans in the same order', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', text, { labels: ['à lire'] });
  const other = insert(archive, 'Autre', 'Une autre page.');
  const lost = annotateQuote(archive, uid, 'quasiment 600');
  archive.saveBody({
    uid,
    revision: 0,
    body: bodyOf(...text.replace('quasiment 600 ', '').split('\n')),
    places: [{ uid: lost.uid, place: null }],
  });
  const later = annotateQuote(archive, uid, '참석했다', { kind: 'event', fields: { date: '2025-10~' } });
  const quoted = annotateQuote(archive, uid, '« militaires', { comment: 'dit "qui" ?\n😀', labels: ['b', 'a'] });
  const whole = annotateQuote(archive, uid, '« militaires nord-coréens »');
  archive.deleteAnnotations({ uids: [annotateQuote(archive, uid, 'Kim').uid] });
  archive.link({ from: quoted.uid, to: { document: other }, relation: 'supports' });
  archive.link({ from: later.uid, to: { annotation: whole.uid }, relation: 'contradicts' });
  const view = viewOf(archive, uid);
  expect(view).toEqual(archive.openDocument({ uid }));
  expect(view.annotations.map((one) => one.uid)).toEqual([quoted.uid, whole.uid, later.uid, lost.uid]);
});

test('a document without a word, and without a passage, is read', () => {
  const archive = testArchive();
  const { uid } = archive.createNote({ title: '' });
  expect(viewOf(archive, uid)).toEqual(archive.openDocument({ uid }));
});

test('a passage described in another text is looked for, as in the view', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', text);
  const made = annotateQuote(archive, uid, 'sont morts');
  annotateQuote(archive, uid, 'a parlé');
  const db = new Database(archive.archiveInfo({}).path);
  db.prepare(`UPDATE annotations SET text_hash = 'old', start_offset = 3, end_offset = 13 WHERE uid = ?`).run(made.uid);
  db.close();
  const again = reopened(archive);
  expect(viewOf(again, uid).annotations.map(({ selector }) => selector.exact)).toEqual(['sont morts', 'a parlé']);
});

test('a body that is not what was written is not shown', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', text);
  const db = new Database(archive.archiveInfo({}).path);
  db.prepare('UPDATE bodies SET body_sha256 = ?').run('0'.repeat(64));
  db.close();
  const again = reopened(archive);
  expect(() => again.readView({ uid })).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ code: 'archive/damaged' }) }),
  );
  expect(() => again.readView({ uid })).toThrow(Failure);
});
