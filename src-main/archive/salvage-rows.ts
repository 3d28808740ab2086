/**
 * Reading a table of a damaged file row by row: forwards to the damage, backwards to it,
 * then each row between by itself. Knows no table.
 */
import type { Connection } from './connect';

export type SalvagedRow = Readonly<Record<string, unknown>>;

export interface SalvagedTable {
  /** Rows that were there and could not be read; null when nobody can say how many. */
  readonly lost: number | null;
}

const rowsAtOnce = 20;
/** Between damage and damage no more row numbers than this are tried one by one. */
const mostProbed = 50_000;
/** And so many beyond the damage when no end of it is known. */
const mostProbedBlindly = 2_000;

interface Source {
  readonly db: Connection;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Reads a table with row numbers. `take` gets each row; `failed` the number of each that can't be read. */
export function salvageByNumber(
  source: Source,
  take: (row: SalvagedRow) => void,
  failed: (number: number) => void,
): SalvagedTable {
  const up = oneWay(source, 'up', take, Number.MAX_SAFE_INTEGER);
  if (up.ended) return { lost: 0 };
  const down = oneWay(source, 'down', take, up.last);
  const reached = !down.ended && down.last < Number.MAX_SAFE_INTEGER;
  const to = reached ? down.last : up.last + 1 + mostProbedBlindly;
  const read = rowReader(source);
  let lost = 0;
  let probed = 0;
  for (let number = up.last + 1; number < to && probed < mostProbed; number++, probed++) {
    const row = read(number);
    if (row === 'unreadable') {
      lost++;
      failed(number);
    } else if (row !== undefined) take(row);
  }
  // Without an end in sight every row number looks lost.
  return { lost: reached && to - up.last <= mostProbed ? lost : null };
}

interface Way {
  /** Number of the last row read. */
  readonly last: number;
  /** Whether there is nothing more that way. */
  readonly ended: boolean;
}

function oneWay(source: Source, way: 'up' | 'down', take: (row: SalvagedRow) => void, stopAt: number): Way {
  const columns = ['rowid AS row_number', ...source.columns].join(', ');
  const sql =
    way === 'up'
      ? `SELECT ${columns} FROM ${source.table} WHERE rowid > ? ORDER BY rowid LIMIT ?`
      : `SELECT ${columns} FROM ${source.table} WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`;
  let last = way === 'up' ? -1 : Number.MAX_SAFE_INTEGER;
  const read = (limit: number): readonly NumberedRow[] | null => {
    try {
      return source.db.prepare<[number, number], NumberedRow>(sql).all(last, limit);
    } catch {
      // The damage lies within these rows.
      return null;
    }
  };
  for (let limit = rowsAtOnce; ; ) {
    const rows = read(limit);
    if (rows === null) {
      // Nearer in smaller steps, and then the way ends.
      if (limit === 1) return { last, ended: false };
      limit = 1;
      continue;
    }
    // Outside of what is caught: a full disk is no damage, and a watcher may stop the work.
    for (const { row_number, ...row } of rows) {
      if (way === 'down' && row_number <= stopAt) return { last: row_number, ended: true };
      take(row);
      last = row_number;
    }
    if (rows.length < limit) return { last, ended: true };
  }
}

type NumberedRow = SalvagedRow & { readonly row_number: number };

function rowReader({ db, table, columns }: Source): (number: number) => SalvagedRow | 'unreadable' | undefined {
  const statement = db.prepare<[number], SalvagedRow>(`SELECT ${columns.join(', ')} FROM ${table} WHERE rowid = ?`);
  return (number) => {
    try {
      return statement.get(number);
    } catch {
      return 'unreadable';
    }
  };
}

/** Reads a table without row numbers from both ends; rows may come twice. */
export function salvageByKey(
  { db, table, columns }: Source,
  key: readonly string[],
  take: (row: SalvagedRow) => void,
): SalvagedTable {
  for (const order of ['ASC', 'DESC']) {
    const by = key.map((column) => `${column} ${order}`).join(', ');
    if (readTo(db, `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${by}`, take)) return { lost: 0 };
    // As far as it went from this end; the other end may give the rest.
  }
  return { lost: null };
}

/** Reads until the end, or until the damage: then false. */
function readTo(db: Connection, sql: string, take: (row: SalvagedRow) => void): boolean {
  const next = (rows: Iterator<SalvagedRow>): IteratorResult<SalvagedRow, unknown> | null => {
    try {
      return rows.next();
    } catch {
      return null;
    }
  };
  const rows = begin(db, sql);
  if (rows === null) return false;
  for (;;) {
    const one = next(rows);
    if (one === null) return false;
    if (one.done) return true;
    try {
      take(one.value);
    } catch (error) {
      rows.return?.();
      throw error;
    }
  }
}

function begin(db: Connection, sql: string): Iterator<SalvagedRow> | null {
  try {
    return db.prepare<[], SalvagedRow>(sql).iterate();
  } catch {
    return null;
  }
}
