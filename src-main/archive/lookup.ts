/** From public uids to the integer keys rows refer to each other by. */
import type { AnnotationUid, CollectionUid, DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { Store } from './store';

export interface DocumentKey {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly type: 'article' | 'note';
  readonly revision: number;
  readonly deleted_at_ms: number | null;
}

/** The document with that uid, in the bin or not; undefined when there is none. */
export function findDocument(store: Store, uid: DocumentUid): DocumentKey | undefined {
  return store
    .sql<[string], DocumentKey>('SELECT id, uid, type, revision, deleted_at_ms FROM documents WHERE uid = ?')
    .get(uid);
}

/** @throws Failure `document/not-found` */
export function documentKey(store: Store, uid: DocumentUid): DocumentKey {
  const key = findDocument(store, uid);
  if (key === undefined)
    throw new Failure('document/not-found', 'This document is not in the archive any more.', { uid });
  return key;
}

/**
 * The document, when `revision` is the one the caller has seen.
 * @throws Failure `document/not-found`, `archive/stale`
 */
export function currentDocumentKey(store: Store, uid: DocumentUid, revision: number): DocumentKey {
  const key = documentKey(store, uid);
  if (key.revision === revision) return key;
  throw new Failure('archive/stale', 'This document was changed elsewhere meanwhile. Open it again before saving.', {
    uid,
    revision: key.revision,
  });
}

export interface AnnotationKey {
  readonly id: number;
  readonly uid: AnnotationUid;
  readonly document: number;
  readonly document_uid: DocumentUid;
  readonly deleted_at_ms: number | null;
}

/** The annotation with that uid, deleted or not; undefined when there is none. */
export function findAnnotation(store: Store, uid: AnnotationUid): AnnotationKey | undefined {
  return store
    .sql<[string], AnnotationKey>(
      `SELECT a.id, a.uid, a.document, d.uid AS document_uid, a.deleted_at_ms
       FROM annotations a JOIN documents d ON d.id = a.document WHERE a.uid = ?`,
    )
    .get(uid);
}

/** An annotation that is not deleted. @throws Failure `annotation/not-found` */
export function annotationKey(store: Store, uid: AnnotationUid): AnnotationKey {
  const key = findAnnotation(store, uid);
  if (key === undefined || key.deleted_at_ms !== null) {
    throw new Failure('annotation/not-found', 'This annotation is not in the archive any more.', { uid });
  }
  return key;
}

/** The collection's integer key. @throws Failure `collection/not-found` */
export function collectionKey(store: Store, uid: CollectionUid): number {
  const row = store.sql<[string], { id: number }>('SELECT id FROM collections WHERE uid = ?').get(uid);
  if (row === undefined)
    throw new Failure('collection/not-found', 'This collection is not in the archive any more.', { uid });
  return row.id;
}
