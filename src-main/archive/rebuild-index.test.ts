import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { annotateQuote, insert, reopened, testArchive } from './test-archive';

function rebuild(archive: Archive, steps = Number.POSITIVE_INFINITY): number {
  let step = archive.rebuildIndexStep(null);
  for (let taken = 0; step.last !== null && taken < steps; taken++) step = archive.rebuildIndexStep(step.last);
  return step.done;
}
const failing = (archive: Archive): readonly string[] =>
  archive.verify({}).checks.flatMap(({ name, ok }) => (ok ? [] : [name]));
const found = (archive: Archive, query: string): number =>
  archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).total;

function filled(documents: number): Archive {
  const archive = testArchive();
  for (let number = 0; number < documents; number++) insert(archive, `T${number}`, `le texte ${number} de Corée`);
  return archive;
}

async function tamper(archive: Archive, sql: string): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(archive.archiveInfo({}).path);
  db.exec(sql);
  db.close();
}

test('an index that lost rows, has strays and wrong field values is whole again', async () => {
  const archive = filled(45);
  const uid = insert(archive, 'Marked', 'the bridge is closed');
  annotateQuote(archive, uid, 'bridge', { comment: 'which one?', fields: { speaker: 'Kim' } });
  await tamper(
    archive,
    `DELETE FROM document_index WHERE rowid < 30;
     INSERT INTO document_index (rowid, body) VALUES (9999, 'nowhere');
     DELETE FROM annotation_index; DELETE FROM annotation_fields;`,
  );
  expect(failing(archive)).toEqual(['index', 'fields']);
  expect(archive.indexIsComplete()).toBe(false);
  expect(rebuild(archive)).toBe(46);
  expect(failing(archive)).toEqual([]);
  expect(archive.indexIsComplete()).toBe(true);
  expect(found(archive, 'coree')).toBe(45);
  expect(found(archive, 'nowhere')).toBe(0);
});

test('a small archive whose index was emptied and never filled is whole once it is opened again', async () => {
  const archive = filled(3);
  await tamper(archive, "INSERT INTO document_index (document_index) VALUES ('delete-all')");
  expect(found(archive, 'coree')).toBe(0);
  const again = reopened(archive);
  expect(found(again, 'coree')).toBe(3);
  expect(failing(again)).toEqual([]);
});

test('cut short it says so, and the next one ends well; what is written meanwhile is found', () => {
  const archive = filled(45);
  rebuild(archive, 1);
  expect(archive.indexIsComplete()).toBe(false);
  expect(found(archive, 'coree')).toBe(20);
  insert(archive, 'New', 'rien de la Corée');
  rebuild(archive);
  expect(found(archive, 'coree')).toBe(46);
  expect(failing(archive)).toEqual([]);
});

test('documents in the bin have no rows and are not missed', () => {
  const archive = filled(3);
  const uid = insert(archive, 'Gone', 'perdu');
  archive.binDocuments({ uids: [uid] });
  rebuild(archive);
  expect(archive.indexIsComplete()).toBe(true);
  expect(found(archive, 'perdu')).toBe(0);
});
