/** Saved searches and aliases taken out and brought back whole. */
import { type KeptSearches, keepsNothing } from '@shared/model/kept-searches';
import { indexText } from '@shared/query/index-text';
import type { Store } from '../store';
import { readSets } from './aliases';

/** What is kept for searching; undefined when nothing is. */
export function readKeptSearches(store: Store): KeptSearches | undefined {
  const saved = store
    .sql<[], KeptSearches['saved'][number]>('SELECT uid, name, query, sort FROM saved_searches ORDER BY position, id')
    .all();
  const kept: KeptSearches = { saved, aliases: readSets(store) };
  return keepsNothing(kept) ? undefined : kept;
}

/** Adds what is not here yet, by its uid; a set of the very names of another is left out too. */
export function insertKeptSearches(store: Store, { saved, aliases }: KeptSearches): void {
  const insertSearch = store.sql<[string, string, string, string]>(
    `INSERT INTO saved_searches (uid, name, query, sort, position)
     VALUES (?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM saved_searches)) ON CONFLICT DO NOTHING`,
  );
  for (const { uid, name, query, sort } of saved) insertSearch.run(uid, name, query, sort);
  const here = readSets(store);
  const uids = new Set<string>(here.map(({ uid }) => uid));
  const known = new Set(here.map(({ names }) => keyOf(names)));
  for (const { uid, names } of aliases) {
    if (uids.has(uid) || known.has(keyOf(names))) continue;
    const { lastInsertRowid } = store.sql<[string]>('INSERT INTO alias_sets (uid) VALUES (?)').run(uid);
    const insertName = store.sql<unknown[]>(
      'INSERT INTO alias_names (alias_set, position, name, name_key) VALUES (?, ?, ?, ?)',
    );
    for (const [position, name] of names.entries()) insertName.run(lastInsertRowid, position, name, indexText(name));
  }
}

/** The same for sets of the same names in any order. */
const keyOf = (names: readonly string[]): string => names.map(indexText).sort().join(' / ');
