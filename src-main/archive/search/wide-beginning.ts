/**
 * Beginnings of words that very many documents have, as each word is while it is typed. FTS5 puts the lists of all words
 * that begin so together anew each time it is asked, and twice to score a hit; so it is asked once for the keys,
 * which are kept, and the other words of the query do the rest.
 */
import { findHits } from '@shared/query/find-hits';
import { beginningSign, longestBeginning } from '@shared/query/index-text';
import type { Query } from '@shared/query/query';
import { queryTokens, type SearchTerm } from '@shared/query/tokens';
import type { Store } from '../store';
import { perVersion } from './per-version';
import { hitsUpTo } from './word-counts';

export interface WideBeginning {
  /** As it was typed. */
  readonly word: string;
  readonly term: SearchTerm;
  /** A word of the index for its first letters. */
  readonly start: string;
  readonly hits: WideHits;
}

/** Kept in few bytes: they are very many. */
export interface WideHits {
  /** Their keys, newest first. */
  readonly newest: Uint32Array;
  /** `has[key] === 1` for each of them. */
  readonly has: Uint8Array;
}

/** A beginning with so many hits is wide: with fewer FTS5 scores them as quickly. */
const leastHits = 1000;

/** Of a word being typed only the last few letters are asked for again. */
const mostKept = 6;

const hitsOf = perVersion((store, asked): WideHits => {
  const [index, match]: readonly [string, string] = JSON.parse(asked);
  const newest = Uint32Array.from(
    store
      .sql<[string], number>(`SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC`)
      .pluck()
      .all(match),
  );
  const has = new Uint8Array((newest[0] ?? -1) + 1);
  for (const key of newest) has[key] = 1;
  return { newest, has };
}, mostKept);

/**
 * A word of a query as a wide beginning; null when it is none.
 *
 * @param match What FTS5 would be asked for the word
 */
export function wideBeginning(store: Store, index: string, part: Query, match: string): WideBeginning | null {
  if (part.type !== 'word' || !part.prefix) return null;
  const term = queryTokens(part.word, true);
  const [token = '', ...others] = term.tokens;
  const letters = [...token];
  if (others.length > 0 || letters.length <= longestBeginning) return null;
  const start = `"${beginningSign}${letters.slice(0, longestBeginning).join('')}"`;
  // Cheap to ask: with few words that have the first letters there are no more with all of them.
  if (hitsUpTo(store, index, start, leastHits + 1) <= leastHits) return null;
  const hits = hitsOf(store, JSON.stringify([index, match]));
  return hits.newest.length > leastHits ? { word: part.word, term, start, hits } : null;
}

/** Whether a key is among the hits of all of them. */
export function isAmong(wide: readonly WideBeginning[], key: number): boolean {
  // Asked of each of a hundred thousand keys: a function a key would be felt.
  for (const { hits } of wide) if (hits.has[key] !== 1) return false;
  return true;
}

/** Titles that are read to find some with the beginning itself, and how many at once. */
const titlesRead = 500;
const titlesAtOnce = 50;

/**
 * The newest documents with a beginning in the title, as far as they are among the newest with its first letters there.
 *
 * @param most No more than so many
 * @param wanted Whether a document is wanted
 */
export function withTitle(
  store: Store,
  { start, term }: WideBeginning,
  most: number,
  wanted: (id: number) => boolean,
): readonly number[] {
  const ids = store
    .sql<[string, number], number>(
      'SELECT rowid FROM document_index WHERE document_index MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck()
    .all(`title : ${start}`, titlesRead)
    .filter(wanted);
  // One list for all: what finds its words is made once a list.
  const terms = [term];
  const found: number[] = [];
  for (let from = 0; from < ids.length && found.length < most; from += titlesAtOnce) {
    const some = store
      .sql<[string], { id: number; title: string }>(
        'SELECT id, title FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC',
      )
      .all(JSON.stringify(ids.slice(from, from + titlesAtOnce)));
    for (const { id, title } of some) if (findHits(title, terms, 1).length > 0) found.push(id);
  }
  return found.slice(0, most);
}
