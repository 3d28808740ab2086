/**
 * The rows of a plan, as SQL and as keys. Keys first, rows after: nothing is joined before the limit unless a
 * filter needs it, and a filter is asked of each hit or, when a word has many, of the whole library once.
 */
import type { Store } from '../store';
import { perVersion } from './per-version';
import type { Plan } from './plan';
import { sources } from './sources';
import { isAmong } from './wide-beginning';
import { hitsUpTo } from './word-counts';

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

/** Whether a row's key passes a plan's filter and has its wide beginnings. */
function passesOf(store: Store, plan: Plan): (key: number) => boolean {
  const { wide, filter, target } = plan;
  if (filter === null) return (key) => isAmong(wide, key);
  const { from, params } = filtered(plan);
  const passes = passing(store, JSON.stringify({ sql: `SELECT ${sources[target].key} ${from}`, params }));
  return (key) => passes[key] === 1 && isAmong(wide, key);
}

/**
 * Hits of a word that pass the plan's filter and have its wide beginnings, newest first; null when they are few enough
 * for the filter to be asked of one by one.
 */
export function manyPassing(store: Store, plan: Plan, match: string): readonly number[] | null {
  const { index } = sources[plan.target];
  const few = (): boolean => hitsUpTo(store, index, match, mostAsked + 1) <= mostAsked;
  if (plan.wide.length === 0 && (plan.filter === null || few())) return null;
  const keys = store
    .sql<[string], number>(`SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC`)
    .pluck()
    .all(match);
  return keys.filter(passesOf(store, plan));
}

/** Hits of a plan that has no words besides its wide beginnings, newest first. */
export function amongWide(store: Store, plan: Plan): ArrayLike<number> {
  const [first, ...others] = plan.wide;
  if (first === undefined) return [];
  const { newest } = first.hits;
  return others.length === 0 && plan.filter === null ? newest : newest.filter(passesOf(store, plan));
}
