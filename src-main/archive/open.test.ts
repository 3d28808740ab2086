import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { applicationId } from './application-id';
import { connect, isSafeSqlite } from './connect';
import { newestSchema } from './migrations';
import { createArchive, openArchive, wantsChecking } from './open';
import { annotateQuote, codeOf, insert, reopened, testArchive, testFolder } from './test-archive';

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
/** A file that must be refused with that code and stay as it is, with nothing new beside it. */
function expectRefused(path: string, code: string): void {
  const before = existsSync(path) ? fingerprint(path) : null;
  const beside = readdirSync(join(path, '..'));
  expect(codeOf(() => openArchive(path))).toBe(code);
  expect(existsSync(path) ? fingerprint(path) : null).toBe(before);
  expect(readdirSync(join(path, '..'))).toEqual(beside);
}

/** A closed archive with one document. */
function closedArchive(): string {
  const archive = testArchive();
  insert(archive, 'Un', 'texte');
  const { path } = archive.archiveInfo({});
  archive.close();
  return path;
}

test('reopening keeps documents, annotations and search', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', 'la Corée du Nord');
  annotateQuote(archive, uid, 'Corée', { comment: 'ici' });
  const before = archive.openDocument({ uid });
  const again = reopened(archive);
  expect(again.openDocument({ uid })).toEqual(before);
  expect(again.search({ query: 'coree', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(2);
});

test('every connection, the first and each later one, is set to lose nothing', () => {
  const path = closedArchive();
  for (let time = 0; time < 3; time++) {
    const db = connect(path, { create: false, journal: 'wal' });
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'busy_timeout',
      'trusted_schema',
      'cell_size_check',
      'journal_size_limit',
      'temp_store',
    ];
    const held = Object.fromEntries(settings.map((name) => [name, db.pragma(name, { simple: true })]));
    db.close();
    expect(held).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 5000,
      trusted_schema: 0,
      cell_size_check: 1,
      journal_size_limit: 67_108_864,
      temp_store: 2,
    });
  }
});

test('an SQLite with the WAL-reset bug is not trusted', () => {
  expect(['3.51.3', '3.52.0', '4.0.0'].map(isSafeSqlite)).toEqual([true, true, true]);
  expect(['3.51.2', '3.50.9', '2.99.9'].map(isSafeSqlite)).toEqual([false, false, false]);
});

test('a missing file is not found and not made', () => {
  const path = join(testFolder(), 'nowhere.postil');
  expectRefused(path, 'archive/not-found');
  expect(existsSync(path)).toBe(false);
});

test('garbage, an empty file and a foreign SQLite file are no archives and stay untouched', () => {
  const folder = testFolder();
  const garbage = join(folder, 'garbage.postil');
  writeFileSync(garbage, 'not a database at all '.repeat(500));
  expectRefused(garbage, 'archive/not-an-archive');
  const empty = join(folder, 'empty.postil');
  writeFileSync(empty, '');
  expectRefused(empty, 'archive/not-an-archive');
  const foreign = join(folder, 'foreign.postil');
  const db = new Database(foreign);
  db.exec('CREATE TABLE t (x)');
  db.close();
  expectRefused(foreign, 'archive/not-an-archive');
});

test('an empty or missing file beside a full -wal is refused, and the -wal kept', () => {
  const path = closedArchive();
  const wal = Buffer.alloc(40_000, 7);
  writeFileSync(`${path}-wal`, wal);
  truncateSync(path, 0);
  expectRefused(path, 'archive/damaged');
  expect(readFileSync(`${path}-wal`).equals(wal)).toBe(true);
  const gone = join(testFolder(), 'gone.postil');
  writeFileSync(`${gone}-wal`, wal);
  expectRefused(gone, 'archive/damaged');
  expect(codeOf(() => createArchive(gone))).toBe('archive/cannot-open');
});

test('a file cut short is damaged, whether inside a page or between two', () => {
  const path = closedArchive();
  truncateSync(path, 4096 * 3 + 100);
  expectRefused(path, 'archive/damaged');
  truncateSync(path, 4096 * 3);
  expectRefused(path, 'archive/damaged');
});

