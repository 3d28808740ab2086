/**
 * Takes an archive from its schema to the newest, one step a transaction: foreign keys
 * off, exclusive, body, foreign keys checked, commit. Killed at any moment the file has
 * the old schema or the new, never a mixture.
 */
import { existsSync, rmSync } from 'node:fs';
import type { Connection } from './connect';
import { publishFile } from './publish-file';

export interface Migration {
  /** The `user_version` it leads to; counts from 1 without gaps. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The schema a connection's archive has now. */
export const schemaOf = (db: Connection): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Applies the pending migrations.
 *
 * @param backupPath Where a copy is put before the first step; null for a new archive.
 * @throws Error naming the migration; the archive then has the schema before it.
 */
export function migrate(
  db: Connection,
  migrations: readonly Migration[],
  backupPath: ((schema: number) => string) | null,
): void {
  const from = schemaOf(db);
  const pending = migrations.filter(({ version }) => version > from);
  if (pending.length === 0) return;
  if (backupPath !== null) copyTo(db, backupPath(from));
  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) step(db, migration);
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function step(db: Connection, { version, name, sql }: Migration): void {
  db.exec('BEGIN EXCLUSIVE');
  try {
    // Another process may have taken this step while we waited for the lock.
    if (schemaOf(db) < version) {
      db.exec(sql);
      const broken = db.prepare('PRAGMA foreign_key_check').all();
      if (broken.length > 0) throw new Error(`${broken.length} rows refer to nothing`);
      db.pragma(`user_version = ${version}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}

/** Copies through SQLite (never the file itself) to a name that appears only once it is whole. */
function copyTo(db: Connection, path: string): void {
  if (existsSync(path)) return;
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  publishFile(unfinished, path);
}
