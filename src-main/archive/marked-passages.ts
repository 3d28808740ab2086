/** Passages an imported file marks itself become annotations, in the transaction that keeps the file. */
import { describe } from '@shared/anchors/describe';
import type { ImportedAnnotation } from '@shared/model/document';
import { annotationUid, type DocumentUid } from '@shared/model/ids';
import { v7 } from 'uuid';
import { insertAnnotation, textOfDocument } from './annotations';
import { findAnnotation } from './lookup';
import type { Store } from './store';

/** Inserts those that are not there yet: a newer version of a file brings its comments again. */
export function insertMarkedPassages(
  store: Store,
  document: { readonly id: number; readonly uid: DocumentUid },
  marked: readonly ImportedAnnotation[],
): void {
  if (marked.length === 0) return;
  const { text, text_hash } = textOfDocument(store, document.id);
  const isThere = store.sql<[number, number, number, string]>(
    'SELECT 1 FROM annotations WHERE document = ? AND start_offset = ? AND end_offset = ? AND kind = ?',
  );
  const now = store.nowMs();
  const isHere = ({ uid, start, end, kind }: ImportedAnnotation): boolean =>
    uid === undefined
      ? isThere.get(document.id, start, end, kind) !== undefined
      : findAnnotation(store, uid) !== undefined;
  for (const passage of marked) {
    if (isHere(passage)) continue;
    const { start, end, kind, comment, uid, labels = [], fields = {}, createdAtMs = now } = passage;
    insertAnnotation(
      store,
      { id: document.id, deleted_at_ms: null },
      {
        uid: uid ?? annotationUid(v7()),
        document: document.uid,
        kind,
        selector: describe(text, start, end, text_hash),
        orphaned: false,
        comment,
        labels,
        fields,
        createdAtMs,
        updatedAtMs: createdAtMs,
      },
    );
  }
}
