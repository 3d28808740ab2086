/**
 * The rows of a plan, as SQL and as keys. Keys first, rows after: nothing is joined before the limit unless a
 * filter needs it, and a filter is asked of each hit or, when a word has many, of the whole library once.
 */
import type { Store } from '../store';
import { perVersion } from './per-version';
import type { Plan } from './plan';

/** What hits can be sorted by besides their score. */
export type HitOrder = 'date' | 'added';

interface Source {
  readonly index: string;
  /** Rows that may be hits, for filters: `SELECT key FROM …`. */
  readonly rows: string;
  readonly key: string;
  readonly live: string;
  readonly order: Readonly<Record<HitOrder, string>>;
}

export const sources: Readonly<Record<Plan['target'], Source>> = {
  documents: {
    index: 'document_index',
    rows: 'documents d',
    key: 'd.id',
    live: 'd.deleted_at_ms IS NULL',
    order: { date: 'd.date', added: 'd.created_at_ms' },
  },
  passages: {
    index: 'annotation_index',
    rows: 'annotations a JOIN documents d ON d.id = a.document',
    key: 'a.id',
    live: 'a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL',
    order: { date: 'd.date', added: 'a.created_at_ms' },
  },
};

interface Rows {
  readonly from: string;
  readonly params: readonly (string | number)[];
}

/**
 * A plan's WHERE clause on its index. The filter is a scalar subquery, which SQLite asks
 * once a hit and never turns round: as a join it may ask the full text once a row, and as
 * a list it reads every row of the library before the first hit.
 */
export function indexed(plan: Plan): Rows {
  const { index, rows, key } = sources[plan.target];
  const filter =
    plan.filter === null ? '' : ` AND (SELECT 1 FROM ${rows} WHERE ${key} = ${index}.rowid AND ${plan.filter.sql})`;
  return { from: `FROM ${index} WHERE ${index} MATCH ?${filter}`, params: plan.filter?.params ?? [] };
}

/** A plan without words: rows that pass its filter. */
export function filtered(plan: Plan): Rows {
  const { rows, live } = sources[plan.target];
  return {
    from: `FROM ${rows} WHERE ${live}${plan.filter === null ? '' : ` AND ${plan.filter.sql}`}`,
    params: plan.filter?.params ?? [],
  };
}

/** Hits a filter is asked of one by one, at some 2 µs each; of more it is asked of the library, which is kept. */
const mostAsked = 2000;

/** The keys that pass a filter, as `keys[key] === 1`. */
const passing = perVersion((store, asked): Uint8Array => {
  const { sql, params }: { sql: string; params: readonly (string | number)[] } = JSON.parse(asked);
  const keys = store
    .sql<unknown[], number>(sql)
    .pluck()
    .all(...params);
  const passes = new Uint8Array(keys.reduce((most, key) => Math.max(most, key), 0) + 1);
  for (const key of keys) passes[key] = 1;
  return passes;
});

/** Hits of a word that pass the plan's filter, newest first; null when they are few enough to be asked one by one. */
export function manyPassing(store: Store, plan: Plan, match: string): readonly number[] | null {
  if (plan.filter === null) return null;
  const { index, key } = sources[plan.target];
  const hits = `FROM ${index} WHERE ${index} MATCH ?`;
  const asked = store
    .sql<[string, number], number>(`SELECT count(*) FROM (SELECT rowid ${hits} LIMIT ?)`)
    .pluck()
    .get(match, mostAsked + 1);
  if (asked === undefined || asked <= mostAsked) return null;
  const { from, params } = filtered(plan);
  const passes = passing(store, JSON.stringify({ sql: `SELECT ${key} ${from}`, params }));
  const keys = store.sql<[string], number>(`SELECT rowid ${hits} ORDER BY rowid DESC`).pluck().all(match);
  return keys.filter((id) => passes[id] === 1);
}
