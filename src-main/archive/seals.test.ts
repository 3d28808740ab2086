/** What stands beside the texts: every column a person can read is under a seal, or proven by something else. */

import { emptyMetadata } from '@shared/model/document';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from './archive-api';
import { connect } from './connect';
import { brokenSeals, sealedTables } from './seals';
import { annotateQuote, article, bodyOf, illustrated, insert, testArchive } from './test-archive';

/** An archive with rows in every table: histories, an orphan, a deleted annotation, the bin. */
function filled(): Archive {
  let nowMs = Date.UTC(2026, 0, 1);
  const archive = testArchive({ nowMs: () => nowMs });
  const metadata = { ...emptyMetadata, authors: ['Kim'], site: 'Le Monde', url: 'https://x.org/a', language: 'fr' };
  const original = { bytes: new Uint8Array([1, 2, 3]), fileName: 'a.html', mediaType: 'text/html' };
  const imported = article('Sommet', 'la Corée du Nord', { metadata, labels: ['asie', 'été'] });
  const first = archive.insertImported(imported, original).uid;
  const second = insert(archive, 'Autre', 'un mot qui part et un autre');
  const stands = annotateQuote(archive, first, 'Corée', {
    comment: 'à vérifier',
    labels: ['bilan'],
    fields: { speaker: 'Kim' },
  });
  const orphan = annotateQuote(archive, second, 'mot', { comment: 'perdu' });
  const deleted = annotateQuote(archive, second, 'autre', { comment: 'jeté' });
  archive.deleteAnnotations({ uids: [deleted.uid] });
  nowMs += 24 * 60 * 60 * 1000;
  archive.saveBody({
    uid: second,
    revision: 0,
    body: bodyOf('rien de tel'),
    places: [{ uid: orphan.uid, place: null }],
  });
  archive.link({ from: stands.uid, to: { document: second }, relation: 'related' });
  archive.link({ from: stands.uid, to: { annotation: orphan.uid }, relation: 'related' });
  const parent = archive.createCollection({ name: 'Asie', parent: null });
  const { uid: collection } = archive.createCollection({ name: 'Corée', parent: parent.uid });
  archive.addToCollection({ collection, documents: [first] });
  archive.saveSearch({ name: 'Bilan', query: 'label:bilan', sort: 'date' });
  archive.setAlias({ names: ['Corée du Nord', 'RPDC'] });
  archive.insertImported(illustrated('Photo', 'une légende'), null);
  archive.binDocuments({ uids: [insert(archive, 'Jeté', 'texte')] });
  return archive;
}

/** Changes the file as a failing disk would: past the program and its triggers. */
function tamper(archive: Archive, run: (db: Database.Database) => void): void {
  const db = new Database(archive.archiveInfo({}).path);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  run(db);
  db.close();
}

const checkOf = (archive: Archive, name: string) => archive.verify({}).checks.find((check) => check.name === name);

const columnsOf = (archive: Archive, table: string): readonly string[] => {
  const db = new Database(archive.archiveInfo({}).path, { readonly: true });
  onTestFinished(() => void db.close());
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
};

/** What proves the columns no seal covers. */
const provenOtherwise: Readonly<Record<string, readonly string[]>> = {
  documents: ['title_key', 'site_key', 'address_key'],
  annotations: ['start_offset', 'end_offset', 'exact', 'prefix', 'suffix', 'text_hash'],
  labels: ['name_key'],
  revisions: ['body'],
  alias_names: ['name_key'],
};

/** Tables without seals: proven by their hashes, by what they are made of, or by an index that holds every column. */
const unsealed = [
  'bodies',
  'original_bytes',
  'asset_bytes',
  'quotations',
  'collection_documents',
  'kept_apart',
  'annotation_fields',
  'alias_sets',
  'done_calls',
  'index_due',
];

test('every column of every table is sealed, or known to be proven otherwise', () => {
  const archive = filled();
  const db = new Database(archive.archiveInfo({}).path, { readonly: true });
  onTestFinished(() => void db.close());
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  expect([...sealedTables.map(({ name }) => name), ...unsealed].sort()).toEqual(tables);
  for (const { name, columns } of sealedTables) {
    const rest = columnsOf(archive, name).filter((column) => column !== 'seal' && !columns.includes(column));
    expect(rest, name).toEqual(provenOtherwise[name] ?? []);
  }
});

test('what the program writes bears its seal, whatever it writes', () => {
  const archive = filled();
  expect(checkOf(archive, 'seals')).toMatchObject({ ok: true });
  expect(checkOf(archive, 'seals')?.detail).toMatch(/^\d+ rows compared/);
});

const cells = sealedTables.flatMap(({ name, columns }) => columns.map((column) => [name, column] as const));

test.each(cells)('a change of %s.%s is found', (table, column) => {
  const archive = filled();
  tamper(archive, (db) => {
    const { value } = db.prepare<[], { value: unknown }>(`SELECT ${column} AS value FROM ${table} LIMIT 1`).get() ?? {};
    const other = typeof value === 'string' ? `${value} ` : Number(value ?? 0) + 4096;
    db.prepare(
      `UPDATE ${table} SET ${column} = ? WHERE rowid = (SELECT min(rowid) FROM ${table})`.replace(...keyed(table)),
    ).run(other);
  });
  expect(checkOf(archive, 'seals')).toMatchObject({ ok: false });
});

