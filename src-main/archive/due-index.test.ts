import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createArchiveOver } from './archive';
import type { Archive } from './archive-api';
import { connect } from './connect';
import { createStore } from './store';
import { bodyOf, insert, reopened, testArchive } from './test-archive';

const found = (archive: Archive, query: string): number =>
  archive.search({ query, limit: 5, offset: 0, sort: 'relevance' }).total;

/** How many rows wait, seen by another connection: what a crash would leave. */
function waiting(archive: Archive): number {
  const db = new Database(archive.archiveInfo({}).path, { readonly: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM index_due').pluck().get());
  } finally {
    db.close();
  }
}

function saved(text: string): Archive {
  const archive = testArchive();
  const uid = insert(archive, 'Report', 'the bridge is closed');
  archive.saveBody({ uid, revision: 0, body: bodyOf(text), places: [] });
  return archive;
}

test('a search right after a save finds the new words and not the old ones', () => {
  const archive = saved('the ferry is open');
  expect(waiting(archive)).toBe(1);
  expect(found(archive, 'ferry')).toBe(1);
  expect(found(archive, 'bridge')).toBe(0);
  expect(waiting(archive)).toBe(0);
});

test('a pause writes what is due', () => {
  const archive = saved('the ferry is open');
  archive.settleIndex();
  expect(waiting(archive)).toBe(0);
  expect(archive.verify({}).ok).toBe(true);
});

test('an archive that was left with rows due is whole, and finds what was saved', () => {
  const archive = reopened(saved('the ferry is open'));
  expect(archive.verify({}).ok).toBe(true);
  expect(waiting(archive)).toBe(1);
  expect(found(archive, 'ferry')).toBe(1);
});

test('an export by a query holds what was saved a moment ago', () => {
  const archive = saved('the ferry is open');
  expect(archive.readBundle({ take: 'query', query: 'ferry' }, 0).documents.length).toBe(1);
});

test('a document deleted for good leaves nothing due', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Report', 'the bridge is closed');
  archive.saveBody({ uid, revision: 0, body: bodyOf('the ferry is open'), places: [] });
  archive.binDocuments({ uids: [uid] });
  archive.purgeDocuments({ uids: [uid] });
  expect(waiting(archive)).toBe(0);
  archive.settleIndex();
  expect(archive.verify({}).ok).toBe(true);
});

test('making the index anew leaves nothing due', () => {
  const archive = saved('the ferry is open');
  let step = archive.rebuildIndexStep(null);
  while (step.last !== null) step = archive.rebuildIndexStep(step.last);
  expect(waiting(archive)).toBe(0);
  expect(found(archive, 'ferry')).toBe(1);
});

test('where nothing can be written, what was indexed before is found all the same, and the rest once it can', () => {
  const { path } = saved('the ferry is open').archiveInfo({});
  const db = connect(path, { create: false, journal: 'wal' });
  onTestFinished(() => void db.close());
  const archive = createArchiveOver(createStore(db, path, {}), () => undefined);
  db.pragma('query_only = 1');
  expect(found(archive, 'Report')).toBe(1);
  expect(waiting(archive)).toBe(1);
  db.pragma('query_only = 0');
  expect(found(archive, 'ferry')).toBe(1);
});
