import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Archive } from './archive-api';
import { openArchive } from './open';
import { replayLog } from './replay-log';
import { salvage } from './salvage';
import { sha256Of } from './sha256';
import { annotateQuote, insert, testArchive, testFolder } from './test-archive';

const long = (number: number): string => `le texte ${number} de Corée\n${'des mots et encore des mots '.repeat(300)}`;

function filled(documents: number): { readonly archive: Archive; readonly path: string } {
  const archive = testArchive();
  for (let number = 0; number < documents; number++) {
    const uid = insert(archive, `T${number}`, long(number), { labels: ['tous', `n${number}`] });
    annotateQuote(archive, uid, 'Corée', { comment: `note ${number}`, labels: ['lieu'] });
  }
  return { archive, path: archive.archiveInfo({}).path };
}

const hashOf = (path: string): string => sha256Of(readFileSync(path).toString('latin1'));

function opened(path: string): Archive {
  const archive = openArchive(path);
  expect(archive.verify({}).checks.filter(({ ok }) => !ok)).toEqual([]);
  return archive;
}

/** Pages of a table, its overflow pages included. */
function pagesOf(path: string, table: string, type: string): readonly number[] {
  const db = new Database(path);
  const pages = db
    .prepare<[string, string], number>('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY pageno')
    .pluck()
    .all(table, type);
  db.close();
  return pages;
}

function overwritePage(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

test('everything of a whole archive comes over, and the new one passes every check', () => {
  const { archive, path } = filled(30);
  archive.close();
  const target = join(testFolder(), 'saved.postil');
  const report = salvage(path, target);
  expect(report).toEqual({
    articles: 30,
    notes: 0,
    annotations: 30,
    originals: 0,
    lost: [],
    lostDocuments: [],
    poorerDocuments: [],
    altered: [],
  });
  const saved = opened(target);
  expect(saved.search({ query: 'coree', limit: 5, offset: 0, sort: 'relevance' }).total).toBe(60);
  saved.close();
});

test('a page overwritten in the bodies costs the documents of that page, and the file is not touched', () => {
  const { archive, path } = filled(60);
  archive.close();
  const leaves = pagesOf(path, 'bodies', 'leaf');
  overwritePage(path, leaves[Math.floor(leaves.length / 2)] ?? 0);
  const before = hashOf(path);
  const target = join(testFolder(), 'saved.postil');
  const report = salvage(path, target);
  expect(report.articles).toBeLessThan(60);
  expect(report.articles).toBeGreaterThan(40);
  expect(report.lostDocuments.length).toBe(60 - report.articles);
  expect(hashOf(path)).toBe(before);
  opened(target).close();
});

test('a damaged body keeps its text without its formatting', () => {
  const { archive, path } = filled(3);
  archive.close();
  const db = new Database(path);
  db.prepare("UPDATE bodies SET body = x'00' WHERE document = 2").run();
  db.close();
  const target = join(testFolder(), 'saved.postil');
  const report = salvage(path, target);
  expect(report).toMatchObject({ articles: 3, annotations: 3, poorerDocuments: ['T1'] });
  opened(target).close();
});

test('a passage of a text that lost some of its words is found again, and one on words that are gone is an orphan', () => {
  const { archive, path } = filled(2);
  archive.close();
  const db = new Database(path);
  // A body that can't be read, and a text of which a part is gone: words far behind the passage, the passage's own.
  db.exec(`UPDATE bodies SET body = x'00', text = substr(text, 1, 200) WHERE document = 1`);
  db.exec(`UPDATE bodies SET body = x'00', text = replace(text, 'Corée', '') WHERE document = 2`);
  db.close();
  const target = join(testFolder(), 'saved.postil');
  expect(salvage(path, target)).toMatchObject({ articles: 2, annotations: 2, poorerDocuments: ['T0', 'T1'] });
  const saved = opened(target);
  const counts = saved.libraryCounts({});
  expect([counts.annotations, counts.orphans]).toEqual([2, 1]);
});

test('a picture that is gone leaves the documents that named it', () => {
  const { archive, path } = filled(2);
  archive.close();
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec("INSERT INTO document_assets (document, asset) VALUES (1, 'gone')");
  db.close();
  const target = join(testFolder(), 'saved.postil');
  expect(salvage(path, target)).toMatchObject({ articles: 2 });
  opened(target).close();
});

test('a file cut in half gives what was in its first half', () => {
  const { archive, path } = filled(80);
  archive.close();
  truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
  const target = join(testFolder(), 'saved.postil');
  const report = salvage(path, target);
  expect(report.articles).toBeGreaterThan(0);
  expect(report.articles).toBeLessThan(80);
  opened(target).close();
});

test('an emptied file is built again out of its write-ahead log, committed pages only', () => {
  const { archive, path } = filled(20);
  // All of a fresh archive's pages go through the log when each is written after a checkpoint.
  const db = new Database(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('VACUUM');
  const folder = testFolder();
  const broken = join(folder, 'broken.postil');
  writeFileSync(broken, '');
  copyFileSync(`${path}-wal`, `${broken}-wal`);
  db.close();
  archive.close();
  const target = join(folder, 'saved.postil');
  expect(salvage(broken, target)).toMatchObject({ articles: 20, annotations: 20, lost: [] });
  expect(statSync(broken).size).toBe(0);
  opened(target).close();
});

test('every table of the schema that holds a person’s work comes over', () => {
  const { archive, path } = filled(2);
  archive.createCollection({ name: 'kept', parent: null });
  archive.close();
  const counts = (file: string): readonly (readonly [string, number])[] => {
    const db = new Database(file);
    const names = db
      .prepare<[], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite_%' AND name <> 'done_calls' ORDER BY name`,
      )
      .pluck()
      .all();
    const found = names.map(
      (name) => [name, Number(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get())] as const,
    );
    db.close();
    return found;
  };
  const target = join(testFolder(), 'saved.postil');
  salvage(path, target);
  expect(counts(target)).toEqual(counts(path));
});

test('a log that holds nothing gives nothing, and a file that is none is refused', () => {
  const folder = testFolder();
  const path = join(folder, 'a.postil');
  writeFileSync(`${path}-wal`, 'no log at all, but long enough to be looked at as one');
  expect(replayLog(`${path}-wal`, join(folder, 'out'))).toBe(false);
  writeFileSync(path, '');
  expect(() => salvage(path, join(folder, 'saved.postil'))).toThrow(/Nothing in this file/);
});

test('a row that is not as it was written comes over, is named, and bears a sound seal from then on', () => {
  const { archive, path } = filled(3);
  archive.close();
  const db = new Database(path);
  db.prepare("UPDATE annotations SET comment = 'note X' WHERE comment = 'note 1'").run();
  db.close();
  const target = join(testFolder(), 'saved.postil');
  expect(salvage(path, target).altered).toEqual([{ what: 'annotation', name: 'Corée', of: 'T1' }]);
  opened(target).close();
});
