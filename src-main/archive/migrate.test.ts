import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, connect } from './connect';
import { type Migration, migrate, schemaOf } from './migrate';
import { migrations, newestSchema } from './migrations';
import { testFolder } from './test-archive';

const first: Migration = {
  version: 1,
  name: '0001-first',
  sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1)',
};
const second: Migration = {
  version: 2,
  name: '0002-second',
  sql: 'CREATE TABLE b (a INTEGER REFERENCES a) STRICT; INSERT INTO b SELECT id FROM a',
};

function database(path: string): Connection {
  const db = connect(path, { create: true, journal: 'wal' });
  onTestFinished(() => void db.close());
  return db;
}
const tables = (db: Connection): unknown[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all();

test('the migrations are numbered from 1 without gaps', () => {
  expect(newestSchema).toBeGreaterThan(0);
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  for (const { name } of migrations) expect(name).toMatch(/^\d{4}-[a-z-]+$/);
});

test('pending steps are taken in order, once', () => {
  const db = database(join(testFolder(), 'a.db'));
  migrate(db, [first, second], null);
  migrate(db, [first, second], null);
  expect(schemaOf(db)).toBe(2);
  expect(tables(db)).toEqual(['a', 'b']);
  expect(db.prepare('SELECT count(*) FROM b').pluck().get()).toBe(1);
});

test('a step that fails leaves the schema before it, and foreign keys on', () => {
  const db = database(join(testFolder(), 'a.db'));
  const broken: Migration = { version: 2, name: '0002-broken', sql: 'CREATE TABLE c (x); SELECT nonsense' };
  expect(() => migrate(db, [first, broken], null)).toThrow(/0002-broken/);
  expect([schemaOf(db), tables(db), db.inTransaction]).toEqual([1, ['a'], false]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a step that breaks a reference is taken back', () => {
  const db = database(join(testFolder(), 'a.db'));
  const dangling: Migration = { version: 3, name: '0003-dangling', sql: 'DELETE FROM a' };
  expect(() => migrate(db, [first, second, dangling], null)).toThrow(/0003-dangling/);
  expect([schemaOf(db), db.prepare('SELECT count(*) FROM a').pluck().get()]).toEqual([2, 1]);
});

test('a whole copy from before the first step is left behind', () => {
  const folder = testFolder();
  const db = database(join(folder, 'a.db'));
  migrate(db, [first], null);
  migrate(db, [first, second], (schema) => join(folder, `copy-${schema}`));
  const copy = new Database(join(folder, 'copy-1'), { readonly: true });
  onTestFinished(() => void copy.close());
  expect([schemaOf(copy), tables(copy), copy.prepare('SELECT count(*) FROM a').pluck().get()]).toEqual([1, ['a'], 1]);
  expect(existsSync(join(folder, 'copy-1.part'))).toBe(false);
});

test('nothing pending copies nothing', () => {
  const folder = testFolder();
  const db = database(join(folder, 'a.db'));
  migrate(db, [first], null);
  migrate(db, [first], () => join(folder, 'copy'));
  expect(existsSync(join(folder, 'copy'))).toBe(false);
});

test('every table is STRICT, so a row is what its type says', () => {
  const db = database(join(testFolder(), 'a.db'));
  migrate(db, migrations, null);
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});
