/** Saved searches: queries with a name, and how many hits each has now. */
import type { SavedSearch, SearchSort } from '@shared/contract/search-shapes';
import { type SavedSearchUid, savedSearchUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { v7 } from 'uuid';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';
import { oneLine } from '../write-document';
import { countFound } from './search';

type SavedSearchCall = 'listSavedSearches' | 'saveSearch' | 'renameSavedSearch' | 'deleteSavedSearch';

// The space ends the last word: nobody is typing it any more.
const countNow = (store: Store, query: string): number => countFound(store, { query: `${query} ` });

function list(store: Store): readonly SavedSearch[] {
  return store
    .sql<[], { uid: SavedSearchUid; name: string; query: string; sort: SearchSort }>(
      'SELECT uid, name, query, sort FROM saved_searches ORDER BY position, id',
    )
    .all()
    .map((saved) => ({ ...saved, count: countNow(store, saved.query) }));
}

function save(store: Store, { name, query, sort }: Parameters<ArchiveCalls['saveSearch']>[0]): SavedSearch {
  const saved = { uid: savedSearchUid(v7()), name: oneLine(name), query: query.trim(), sort };
  store
    .sql<[string, string, string, string]>(
      `INSERT INTO saved_searches (uid, name, query, sort, position)
       VALUES (?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM saved_searches))`,
    )
    .run(saved.uid, saved.name, saved.query, saved.sort);
  return { ...saved, count: countNow(store, saved.query) };
}

/** @throws Failure `request/invalid` when it is not there any more */
function rename(store: Store, { uid, name }: Parameters<ArchiveCalls['renameSavedSearch']>[0]): null {
  const { changes } = store
    .sql<[string, string]>('UPDATE saved_searches SET name = ? WHERE uid = ?')
    .run(oneLine(name), uid);
  if (changes === 0) throw new Failure('request/invalid', 'This search is not in the archive any more.');
  return null;
}

export function savedSearchCalls(store: Store): Pick<ArchiveCalls, SavedSearchCall> {
  return {
    listSavedSearches: () => store.read(() => list(store)),
    saveSearch: (input) => store.write(() => save(store, input)),
    renameSavedSearch: (input) => store.write(() => rename(store, input)),
    deleteSavedSearch: ({ uid }) =>
      store.write(() => {
        store.sql<[string]>('DELETE FROM saved_searches WHERE uid = ?').run(uid);
        return null;
      }),
  };
}