test('an archive of a newer schema is refused by name and left as it is', () => {
  const path = closedArchive();
  const db = new Database(path);
  db.pragma('journal_mode = DELETE');
  db.pragma(`user_version = ${newestSchema + 1}`);
  db.close();
  expectRefused(path, 'archive/from-future');
});

test('an archive left open by a process that died is checked and complete', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Titre', 'texte');
  const { path } = archive.archiveInfo({});
  const folder = testFolder();
  // The files as a killed process leaves them. Reading them here drops this connection's locks: nobody else wants them.
  archive.close();
  const open = openArchive(path);
  open.renameDocument({ uid, title: 'Nouveau' });
  const left = join(folder, 'left.postil');
  for (const ending of ['', '-wal'])
    if (existsSync(`${path}${ending}`)) copyFileSync(`${path}${ending}`, `${left}${ending}`);
  open.close();
  const again = openArchive(left);
  onTestFinished(() => again.close());
  expect(again.openDocument({ uid }).document.title).toBe('Nouveau');
  expect(again.verify({}).ok).toBe(true);
});

test('an overwritten page found after an unclean close is damage', () => {
  const archive = testArchive();
  const { path } = archive.archiveInfo({});
  for (let index = 0; index < 50; index++) insert(archive, `T${index}`, 'texte '.repeat(500));
  archive.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4096 * 8, 4096 * 60);
  writeFileSync(path, bytes);
  writeFileSync(`${path}-wal`, Buffer.alloc(4096, 1));
  expect(codeOf(() => openArchive(path))).toBe('archive/damaged');
});

test('creating never replaces a file', () => {
  const path = closedArchive();
  const before = fingerprint(path);
  expect(codeOf(() => createArchive(path))).toBe('archive/cannot-open');
  expect(fingerprint(path)).toBe(before);
});

test('creating leaves one file that carries the archive’s mark', () => {
  const folder = testFolder();
  createArchive(join(folder, 'neu.postil')).close();
  expect(readdirSync(folder)).toEqual(['neu.postil']);
  const header = readFileSync(join(folder, 'neu.postil')).subarray(0, 100);
  expect(header.readUInt32BE(68)).toBe(applicationId);
  expect(header.readUInt32BE(60)).toBe(newestSchema);
});

test('another connection’s writing shows in the data version, one’s own does not', () => {
  const one = testArchive();
  const two = openArchive(one.archiveInfo({}).path);
  onTestFinished(() => two.close());
  const before = one.dataVersion();
  insert(one, 'Mine', 'texte');
  expect(one.dataVersion()).toBe(before);
  insert(two, 'Theirs', 'texte');
  expect(one.dataVersion()).not.toBe(before);
  expect(one.libraryCounts({}).all).toBe(2);
});

test('a locked archive says so', { timeout: 20_000 }, () => {
  const archive = testArchive();
  const other = new Database(archive.archiveInfo({}).path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  expect(codeOf(() => insert(archive, 'x', 'y'))).toBe('archive/locked');
  other.exec('ROLLBACK');
  expect(codeOf(() => insert(archive, 'x', 'y'))).toBe('none');
});

test('a checkpoint empties the -wal', () => {
  const archive = testArchive();
  insert(archive, 'x', 'y');
  const wal = `${archive.archiveInfo({}).path}-wal`;
  expect(readFileSync(wal).length).toBeGreaterThan(0);
  archive.checkpoint();
  expect(readFileSync(wal).length).toBe(0);
});

test('a large archive that was not closed properly is to be checked later, a small one is at once', () => {
  const path = join(testFolder(), 'a.postil');
  const megabyte = 1024 * 1024;
  const lies = (bytes: number, log: string): boolean => {
    writeFileSync(path, '');
    truncateSync(path, bytes);
    writeFileSync(`${path}-wal`, log);
    return wantsChecking(path);
  };
  expect(lies(65 * megabyte, 'x')).toBe(true);
  expect(lies(65 * megabyte, '')).toBe(false);
  expect(lies(megabyte, 'x')).toBe(false);
  expect(wantsChecking(join(testFolder(), 'none'))).toBe(false);
});
