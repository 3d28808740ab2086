/** The bin: documents leave lists, search and counts, come back, or are deleted for good. */
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { ArchiveCalls } from './archive-api';
import { dropUnusedAssets } from './assets';
import { indexAnnotationsOf, indexDocument } from './index-rows';
import { touchLinkedDocuments } from './linked';
import { type DocumentKey, documentKey } from './lookup';
import { dropUnusedBytes } from './originals';
import { touchQuoted } from './quotations';
import type { Changes, Store } from './store';

type Key = Pick<DocumentKey, 'id' | 'uid'>;

function setDeleted(store: Store, { id, uid }: Key, deletedAtMs: number | null, changes: Changes): void {
  store.sql<[number | null, number]>('UPDATE documents SET deleted_at_ms = ? WHERE id = ?').run(deletedAtMs, id);
  indexDocument(store, id);
  indexAnnotationsOf(store, id);
  touchQuoted(store, id, changes);
  touchLinkedDocuments(store, id, changes);
  changes.touch(uid);
}

/** Puts a document into the bin. */
export function putIntoBin(store: Store, key: Key, changes: Changes): void {
  setDeleted(store, key, store.nowMs(), changes);
}

/** Takes a document out of the bin. */
export function restoreFromBin(store: Store, key: Key, changes: Changes): void {
  setDeleted(store, key, null, changes);
}

function purge(store: Store, key: DocumentKey, changes: Changes): void {
  if (key.deleted_at_ms === null) {
    throw new Failure('document/not-in-bin', 'Only documents in the bin can be deleted for good.', { uid: key.uid });
  }
  touchQuoted(store, key.id, changes);
  touchLinkedDocuments(store, key.id, changes);
  // Rows of other tables follow by their foreign keys; index rows left when it entered the bin.
  store.sql<[number]>('DELETE FROM documents WHERE id = ?').run(key.id);
  changes.touch(key.uid);
}

/** Runs for each document in one transaction; a uid nobody has fails the whole. */
function each(store: Store, uids: readonly DocumentUid[], run: (key: DocumentKey, changes: Changes) => void): null {
  return store.write((changes) => {
    for (const uid of uids) run(documentKey(store, uid), changes);
    return null;
  });
}

export function binCalls(store: Store): Pick<ArchiveCalls, 'binDocuments' | 'restoreDocuments' | 'purgeDocuments'> {
  return {
    binDocuments: ({ uids }) =>
      each(store, uids, (key, changes) => {
        if (key.deleted_at_ms === null) putIntoBin(store, key, changes);
      }),
    restoreDocuments: ({ uids }) =>
      each(store, uids, (key, changes) => {
        if (key.deleted_at_ms !== null) restoreFromBin(store, key, changes);
      }),
    purgeDocuments: ({ uids }) =>
      store.write((changes) => {
        for (const uid of uids) purge(store, documentKey(store, uid), changes);
        dropUnusedBytes(store);
        dropUnusedAssets(store);
        return null;
      }),
  };
}