/** Tables without row numbers have one row to find here. */
const keyed = (table: string): [RegExp, string] =>
  ['document_labels', 'annotation_labels', 'alias_names'].includes(table)
    ? [/WHERE .*/, 'WHERE position = 0']
    : [table === 'document_assets' ? /WHERE .*/ : /$/, ''];

test.each(['exact', 'prefix', 'suffix', 'start_offset', 'end_offset', 'text_hash'])(
  'a change of the place of an orphan or of a deleted annotation is found (%s)',
  (column) => {
    const archive = filled();
    tamper(archive, (db) => db.exec(`UPDATE annotations SET ${column} = ${column} || '1' WHERE comment = 'perdu'`));
    expect(checkOf(archive, 'seals')?.detail).toMatch(/annotation “.*” in “Autre”/);
    const other = filled();
    tamper(other, (db) => db.exec(`UPDATE annotations SET ${column} = ${column} || '1' WHERE comment = 'jeté'`));
    expect(checkOf(other, 'seals')).toMatchObject({ ok: false });
  },
);

test('what is damaged is named in words', () => {
  const archive = filled();
  tamper(archive, (db) => db.exec("UPDATE annotations SET comment = 'à verifier' WHERE comment = 'à vérifier'"));
  tamper(archive, (db) => db.exec("UPDATE documents SET date = '2025' WHERE title = 'Autre'"));
  expect(checkOf(archive, 'seals')?.detail).toMatch(
    /; 2 are not as they were written: details of “Autre”, annotation “Corée” in “Sommet”$/,
  );
});

test('a change made through the program does not cover up damage in the same row', () => {
  const archive = filled();
  const [found] = archive.findTitles({ text: 'Autre', limit: 1 });
  tamper(archive, (db) => db.exec("UPDATE documents SET date = '2025' WHERE title = 'Autre'"));
  archive.renameDocument({ uid: found?.uid ?? expect.unreachable(), title: 'Encore un autre' });
  expect(checkOf(archive, 'seals')?.detail).toMatch(/details of “Encore un autre”/);
});

test('a saved text moves its passages without writing their seals', () => {
  const archive = filled();
  const uid = insert(archive, 'Long', 'mot '.repeat(50));
  const passages = Array.from({ length: 50 }, (_, at) => ({ start: at * 4, end: at * 4 + 3, exact: 'mot' }));
  const made = archive.annotateAll({ document: uid, passages, kind: 'claim' });
  const places = made.map(({ uid: one, selector: { start, end } }) => ({
    uid: one,
    place: { start: start + 6, end: end + 6 },
  }));
  const sealsNow = (): unknown => {
    const db = connect(archive.archiveInfo({}).path, { create: false, journal: 'wal' });
    try {
      return db.prepare('SELECT id, seal FROM annotations').all();
    } finally {
      db.close();
    }
  };
  const before = sealsNow();
  archive.saveBody({ uid, revision: 0, body: bodyOf(`avant ${'mot '.repeat(50)}`), places });
  expect(sealsNow()).toEqual(before);
  expect(archive.verify({})).toMatchObject({ ok: true });
});

test('seals hold through any series of commands', () => {
  const step = fc.constantFrom(
    'comment',
    'delete',
    'restore',
    'orphan',
    'save',
    'bin',
    'unbin',
    'labels',
    'rename',
    'metadata',
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const archive = testArchive();
      const uid = insert(archive, 'A', 'le mot et la suite');
      const { uid: passage } = annotateQuote(archive, uid, 'mot', { labels: ['l'] });
      for (const [number, what] of steps.entries()) carryOut(archive, uid, passage, what, number);
      const db = connect(archive.archiveInfo({}).path, { create: false, journal: 'wal' });
      const { broken } = brokenSeals(db);
      db.close();
      expect(broken).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

function carryOut(
  archive: Archive,
  uid: ReturnType<typeof insert>,
  passage: ReturnType<typeof annotateQuote>['uid'],
  what: string,
  number: number,
): void {
  const isThere = archive.getAnnotations({ uids: [passage] })[0] !== null;
  const { revision } = archive.openDocument({ uid }).document;
  const body = bodyOf(number % 2 === 0 ? `${number} le mot et la suite` : 'tout autre');
  if (what === 'comment' && isThere) archive.updateAnnotation({ uid: passage, comment: `c${number}`, kind: 'source' });
  if (what === 'delete') archive.deleteAnnotations({ uids: [passage] });
  if (what === 'restore') archive.restoreAnnotations({ uids: [passage] });
  if (what === 'orphan' && isThere) archive.saveBody({ uid, revision, body, places: [{ uid: passage, place: null }] });
  if (what === 'save') archive.saveBody({ uid, revision, body, places: [] });
  if (what === 'bin') archive.binDocuments({ uids: [uid] });
  if (what === 'unbin') archive.restoreDocuments({ uids: [uid] });
  if (what === 'labels') archive.setDocumentLabels({ uid, labels: [`l${number}`, 'l'] });
  if (what === 'rename') archive.renameDocument({ uid, title: `T${number}` });
  if (what === 'metadata') archive.updateMetadata({ uid, metadata: { date: '2026-01-02' } });
}
