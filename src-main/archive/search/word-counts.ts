/** How common words are in this archive, counted no further than it matters. */
import type { Store } from '../store';

/** The number of rows of an index that a match finds, but at most `most`. */
export function hitsUpTo(store: Store, index: string, match: string, most: number): number {
  const row = store
    .sql<[string, number], { count: number }>(
      `SELECT count(*) AS count FROM (SELECT rowid FROM ${index} WHERE ${index} MATCH ? LIMIT ?)`,
    )
    .get(match, most);
  return row?.count ?? 0;
}

/** The number of documents that have a token, but at most `most`. */
export const documentsWith = (store: Store, token: string, most: number): number =>
  hitsUpTo(store, 'document_index', `"${token}"`, most);

/** The words of the index from one on, in order. */
export function tokensFrom(store: Store, from: string, to: string, most: number): readonly string[] {
  store.db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.document_words USING fts5vocab(main, document_index, row)');
  return store
    .sql<[string, string, number], { term: string }>(
      'SELECT term FROM temp.document_words WHERE term >= ? AND term < ? LIMIT ?',
    )
    .all(from, to, most)
    .map(({ term }) => term);
}
