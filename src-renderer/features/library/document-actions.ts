/** What can be done to documents of the list; each says what it did and offers to undo it. */

import { call } from '@renderer/client/client';
import { backUpBeforeDeleting } from '@renderer/client/keeping-jobs';
import { tellingFailure } from '@renderer/client/tell-failure';
import { showToast } from '@renderer/ui/toasts';
import type { Collection, DocumentType } from '@shared/model/document';
import type { CollectionUid, DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';

/** A document as the actions name it. */
export interface PickedDocument {
  readonly uid: DocumentUid;
  readonly title: string;
  /** Where they are known. */
  readonly type?: DocumentType;
  readonly excerpt?: string;
}

const uidsOf = (documents: readonly PickedDocument[]): DocumentUid[] => documents.map(({ uid }) => uid);
const naming = (documents: readonly PickedDocument[]) => ({
  count: documents.length,
  title: documents[0]?.title ?? '',
});

/** True when it was done. */
async function done<T>(work: Promise<T>, text: string, undo?: () => void): Promise<boolean> {
  const result = await tellingFailure(work.then((value) => ({ value })));
  if (result === undefined) return false;
  showToast(undo === undefined ? { text } : { text, action: { label: i18next.t('common.undo'), run: undo } });
  return true;
}

/** To the bin; can be undone. True when it was done. */
export function binDocuments(documents: readonly PickedDocument[]): Promise<boolean> {
  const uids = uidsOf(documents);
  return done(call('binDocuments', { uids }), i18next.t('library.binned', naming(documents)), () => {
    void tellingFailure(call('restoreDocuments', { uids }));
  });
}

/** Out of the bin. */
export function restoreDocuments(documents: readonly PickedDocument[]): Promise<boolean> {
  return done(call('restoreDocuments', { uids: uidsOf(documents) }), i18next.t('library.restored', naming(documents)));
}

/** For good; ask first. Much is backed up before it goes. */
export async function purgeDocuments(documents: readonly PickedDocument[]): Promise<boolean> {
  if (!(await backUpBeforeDeleting(documents.length))) return false;
  return done(call('purgeDocuments', { uids: uidsOf(documents) }), i18next.t('library.purged', naming(documents)));
}

/** Puts documents into a collection; can be undone. */
export function addToCollection(collection: Collection, documents: readonly DocumentUid[]): Promise<boolean> {
  const input = { collection: collection.uid, documents: [...documents] };
  const text = i18next.t('library.addedToCollection', { count: documents.length, name: collection.name });
  return done(call('addToCollection', input), text, () => {
    void tellingFailure(call('removeFromCollection', input));
  });
}

/** Takes documents out of a collection; can be undone. */
export function removeFromCollection(collection: Collection, documents: readonly DocumentUid[]): Promise<boolean> {
  const input = { collection: collection.uid, documents: [...documents] };
  const text = i18next.t('library.removedFromCollection', { count: documents.length, name: collection.name });
  return done(call('removeFromCollection', input), text, () => {
    void tellingFailure(call('addToCollection', input));
  });
}

async function label(documents: readonly PickedDocument[], labels: readonly string[]): Promise<void> {
  const [only] = documents;
  if (only !== undefined && documents.length === 1) {
    await call('setDocumentLabels', { uid: only.uid, labels: [...labels] });
    return;
  }
  for (const { uid } of documents) {
    const { document } = await call('openDocument', { uid });
    await call('setDocumentLabels', { uid, labels: [...new Set([...document.labels, ...labels])] });
  }
}

/** Sets the labels of one document, or adds them to several. */
export function labelDocuments(documents: readonly PickedDocument[], labels: readonly string[]): void {
  void tellingFailure(label(documents, labels));
}

async function documentsIn(collection: CollectionUid): Promise<readonly DocumentUid[]> {
  const uids: DocumentUid[] = [];
  for (;;) {
    const page = await call('listDocuments', {
      scope: { in: 'collection', collection },
      sort: 'added',
      descending: false,
      offset: uids.length,
      limit: 500,
    });
    uids.push(...page.rows.map(({ uid }) => uid));
    if (page.rows.length === 0 || uids.length >= page.total) return uids;
  }
}

/** Deletes a collection, not its documents. Undoing makes it anew, with what was in it. */
export async function deleteCollection(collection: Collection, children: readonly CollectionUid[]): Promise<void> {
  const documents = await tellingFailure(documentsIn(collection.uid));
  if (documents === undefined) return;
  const undo = async () => {
    const { uid } = await call('createCollection', { name: collection.name, parent: collection.parent });
    for (let start = 0; start < documents.length; start += 5000) {
      await call('addToCollection', { collection: uid, documents: documents.slice(start, start + 5000) });
    }
    for (const child of children) await call('moveCollection', { uid: child, parent: uid });
  };
  await done(
    call('deleteCollection', { uid: collection.uid }),
    i18next.t('library.collectionDeleted', { name: collection.name }),
    () => {
      void tellingFailure(undo());
    },
  );
}
