/** Collections: nested folders of documents; a document may be in several. */

import type { Collection } from '@shared/model/document';
import { type CollectionUid, collectionUid, type DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { collectionKey, documentKey } from './lookup';
import type { Changes, Store } from './store';
import { oneLine } from './write-document';

/** Every collection with the number of documents directly in it, the bin left out; oldest first. */
export function readCollections(store: Store): readonly Collection[] {
  return store
    .sql<[], Collection>(
      `SELECT c.uid, p.uid AS parent, c.name, (SELECT count(*) FROM collection_documents x WHERE x.collection = c.id
         AND x.document NOT IN (SELECT id FROM documents WHERE deleted_at_ms IS NOT NULL)) AS documents
       FROM collections c LEFT JOIN collections p ON p.id = c.parent ORDER BY c.id`,
    )
    .all();
}

/** The collections a document is in. */
export function collectionsOf(store: Store, document: number): readonly CollectionUid[] {
  return store
    .sql<[number], { uid: CollectionUid }>(
      'SELECT c.uid FROM collection_documents x JOIN collections c ON c.id = x.collection WHERE x.document = ? ORDER BY c.id',
    )
    .all(document)
    .map(({ uid }) => uid);
}

/** Inserts a collection; gives its integer key. */
export function insertCollection(store: Store, uid: CollectionUid, name: string, parent: number | null): number {
  const { lastInsertRowid } = store
    .sql<[string, number | null, string]>('INSERT INTO collections (uid, parent, name) VALUES (?, ?, ?)')
    .run(uid, parent, oneLine(name));
  return Number(lastInsertRowid);
}

/** Puts a document into a collection, if it isn't there. */
export function addMember(store: Store, collection: number, document: number): void {
  store
    .sql<[number, number]>(
      'INSERT INTO collection_documents (collection, document) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    .run(collection, document);
}

/** Whether `id` is `ancestor` or lies somewhere inside it. */
function isInside(store: Store, id: number, ancestor: number): boolean {
  const row = store
    .sql<[number, number], { id: number }>(
      `WITH RECURSIVE above (id, parent) AS (
         SELECT id, parent FROM collections WHERE id = ?
         UNION SELECT c.id, c.parent FROM collections c JOIN above ON c.id = above.parent)
       SELECT id FROM above WHERE id = ?`,
    )
    .get(id, ancestor);
  return row !== undefined;
}

function move(store: Store, uid: CollectionUid, parent: CollectionUid | null): null {
  const id = collectionKey(store, uid);
  const parentId = parent === null ? null : collectionKey(store, parent);
  if (parentId !== null && isInside(store, parentId, id)) {
    throw new Failure('collection/cycle', 'A collection can’t be moved into itself or into one of its own.', { uid });
  }
  store.sql<[number | null, number]>('UPDATE collections SET parent = ? WHERE id = ?').run(parentId, id);
  return null;
}

function remove(store: Store, uid: CollectionUid, changes: Changes): null {
  const id = collectionKey(store, uid);
  for (const member of store
    .sql<[number], { uid: DocumentUid }>(
      'SELECT d.uid FROM collection_documents x JOIN documents d ON d.id = x.document WHERE x.collection = ?',
    )
    .all(id)) {
    changes.touch(member.uid);
  }
  store
    .sql<[number, number]>(
      'UPDATE collections SET parent = (SELECT parent FROM collections WHERE id = ?) WHERE parent = ?',
    )
    .run(id, id);
  store.sql<[number]>('DELETE FROM collections WHERE id = ?').run(id);
  return null;
}

/** Runs for each document, which is then announced: its list of collections has changed. */
function eachMember(
  store: Store,
  collection: CollectionUid,
  documents: readonly DocumentUid[],
  run: (collection: number, document: number) => void,
): null {
  return store.write((changes) => {
    const id = collectionKey(store, collection);
    for (const uid of documents) {
      run(id, documentKey(store, uid).id);
      changes.touch(uid);
    }
    return null;
  });
}

export function collectionCalls(
  store: Store,
): Pick<
  ArchiveCalls,
  | 'createCollection'
  | 'renameCollection'
  | 'moveCollection'
  | 'deleteCollection'
  | 'addToCollection'
  | 'removeFromCollection'
> {
  return {
    createCollection: ({ name, parent }) =>
      store.write(() => {
        const uid = collectionUid(v7());
        insertCollection(store, uid, name, parent === null ? null : collectionKey(store, parent));
        return { uid, parent, name: oneLine(name), documents: 0 };
      }),
    renameCollection: ({ uid, name }) =>
      store.write(() => {
        store
          .sql<[string, number]>('UPDATE collections SET name = ? WHERE id = ?')
          .run(oneLine(name), collectionKey(store, uid));
        return null;
      }),
    moveCollection: ({ uid, parent }) => store.write(() => move(store, uid, parent)),
    deleteCollection: ({ uid }) => store.write((changes) => remove(store, uid, changes)),
    addToCollection: ({ collection, documents }) =>
      eachMember(store, collection, documents, (id, document) => addMember(store, id, document)),
    removeFromCollection: ({ collection, documents }) =>
      eachMember(store, collection, documents, (id, document) => {
        store
          .sql<[number, number]>('DELETE FROM collection_documents WHERE collection = ? AND document = ?')
          .run(id, document);
      }),
  };
}
