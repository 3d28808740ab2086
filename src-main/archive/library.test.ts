import type { Scope } from '@shared/contract/calls';
import { emptyMetadata } from '@shared/model/document';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { connect } from './connect';
import { annotateQuote, bodyOf, insert, testArchive } from './test-archive';

const list = (archive: Archive, scope: Scope, more: Partial<Parameters<Archive['listDocuments']>[0]> = {}) =>
  archive.listDocuments({ scope, sort: 'added', descending: false, offset: 0, limit: 50, ...more });
const titles = (page: ReturnType<typeof list>): readonly string[] => page.rows.map(({ title }) => title);

function library(): Archive {
  let now = 1000;
  const archive = testArchive({ nowMs: () => now++ });
  insert(archive, 'Été', 'un', { labels: ['a/b'], metadata: { ...emptyMetadata, site: 'Zeit', date: '2025-02' } });
  insert(archive, 'avion', 'deux', { labels: ['a'], metadata: { ...emptyMetadata, site: 'Asahi', date: '2024' } });
  archive.createNote({ title: 'Zoo', body: bodyOf('trois') });
  return archive;
}

test('a list is sorted by any column, either way, accents aside', () => {
  const archive = library();
  expect(titles(list(archive, { in: 'all' }, { sort: 'title' }))).toEqual(['avion', 'Été', 'Zoo']);
  expect(titles(list(archive, { in: 'all' }, { sort: 'added', descending: true }))).toEqual(['Zoo', 'avion', 'Été']);
  expect(titles(list(archive, { in: 'articles' }, { sort: 'site' }))).toEqual(['avion', 'Été']);
  expect(titles(list(archive, { in: 'articles' }, { sort: 'date', descending: true }))).toEqual(['Été', 'avion']);
});

test('a scope shows its part, with the number of all of it', () => {
  const archive = library();
  const first = list(archive, { in: 'all' }).rows[0];
  if (first === undefined) throw new Error('no row');
  annotateQuote(archive, first.uid, 'un', { kind: 'event' });
  const { uid: collection } = archive.createCollection({ name: 'c', parent: null });
  archive.addToCollection({ collection, documents: [first.uid] });
  expect(titles(list(archive, { in: 'notes' }))).toEqual(['Zoo']);
  expect(titles(list(archive, { in: 'label', label: 'A' }))).toEqual(['Été', 'avion']);
  expect(titles(list(archive, { in: 'label', label: 'a/b' }))).toEqual(['Été']);
  for (const scope of [
    { in: 'kind', kind: 'event' },
    { in: 'collection', collection },
  ] as const) {
    expect(titles(list(archive, scope))).toEqual(['Été']);
  }
  expect(list(archive, { in: 'orphans' }).total).toBe(0);
  archive.saveBody({ uid: first.uid, revision: 0, body: bodyOf('autre'), places: [] });
  expect(list(archive, { in: 'orphans' }).rows).toMatchObject([{ orphans: 1, counts: { event: 1 } }]);
  expect(list(archive, { in: 'all' }, { offset: 1, limit: 1 })).toMatchObject({ total: 3, rows: [{ title: 'avion' }] });
});

test('a line shows the text’s beginning on one line, labels and counts by kind', () => {
  const archive = testArchive();
  const uid = insert(archive, 'T', `un\n\ndeux ${'long '.repeat(100)}`, { labels: ['b', 'a'] });
  annotateQuote(archive, uid, 'un');
  annotateQuote(archive, uid, 'deux');
  annotateQuote(archive, uid, 'long', { kind: 'source' });
  const [row] = list(archive, { in: 'all' }).rows;
  expect(row).toMatchObject({ labels: ['b', 'a'], counts: { claim: 2, source: 1 }, orphans: 0 });
  expect(row?.excerpt.startsWith('un deux long')).toBe(true);
  expect(row?.excerpt.length).toBeLessThanOrEqual(200);
});

