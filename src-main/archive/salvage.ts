/**
 * Saving what can be read of a damaged archive into a new one, row by row, and saying
 * what was lost. Works on a copy: the damaged file is only ever read.
 */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import type { SalvageReport } from '@shared/contract/shell-recovery';
import { Failure } from '@shared/outcome/outcome';
import Database from 'better-sqlite3';
import { applicationId } from './application-id';
import { type Connection, connect } from './connect';
import { factsOf } from './facts';
import { guarded } from './failures';
import { migrate, schemaOf } from './migrate';
import { migrations, newestSchema } from './migrations';
import { sizeOf } from './preflight';
import { publishFile } from './publish-file';
import { rebuildIndexStep } from './rebuild-index';
import { replayLog } from './replay-log';
import { dropBodiless, dropDangling, type Lost, mendBodies, placeAgain } from './salvage-mend';
import { type SalvagedRow, salvageByKey, salvageByNumber } from './salvage-rows';
import { brokenSeals, sealAnew } from './seals';
import { createStore } from './store';
import { copyWatched, type OnWork, unwatched } from './watched-copy';

/** Made again by triggers out of what is copied, or of no use in another file. */
const notCopied: ReadonlySet<string> = new Set(['annotation_fields', 'done_calls']);

interface Table {
  readonly name: string;
  /** Columns of its key when it has no row numbers; else empty. */
  readonly key: readonly string[];
}

/**
 * Reads the archive at `path` (and its `-wal`) into a new one at `target`, where nothing
 * appears until it is whole.
 * @param onWork Told how far it is; what it throws ends the work, and nothing is kept.
 * @throws Failure `archive/nothing-to-save`, `archive/disk-full`, `archive/read-only`, `archive/cannot-open`
 */
export function salvage(path: string, target: string, onWork: OnWork = unwatched): SalvageReport {
  const copy = `${target}.source`;
  const unfinished = `${target}.part`;
  try {
    return guarded(target, () => {
      removeAll(copy, unfinished);
      copySource(path, copy, onWork);
      const report = readInto(copy, unfinished, path, onWork);
      publishFile(unfinished, target);
      return report;
    });
  } finally {
    removeAll(copy, unfinished);
  }
}

function copySource(path: string, copy: string, onWork: OnWork): void {
  const log = `${path}-wal`;
  if ((sizeOf(path) ?? 0) > 0) {
    copyWatched(path, copy, onWork);
    if (existsSync(log)) copyWatched(log, `${copy}-wal`, onWork);
    lengthen(copy);
    return;
  }
  if (!existsSync(log) || !replayLog(log, copy)) throw nothing(path);
}

/** SQLite reads nothing at all of a file with fewer pages than its header counts: those cut off become empty ones. */
function lengthen(copy: string): void {
  const file = openSync(copy, 'r+');
  try {
    const header = Buffer.alloc(100);
    if (readSync(file, header, 0, 100, 0) < 100) return;
    const stored = header.readUInt16BE(16);
    const length = header.readUInt32BE(28) * (stored === 1 ? 65_536 : stored);
    if (length > fstatSync(file).size && length <= mostLengthened) ftruncateSync(file, length);
  } finally {
    closeSync(file);
  }
}

/** A header that counts more than this, in bytes, is damaged itself. */
const mostLengthened = 64 * 1024 ** 3;

const nothing = (path: string): Failure =>
  new Failure(
    'archive/nothing-to-save',
    'Nothing in this file can be read any more, so no new archive was made. The file is as it was.',
    { path },
  );

