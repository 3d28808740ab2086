/** One connection to an archive's file, with every setting durability rests on, set and checked. */
import Database from 'better-sqlite3';
import { addSqlFunctions } from './sql-functions';

export type Connection = Database.Database;

/** Older ones can corrupt a file when its `-wal` is reset (sqlite.org/wal.html). */
const oldestSqlite = [3, 51, 3] as const;

/** A setting and what SQLite must answer when asked for it. */
const settings: readonly (readonly [name: string, value: string, answer: string | number])[] = [
  // better-sqlite3 falls to NORMAL on every reopen in WAL mode; a power cut then loses commits.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['journal_size_limit', String(64 * 1024 * 1024), 64 * 1024 * 1024],
  ['temp_store', 'MEMORY', 2],
  // 16 MB of log before it is brought into the file: an import writes the same pages again and again.
  ['wal_autocheckpoint', '4000', 4000],
  // Only macOS has anything to do for these two; elsewhere they are harmless.
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
];

/** Whether a version string is at least {@link oldestSqlite}. */
export function isSafeSqlite(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

/**
 * Opens a file that exists (or, with `create`, makes it) and sets the connection up.
 * @throws Error when SQLite is too old or a setting doesn't hold: a bug or a broken build.
 */
export function connect(
  path: string,
  options: { readonly create: boolean; readonly journal: 'wal' | 'delete' },
): Connection {
  const db = new Database(path, { fileMustExist: !options.create });
  try {
    setUp(db, options.journal);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function setUp(db: Connection, journal: 'wal' | 'delete'): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get();
  if (!isSafeSqlite(String(version)))
    throw new Error(`SQLite ${String(version)} is older than ${oldestSqlite.join('.')}`);
  addSqlFunctions(db);
  // First of all, so that whatever comes next waits for another writer.
  db.pragma('busy_timeout = 5000');
  const mode = db.pragma(`journal_mode = ${journal}`, { simple: true });
  if (mode !== journal) throw new Error(`journal_mode is ${String(mode)}, not ${journal}`);
  for (const [name, value, answer] of settings) {
    db.pragma(`${name} = ${value}`);
    const held = db.pragma(name, { simple: true });
    // Without memory mapping in the build SQLite answers nothing at all.
    if (held !== answer && !(name === 'mmap_size' && held === undefined)) {
      throw new Error(`PRAGMA ${name} is ${String(held)}, not ${answer}`);
    }
  }
}