test('counts tell articles, notes, kinds and labels apart', () => {
  const archive = library();
  expect(archive.libraryCounts({})).toMatchObject({
    all: 3,
    articles: 2,
    notes: 1,
    bin: 0,
    labels: [
      { label: 'a', count: 1 },
      { label: 'a/b', count: 1 },
    ],
    kinds: { claim: 0, source: 0, event: 0 },
  });
});

test('a label on a passage alone shows in the side bar, and its scope lists the passage’s document', () => {
  const archive = library();
  const [first, second] = list(archive, { in: 'all' }).rows;
  if (first === undefined || second === undefined) throw new Error('no rows');
  annotateQuote(archive, first.uid, 'un', { labels: ['doute', 'a'] });
  const deep = annotateQuote(archive, second.uid, 'deux', { labels: ['doute/fort', 'a'] });
  const counted = () => archive.libraryCounts({}).labels.map(({ label, count }) => `${label} ${count}`);
  // A document counts once for a label, however often it and its passages carry it.
  expect(counted()).toEqual(['a 2', 'a/b 1', 'doute 1', 'doute/fort 1']);
  expect(titles(list(archive, { in: 'label', label: 'doute' }))).toEqual(['Été', 'avion']);
  expect(titles(list(archive, { in: 'label', label: 'doute/fort' }))).toEqual(['avion']);
  archive.deleteAnnotations({ uids: [deep.uid] });
  expect(counted()).toEqual(['a 2', 'a/b 1', 'doute 1']);
  expect(titles(list(archive, { in: 'label', label: 'doute/fort' }))).toEqual([]);
  archive.binDocuments({ uids: [first.uid] });
  expect(counted()).toEqual(['a 1']);
});

test('lists and searches walk an index, never a table', () => {
  const archive = library();
  const db = connect(archive.archiveInfo({}).path, { create: false, journal: 'wal' });
  const plan = (sql: string): string =>
    db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  try {
    for (const [column, index] of [
      ['created_at_ms', 'added'],
      ['updated_at_ms', 'updated'],
      ['date', 'date'],
      ['title_key', 'title'],
      ['site_key', 'site'],
    ]) {
      for (const direction of ['ASC', 'DESC']) {
        const page = plan(
          `SELECT d.id FROM documents d WHERE d.deleted_at_ms IS NULL ORDER BY d.${column} ${direction}, d.id ${direction} LIMIT 100`,
        );
        expect(page).toContain(`documents_${index}`);
        expect(page).not.toContain('TEMP B-TREE');
      }
    }
    for (const scope of [
      'd.deleted_at_ms IS NULL',
      "d.deleted_at_ms IS NULL AND d.type = 'article'",
      'd.deleted_at_ms IS NOT NULL',
    ]) {
      expect(plan(`SELECT count(*) FROM documents d WHERE ${scope}`)).toContain('COVERING INDEX documents_');
    }
    const live = 'deleted_at_ms IS NULL AND document NOT IN (SELECT id FROM documents WHERE deleted_at_ms IS NOT NULL)';
    expect(plan(`SELECT kind, count(*) FROM annotations WHERE ${live} GROUP BY kind`)).toContain(
      'COVERING INDEX annotations_kind',
    );
    const notes = plan(
      "SELECT d.id FROM documents d WHERE d.deleted_at_ms IS NULL AND d.type = 'note' ORDER BY d.created_at_ms DESC, d.id DESC LIMIT 9",
    );
    expect(notes).toContain('documents_type');
    expect(notes).not.toContain('TEMP B-TREE');
    const rows = plan(
      "SELECT d.*, b.text FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id IN (SELECT value FROM json_each('[1]'))",
    );
    expect(rows).toMatch(/SEARCH d USING INTEGER PRIMARY KEY/);
    expect(rows).toMatch(/SEARCH b USING INTEGER PRIMARY KEY/);
    const counts = plan(
      "SELECT document, kind, count(*), sum(orphaned) FROM annotations WHERE document IN (SELECT value FROM json_each('[1]')) AND deleted_at_ms IS NULL GROUP BY document, kind",
    );
    expect(counts).toContain('COVERING INDEX annotations_document');
  } finally {
    db.close();
  }
});