function readInto(copy: string, unfinished: string, path: string, onWork: OnWork): SalvageReport {
  const source = new Database(copy, { fileMustExist: true });
  const db = connect(unfinished, { create: true, journal: 'delete' });
  try {
    db.pragma(`application_id = ${applicationId}`);
    migrate(db, migrations, null);
    db.pragma('foreign_keys = OFF');
    const lost: Lost = new Map();
    db.transaction(() => copyTables(source, db, lost, onWork))();
    const altered = columnsOf(source, 'documents').includes('seal') ? brokenSeals(db).broken : [];
    sealAnew(db);
    const poorer = mendBodies(source, db);
    const lostDocuments = dropBodiless(db);
    dropDangling(db, lost);
    db.pragma('foreign_keys = ON');
    const { articles, notes, annotations, originals } = factsOf(db);
    if (articles + notes === 0) throw nothing(path);
    fillIndex(db, unfinished, onWork);
    const rows = [...lost].map(([table, count]) => ({ table, rows: count })).filter(({ rows: count }) => count !== 0);
    return { articles, notes, annotations, originals, lost: rows, lostDocuments, poorerDocuments: poorer, altered };
  } finally {
    source.close();
    db.close();
  }
}

/** The tables of the present schema that hold what a person put in: a new migration's are among them by themselves. */
function tablesOf(db: Connection): readonly Table[] {
  const tables = db
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  const keyOf = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck();
  return tables
    .filter(({ name }) => !notCopied.has(name))
    .map(({ name, wr }) => ({ name, key: wr === 1 ? keyOf.all(name) : [] }));
}

function copyTables(source: Connection, db: Connection, lost: Lost, onWork: OnWork): void {
  const tables = tablesOf(db);
  const total = highestNumbers(source, tables);
  let done = 0;
  for (const { name, key } of tables) {
    copyTable(source, db, name, lost, (columns, put) => {
      const from = { db: source, table: name, columns };
      const take = (row: SalvagedRow): void => {
        put(row);
        done++;
        onWork('reading', done, total === 0 ? 0 : Math.max(done, total));
      };
      return key.length === 0 ? salvageByNumber(from, take, () => undefined) : salvageByKey(from, key, take);
    });
  }
}

/** About how many rows there are, by their highest numbers; 0 when some can't be read. */
function highestNumbers(source: Connection, tables: readonly Table[]): number {
  try {
    const highest = ({ name }: Table): number =>
      Number(source.prepare(`SELECT coalesce(max(rowid), 0) FROM ${name}`).pluck().get());
    return tables.filter(({ key }) => key.length === 0).reduce((sum, table) => sum + highest(table), 0);
  } catch {
    // Damaged, or of another schema: then it is told how many were read, not of how many.
    return 0;
  }
}

function copyTable(
  source: Connection,
  db: Connection,
  table: string,
  lost: Lost,
  read: (columns: readonly string[], take: (row: SalvagedRow) => void) => { readonly lost: number | null },
): void {
  const known = new Set(columnsOf(db, table));
  const columns = columnsOf(source, table).filter((column) => known.has(column));
  if (columns.length === 0) {
    // An older schema may not have had it; in this one it is part of what is damaged.
    if (!isOlder(source)) lost.set(table, null);
    return;
  }
  const insert = db.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  let refused = 0;
  const take = (row: SalvagedRow): void => {
    try {
      insert.run(row);
    } catch (error) {
      // Bytes that are no value of the column any more.
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
      refused++;
    }
  };
  const result = read(columns, take);
  lost.set(table, result.lost === null ? null : result.lost + refused);
}

function isOlder(source: Connection): boolean {
  try {
    return schemaOf(source) < newestSchema;
  } catch {
    return false;
  }
}

/** Empty when the table, or the list of tables, can't be read. */
function columnsOf(db: Connection, table: string): readonly string[] {
  try {
    return db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function fillIndex(db: Connection, path: string, onWork: OnWork): void {
  const store = createStore(db, path, {});
  placeAgain(store);
  let step = rebuildIndexStep(store, null);
  while (step.last !== null) {
    onWork('indexing', step.done, step.total);
    step = rebuildIndexStep(store, step.last);
  }
}

function removeAll(...paths: readonly string[]): void {
  for (const path of paths)
    for (const ending of ['-journal', '-wal', '-shm', '']) rmSync(`${path}${ending}`, { force: true });
}
