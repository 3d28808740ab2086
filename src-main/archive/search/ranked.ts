/** The keys of a plan's hits, best first, and their exact number. */
import type { Store } from '../store';
import type { Plan } from './plan';
import { amongWide, filtered, indexed, manyPassing } from './plan-rows';
import { type HitOrder, sources } from './sources';
import { isAmong, withTitle } from './wide-beginning';

export interface RankedHit {
  readonly id: number;
  /** Larger is better. */
  readonly score: number;
  /** What it is sorted by, when that is not the score; larger comes first. */
  readonly order?: string | number;
}

/** The first hits of a plan, and how many it has in all. */
export interface Ranked {
  /** Exact. */
  readonly total: number;
  readonly hits: readonly RankedHit[];
}

/** Up to so many hits all are scored; of more the newest are, at some 2 µs each. */
const mostScored = 1000;
/** Of a common word's hits: so many with it in the title come first, then the newest, by relevance; then the rest. */
const titleHits = 10;

/** FTS5 scores tens at most. Documents with a beginning in the title come before scored passages, all others after them. */
const aboveAllScores = 1000;

/** What the oldest of some hits loses against the newest: enough to part the alike. */
const mostAgeing = 0.05;

/** The exact number of hits. */
export function countHits(store: Store, plan: Plan): number {
  if (plan.match !== null) return countMatches(store, plan, plan.match);
  if (plan.wide.length > 0) return amongWide(store, plan).length;
  const { from, params } = filtered(plan);
  return store.sql<unknown[], { count: number }>(`SELECT count(*) AS count ${from}`).get(...params)?.count ?? 0;
}

function countMatches(store: Store, plan: Plan, match: string): number {
  const passing = manyPassing(store, plan, match);
  if (passing !== null) return passing.length;
  const { from, params } = indexed(plan);
  return store.sql<unknown[], { count: number }>(`SELECT count(*) AS count ${from}`).get(match, ...params)?.count ?? 0;
}

/** The first `need` hits, best first, equal ones newest first; and the exact number of all. */
export function byRelevance(store: Store, plan: Plan, need: number): Ranked {
  const { match, exact } = plan;
  if (match === null && plan.wide.length > 0) return wideOnly(store, plan, need);
  if (match === null) return { total: countHits(store, plan), hits: inOrder(store, plan, 'date', need) };
  const { total, hits } = scored(store, plan, exact ?? match, need);
  const all = (exact === null ? total : null) ?? countMatches(store, plan, match);
  if (exact === null || hits.length >= need || hits.length === all) return { total: all, hits };
  // All that has the very words is here; the other forms follow, below whatever has a score.
  const taken = new Set(hits.map(({ id }) => id));
  const others = scored(store, plan, match, need + taken.size).hits.filter(({ id }) => !taken.has(id));
  const best = others.reduce((most, { score }) => Math.max(most, score), 0);
  const below = others.map(({ id, score }) => ({ id, score: score - best - 1 }));
  return { total: all, hits: [...hits, ...below].slice(0, need) };
}

/** Hits of nothing but wide beginnings: how often a word begins so says little, so the newest come after those in titles. */
function wideOnly(store: Store, plan: Plan, need: number): Ranked {
  const newest = amongWide(store, plan);
  const inTitle = titled(store, plan, newest);
  const hits = inTitle.map((id, index) => ({ id, score: aboveAllScores - index }));
  const taken = new Set(inTitle);
  for (let index = 0; index < newest.length && hits.length < need; index++) {
    const id = newest[index] ?? 0;
    if (!taken.has(id)) hits.push({ id, score: -index });
  }
  return { total: newest.length, hits: hits.slice(0, need) };
}

/** Some of these hits that have the plan's first wide beginning in the title. */
function titled(store: Store, { target, wide }: Plan, hits: ArrayLike<number>): readonly number[] {
  const [first] = wide;
  if (target !== 'documents' || first === undefined) return [];
  const there = hits === first.hits.newest ? null : new Set(Array.from(hits));
  return withTitle(store, first, titleHits, (id) => there?.has(id) ?? true);
}

/** The first hits of a match. */
interface Scored {
  /** Exact; null where they are many and nobody counted them. */
  readonly total: number | null;
  readonly hits: readonly RankedHit[];
}

interface RankedRow {
  readonly id: number;
  /** FTS5's: smaller is better. */
  readonly rank: number;
}

/**
 * A match by relevance. Its hits are read newest first up to a limit, so that one reading finds, scores and counts all
 * there are, unless the word is common. Sorted here: with ORDER BY rank FTS5 scores and sorts every hit of the word
 * before it looks at anything else.
 */
function scored(store: Store, plan: Plan, match: string, need: number): Scored {
  const passing = manyPassing(store, plan, match);
  if (passing !== null) return passingScored(store, plan, match, passing, need);
  const { from, params } = indexed(plan);
  const rows = store
    .sql<unknown[], RankedRow>(`SELECT rowid AS id, rank ${from} ORDER BY rowid DESC LIMIT ?`)
    .all(match, ...params, mostScored + 1);
  if (rows.length <= mostScored) return { total: rows.length, hits: aged(rows).slice(0, need) };
  return { total: null, hits: tiered(store, plan, match, rows, need) };
}

