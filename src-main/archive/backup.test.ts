import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockArchive } from './archive-lock';
import { backUp } from './backup';
import { connect } from './connect';
import { createArchive, openArchive } from './open';
import { discardPrepared, finishRestore, lookInto, prepareRestore, replaceByPrepared, restoreArchive } from './restore';
import { annotateQuote, codeOfAwaited, insert, testFolder } from './test-archive';

const now = new Date('2026-03-01T12:00:00Z');

/** An archive with one annotated article, closed. */
function archiveIn(folder: string, title = 'Titre'): string {
  const path = join(folder, 'archive.postil');
  const archive = createArchive(path);
  annotateQuote(archive, insert(archive, title, 'la Corée du Nord'), 'Corée');
  archive.close();
  return path;
}

function connected(path: string) {
  const db = connect(path, { create: false, journal: 'wal' });
  onTestFinished(() => void db.close());
  return db;
}

const titles = (path: string): readonly string[] => {
  const archive = openArchive(path);
  try {
    expect(archive.verify({})).toMatchObject({ ok: true });
    return archive
      .listDocuments({ scope: { in: 'all' }, sort: 'title', descending: false, offset: 0, limit: 50 })
      .rows.map(({ title }) => title);
  } finally {
    archive.close();
  }
};

test('a backup made while the archive is open is one whole archive, and says what it holds', async () => {
  const folder = testFolder();
  const db = connected(archiveIn(folder));
  const path = join(folder, 'copy.postil');
  const seen: number[] = [];
  const made = await backUp(db, path, { onProgress: (done) => seen.push(done) });
  expect(made).toMatchObject({ articles: 1, notes: 0, annotations: 1, path });
  expect(made.sizeBytes).toBeGreaterThan(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.postil']);
  expect(titles(path)).toEqual(['Titre']);
});

test('a backup that is stopped leaves nothing, and the older one stays as it was', async () => {
  const folder = testFolder();
  const db = connected(archiveIn(folder));
  db.exec('CREATE TABLE ballast (bytes BLOB)');
  for (let row = 0; row < 20; row++) db.prepare('INSERT INTO ballast VALUES (randomblob(1000000))').run();
  const path = join(folder, 'copy.postil');
  writeFileSync(path, 'the older one');
  const stop = new AbortController();
  const making = backUp(db, path, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(await codeOfAwaited(() => making)).toBe('backup/cancelled');
  expect(readFileSync(path, 'utf8')).toBe('the older one');
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('what is written while a backup is made is in it or in the archive, and the backup is proven', async () => {
  const folder = testFolder();
  const db = connected(archiveIn(folder));
  db.exec('CREATE TABLE ballast (bytes BLOB)');
  for (let row = 0; row < 12; row++) db.prepare('INSERT INTO ballast VALUES (randomblob(1000000))').run();
  const path = join(folder, 'copy.postil');
  let written = 0;
  const made = await backUp(db, path, {
    onProgress: () => void db.prepare(`UPDATE documents SET revision = ${++written + 1}`).run(),
  });
  expect(written).toBeGreaterThan(1);
  expect(made.revisions).toBe(written + 1);
});

test('a restore brings the backup back and keeps what was there, write-ahead log and all', async () => {
  const folder = testFolder();
  const path = archiveIn(folder, 'Avant');
  const backup = join(folder, 'copy.postil');
  const db = connect(path, { create: false, journal: 'wal' });
  await backUp(db, backup);
  db.close();
  const archive = openArchive(path);
  insert(archive, 'Après', 'encore');
  // As after a crash: the newest words are in the log alone.
  for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, join(folder, `crashed.postil${ending}`));
  archive.close();
  const crashed = join(folder, 'crashed.postil');
  const restored = restoreArchive(crashed, backup, now);
  expect(restored).toMatchObject({ articles: 1, annotations: 1 });
  expect(titles(crashed)).toEqual(['Avant']);
  expect(restored.aside).toBe(`${crashed}.replaced-2026-03-01T12.00.00`);
  expect(titles(restored.aside ?? '')).toEqual(['Après', 'Avant']);
});

test('a copy is prepared beside an open archive, and put in its place or taken away', async () => {
  const folder = testFolder();
  const path = archiveIn(folder);
  const backup = join(folder, 'copy.postil');
  await backUp(connected(path), backup);
  const archive = openArchive(path);
  archive.createNote({ title: 'Après' });
  expect(prepareRestore(path, backup)).toMatchObject({ articles: 1, notes: 0 });
  discardPrepared(path);
  expect(() => replaceByPrepared(path, now)).toThrow();
  expect(archive.stats({}).notes).toBe(1);
  prepareRestore(path, backup);
  archive.close();
  expect(replaceByPrepared(path, now)).toEqual({ aside: `${path}.replaced-2026-03-01T12.00.00` });
  expect(titles(path)).toEqual(['Titre']);
});

test('a restore that can’t move the archive aside leaves it as it was', async () => {
  const folder = testFolder();
  // So long that the name for what is moved aside is longer than any may be.
  const path = join(folder, `${'x'.repeat(220)}.postil`);
  renameSync(archiveIn(folder), path);
  const backup = join(folder, 'copy.postil');
  await backUp(connected(path), backup);
  const before = readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
  expect(() => restoreArchive(path, backup, now)).toThrow('ENAMETOOLONG');
  expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
  expect(titles(path)).toEqual(['Titre']);
});

test('a restore cut short at any step is completed at the next opening', async () => {
  for (const step of ['nothing', 'wal', 'all'] as const) {
    const folder = testFolder();
    const path = archiveIn(folder, 'Avant');
    const backup = join(folder, 'copy.postil');
    const db = connect(path, { create: false, journal: 'wal' });
    await backUp(db, backup);
    db.close();
    // The state after the note of intent was written, and some of the moves.
    copyFileSync(backup, `${path}.restoring`);
    writeFileSync(`${path}-wal`, 'a stale log');
    writeFileSync(`${path}.restore-intent`, JSON.stringify({ aside: 'aside' }));
    if (step !== 'nothing') writeFileSync(join(folder, 'aside-wal'), readFileSync(`${path}-wal`));
    finishRestore(path);
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(existsSync(`${path}.restore-intent`)).toBe(false);
    expect(existsSync(join(folder, 'aside'))).toBe(true);
    expect(titles(path)).toEqual(['Avant']);
    finishRestore(path);
    expect(titles(path)).toEqual(['Avant']);
  }
});

test.each([
  ['a damaged backup', (backup: string) => writeFileSync(backup, readFileSync(backup).fill(0x5a, 5000, 60_000))],
  ['a backup that was cut short', (backup: string) => writeFileSync(backup, readFileSync(backup).subarray(0, 9000))],
  ['a file that is no archive', (backup: string) => writeFileSync(backup, 'not an archive at all'.repeat(100))],
  ['an empty file', (backup: string) => writeFileSync(backup, '')],
])('%s is refused and the archive left as it was', async (_what, spoil) => {
  const folder = testFolder();
  const path = archiveIn(folder);
  const backup = join(folder, 'copy.postil');
  const db = connect(path, { create: false, journal: 'wal' });
  await backUp(db, backup);
  db.close();
  spoil(backup);
  const before = readFileSync(path);
  expect(await codeOfAwaited(() => restoreArchive(path, backup, now))).toMatch(/^archive\/(damaged|not-an-archive)$/);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => /restor|replaced/.test(name))).toEqual([]);
});

test('looking into a backup says what it holds and leaves its bytes alone', async () => {
  const folder = testFolder();
  const path = archiveIn(folder);
  const before = readFileSync(path);
  expect(lookInto(path, join(folder, 'scratch'))).toMatchObject({ articles: 1, annotations: 1, notes: 0 });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['archive.postil']);
});

test('an archive is held by one at a time, and free again once released', async () => {
  const path = archiveIn(testFolder());
  const lock = lockArchive(path);
  expect(await codeOfAwaited(() => lockArchive(path))).toBe('archive/held');
  lock.release();
  lockArchive(path).release();
});
