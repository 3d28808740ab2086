import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, bodyOf, illustrated, insert, testArchive } from './test-archive';

function filled(): Archive {
  const archive = testArchive();
  archive.insertImported(illustrated('A', 'la Corée du Nord'), {
    bytes: new Uint8Array([1, 2, 3]),
    fileName: 'a',
    mediaType: 'text/plain',
  });
  const uid = insert(archive, 'B', 'autre texte', { labels: ['l'] });
  const passage = annotateQuote(archive, uid, 'texte', { comment: 'note', fields: { speaker: 'Kim' } });
  const places = [{ uid: passage.uid, place: { start: 16, end: 21 } }];
  archive.saveBody({ uid, revision: 0, body: bodyOf('encore un autre texte'), places });
  return archive;
}

/** Changes the file behind the archive's back. */
function tamper(archive: Archive, sql: string): void {
  const db = new Database(archive.archiveInfo({}).path);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}
const failing = (archive: Archive): readonly string[] =>
  archive
    .verify({})
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name);

test('a whole archive passes every check, with what was looked at', () => {
  const report = filled().verify({});
  expect(report.ok).toBe(true);
  expect(report.checks.map(({ name }) => name)).toEqual([
    'structure',
    'references',
    'index',
    'fields',
    'lists',
    'originals',
    'pictures',
    'bodies',
    'history',
    'anchors',
    'seals',
  ]);
  expect(report.checks.map(({ detail }) => detail).join('\n')).toMatch(
    /3 index rows[\s\S]*1 field value [\s\S]*1 original [\s\S]*1 picture [\s\S]*2 texts[\s\S]*1 earlier version [\s\S]*1 passage /,
  );
});

test.each([
  ['references', 'DELETE FROM labels'],
  ['originals', "UPDATE original_bytes SET bytes = x'010204'"],
  ['originals', "UPDATE original_bytes SET packing = 'deflate'"],
  ['pictures', "UPDATE asset_bytes SET bytes = x'010204'"],
  ['references', 'DELETE FROM asset_bytes'],
  ['references', "UPDATE document_assets SET asset = replace(asset, 'a', 'b') || 'x'"],
  ['seals', 'UPDATE assets SET width = width + 1'],
  ['seals', 'UPDATE document_assets SET document = 2'],
  ['bodies', "UPDATE bodies SET body = x'00'"],
  ['bodies', 'UPDATE bodies SET body = (SELECT body FROM bodies WHERE document = 2) WHERE document = 1'],
  ['bodies', "UPDATE bodies SET text = replace(text, 'Corée', 'Chine')"],
  ['bodies', "UPDATE bodies SET text_hash = 'x' WHERE document = 1"],
  ['bodies', 'DELETE FROM bodies WHERE document = 1'],
  ['fields', 'DELETE FROM annotation_fields'],
  ['fields', "UPDATE annotation_fields SET value = 'x'"],
  ['history', "UPDATE revisions SET body = x'00'"],
  ['history', 'UPDATE revisions SET body = (SELECT body FROM bodies WHERE document = 1)'],
  ['history', 'UPDATE revisions SET length = length + 1'],
  ['history', 'UPDATE revisions SET revision = 1'],
  ['anchors', 'UPDATE annotations SET start_offset = start_offset + 1, end_offset = end_offset + 1'],
  ['anchors', "UPDATE annotations SET prefix = 'x'"],
  ['anchors', "UPDATE annotations SET suffix = 'x'"],
  ['lists', "UPDATE documents SET title_key = 'x' WHERE id = 1"],
  ['lists', "UPDATE labels SET name_key = 'x'"],
  ['lists', "INSERT INTO quotations (note, document_uid) VALUES (1, 'x')"],
  ['index', 'DELETE FROM document_index WHERE rowid = 1'],
  ['index', 'DELETE FROM annotation_index'],
  ['index', "INSERT INTO document_index (rowid, body, title, people, site, labels) VALUES (99, 'x', '', '', '', '')"],
  [
    'index',
    "DELETE FROM document_index WHERE rowid = 1; INSERT INTO document_index (rowid, body, title, people, site, labels) VALUES (1, 'la coree nord du', 'a', '', '', '')",
  ],
  ['index', "UPDATE documents SET title = 'Autre' WHERE id = 1"],
])('%s: what was changed behind its back is found (%s)', (name, sql) => {
  const archive = filled();
  tamper(archive, sql);
  expect(failing(archive)).toContain(name);
});

test('an orphan is no fault', () => {
  const archive = filled();
  const uid = insert(archive, 'C', 'un mot qui part');
  const { uid: passage } = annotateQuote(archive, uid, 'mot');
  archive.saveBody({ uid, revision: 0, body: bodyOf('rien'), places: [{ uid: passage, place: null }] });
  expect(failing(archive)).toEqual([]);
});