/** The same of hits whose filter was asked of the library. */
function passingScored(store: Store, plan: Plan, match: string, passing: readonly number[], need: number): Ranked {
  const { index } = sources[plan.target];
  const newest = passing.slice(0, mostScored);
  // The sign keeps FTS5 from looking for each key by itself.
  const rows = store
    .sql<[string, number, string], RankedRow>(
      `SELECT rowid AS id, rank FROM ${index} WHERE ${index} MATCH ? AND rowid >= ?
         AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC`,
    )
    .all(match, newest.at(-1) ?? 0, JSON.stringify(newest));
  const hits = passing.length <= mostScored ? aged(rows).slice(0, need) : tiered(store, plan, match, rows, need);
  return { total: passing.length, hits };
}

/** Rows, newest first, in the order of their scores. */
function aged(rows: readonly RankedRow[]): readonly RankedHit[] {
  const newestKey = rows[0]?.id ?? 0;
  const span = Math.max(1, newestKey - (rows.at(-1)?.id ?? 0));
  return rows
    .map(({ id, rank }) => ({ id, score: -rank * (1 - mostAgeing * ((newestKey - id) / span)) }))
    .sort((a, b) => b.score - a.score || b.id - a.id);
}

function newest(store: Store, plan: Plan, match: string, need: number): readonly number[] {
  const { from, params } = indexed(plan);
  const rows = store
    .sql<unknown[], { id: number }>(`SELECT rowid AS id ${from} ORDER BY rowid DESC LIMIT ?`)
    .iterate(match, ...params, plan.wide.length > 0 ? -1 : need);
  return take(rows, plan, need);
}

/** The first keys that have the plan's wide beginnings. */
function take(rows: Iterable<{ readonly id: number }>, { wide }: Plan, need: number): readonly number[] {
  const keys: number[] = [];
  for (const { id } of rows) {
    if (keys.length === need) break;
    if (isAmong(wide, id)) keys.push(id);
  }
  return keys;
}

/** A common word's hits: some with it in the title, the newest (`rows`) by relevance, the rest newest first. */
function tiered(
  store: Store,
  plan: Plan,
  match: string,
  rows: readonly RankedRow[],
  need: number,
): readonly RankedHit[] {
  const inTitle = plan.target === 'documents' ? newest(store, plan, `title : (${match})`, titleHits) : [];
  const best = aged(rows.slice(0, mostScored));
  const top = (best[0]?.score ?? 0) + 1;
  const taken = new Set(inTitle);
  const hits: RankedHit[] = inTitle.map((id, index) => ({ id, score: top + 1 - index / titleHits }));
  for (const hit of best) if (!taken.has(hit.id)) hits.push(hit);
  if (hits.length >= need) return hits.slice(0, need);
  for (const { id } of best) taken.add(id);
  let score = Math.min(0, best.at(-1)?.score ?? 0);
  const latest = newest(store, plan, match, need + mostScored + titleHits);
  for (const id of latest) if (!taken.has(id)) hits.push({ id, score: --score });
  return hits.slice(0, need);
}

/** The first `need` hits by their document's date or by when they came in, newest first; and the number of all. */
export function ordered(store: Store, plan: Plan, by: HitOrder, need: number): Ranked {
  const total = countHits(store, plan);
  return { total, hits: total === 0 ? [] : inOrder(store, plan, by, need) };
}

/** Undated ones come last. */
function inOrder(store: Store, plan: Plan, by: HitOrder, need: number): readonly RankedHit[] {
  const { rows, key, order } = sources[plan.target];
  const { from, params } = plan.match === null ? filtered(plan) : indexed(plan);
  const sorted = `ORDER BY ${order[by]} DESC, ${key} DESC LIMIT ?`;
  const columns = `${key} AS id, ${order[by]} AS place`;
  const sql =
    plan.match === null
      ? `SELECT ${columns} ${from} ${sorted}`
      : `SELECT ${columns} FROM ${rows} WHERE ${key} IN (SELECT rowid ${from}) ${sorted}`;
  const given = plan.match === null ? params : [plan.match, ...params];
  return store
    .sql<unknown[], { id: number; place: string | number }>(sql)
    .all(...given, need)
    .map(({ id, place }, index) => ({ id, score: -index, order: place }));
}

/** The keys of hits, newest first: all, or as many as wanted. */
export function newestHits(store: Store, plan: Plan, most = -1): readonly number[] {
  const { key } = sources[plan.target];
  if (plan.wide.length > 0) {
    const keys = plan.match === null ? Array.from(amongWide(store, plan)) : manyPassing(store, plan, plan.match);
    return most === -1 ? (keys ?? []) : (keys?.slice(0, most) ?? []);
  }
  const { from, params } = plan.match === null ? filtered(plan) : indexed(plan);
  const given = plan.match === null ? params : [plan.match, ...params];
  const column = plan.match === null ? key : 'rowid';
  return store
    .sql<unknown[], { id: number }>(`SELECT ${column} AS id ${from} ORDER BY ${column} DESC LIMIT ?`)
    .all(...given, most)
    .map(({ id }) => id);
}
