/** Writing annotations: passages of a document with kind, comment, labels and fields. */

import { describe } from '@shared/anchors/describe';
import type { Annotation, Selector } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { annotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { normaliseText } from '@shared/text/canonical-text';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { indexAnnotation } from './index-rows';
import { setLabels } from './labels';
import { type AnnotationKey, annotationKey, documentKey, findAnnotation } from './lookup';
import { placeIn, readAnnotation, readAnnotationView } from './read-annotation';
import type { Store } from './store';

const insertRow = `INSERT INTO annotations (uid, document, kind, start_offset, end_offset, exact, prefix, suffix, text_hash, orphaned,
    comment, fields, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Inserts an annotation as it is, with labels and index row; gives its integer key. */
export function insertAnnotation(store: Store, document: number, annotation: Annotation): number {
  const { selector } = annotation;
  const { lastInsertRowid } = store
    .sql<unknown[]>(insertRow)
    .run(
      annotation.uid,
      document,
      annotation.kind,
      selector.start,
      selector.end,
      selector.exact,
      selector.prefix,
      selector.suffix,
      selector.textHash,
      annotation.orphaned ? 1 : 0,
      annotation.comment,
      JSON.stringify(annotation.fields),
      annotation.createdAtMs,
      annotation.updatedAtMs,
    );
  const id = Number(lastInsertRowid);
  setLabels(store, 'annotation', id, annotation.labels);
  indexAnnotation(store, id);
  return id;
}

/** Moves an annotation; its quote may have changed, so its index row is written when it has. */
export function setPlace(store: Store, id: number, before: Selector, place: Selector, orphaned: boolean): void {
  store
    .sql<unknown[]>(
      'UPDATE annotations SET start_offset = ?, end_offset = ?, exact = ?, prefix = ?, suffix = ?, text_hash = ?, orphaned = ? WHERE id = ?',
    )
    .run(place.start, place.end, place.exact, place.prefix, place.suffix, place.textHash, orphaned ? 1 : 0, id);
  if (before.exact !== place.exact) indexAnnotation(store, id);
}

interface TextRow {
  readonly text: string;
  readonly text_hash: string;
}

/** The text annotations of a document count in. */
export function textOfDocument(store: Store, document: number): TextRow {
  const row = store.sql<[number], TextRow>('SELECT text, text_hash FROM bodies WHERE document = ?').get(document);
  if (row === undefined) throw new Error(`No body of document ${document}`);
  return row;
}

/** Describes a passage after checking that it is the one the caller saw. @throws Failure `annotation/bad-range` */
function describeSeen(store: Store, document: number, seen: { start: number; end: number; exact: string }): Selector {
  const { text, text_hash } = textOfDocument(store, document);
  if (seen.start >= seen.end || seen.end > text.length || text.slice(seen.start, seen.end) !== seen.exact) {
    throw new Failure('annotation/bad-range', 'The passage is no longer where it was selected. Select it again.', {
      start: seen.start,
      end: seen.end,
    });
  }
  return describe(text, seen.start, seen.end, text_hash);
}

export function annotationCalls(
  store: Store,
): Pick<
  ArchiveCalls,
  'annotate' | 'getAnnotation' | 'updateAnnotation' | 'placeAnnotation' | 'deleteAnnotations' | 'restoreAnnotations'
> {
  return {
    annotate: (input) => annotate(store, input),
    getAnnotation: ({ uid }) => store.read(() => readAnnotationView(store, annotationKey(store, uid).id)),
    updateAnnotation: (input) => updateAnnotation(store, input),
    placeAnnotation: (input) => placeAnnotation(store, input),
    deleteAnnotations: ({ uids }) => deleteAnnotations(store, uids),
    restoreAnnotations: ({ uids }) => restoreAnnotations(store, uids),
  };
}

function annotate(store: Store, input: Parameters<ArchiveCalls['annotate']>[0]): Annotation {
  return store.write((changes) => {
    const document = documentKey(store, input.document);
    const now = store.nowMs();
    const id = insertAnnotation(store, document.id, {
      uid: annotationUid(v7()),
      document: document.uid,
      kind: input.kind,
      selector: describeSeen(store, document.id, input),
      orphaned: false,
      comment: normaliseText(input.comment ?? ''),
      labels: input.labels ?? [],
      fields: input.fields ?? {},
      createdAtMs: now,
      updatedAtMs: now,
    });
    changes.touch(document.uid);
    return readAnnotation(store, id);
  });
}

function updateAnnotation(store: Store, input: Parameters<ArchiveCalls['updateAnnotation']>[0]): Annotation {
  return store.write((changes) => {
    const key = annotationKey(store, input.uid);
    const before = readAnnotation(store, key.id);
    store
      .sql<unknown[]>('UPDATE annotations SET kind = ?, comment = ?, fields = ?, updated_at_ms = ? WHERE id = ?')
      .run(
        input.kind ?? before.kind,
        normaliseText(input.comment ?? before.comment),
        JSON.stringify(input.fields ?? before.fields),
        store.nowMs(),
        key.id,
      );
    if (input.labels !== undefined) setLabels(store, 'annotation', key.id, input.labels);
    indexAnnotation(store, key.id);
    changes.touch(key.document_uid);
    return readAnnotation(store, key.id);
  });
}

function placeAnnotation(store: Store, input: Parameters<ArchiveCalls['placeAnnotation']>[0]): Annotation {
  return store.write((changes) => {
    const key = annotationKey(store, input.uid);
    const before = readAnnotation(store, key.id);
    setPlace(store, key.id, before.selector, describeSeen(store, key.document, input), false);
    store.sql<[number, number]>('UPDATE annotations SET updated_at_ms = ? WHERE id = ?').run(store.nowMs(), key.id);
    changes.touch(key.document_uid);
    return readAnnotation(store, key.id);
  });
}

function eachKey(store: Store, uids: readonly AnnotationUid[], run: (key: AnnotationKey) => void): null {
  return store.write((changes) => {
    for (const uid of uids) {
      const key = findAnnotation(store, uid);
      if (key === undefined)
        throw new Failure('annotation/not-found', 'This annotation is not in the archive any more.', { uid });
      run(key);
      changes.touch(key.document_uid);
    }
    return null;
  });
}

function deleteAnnotations(store: Store, uids: readonly AnnotationUid[]): null {
  return eachKey(store, uids, ({ id }) => {
    store
      .sql<[number, number]>('UPDATE annotations SET deleted_at_ms = ? WHERE id = ? AND deleted_at_ms IS NULL')
      .run(store.nowMs(), id);
    indexAnnotation(store, id);
  });
}

/** The text may have changed meanwhile, so a restored passage is looked for anew. */
function restoreAnnotations(store: Store, uids: readonly AnnotationUid[]): null {
  return eachKey(store, uids, ({ id, document }) => {
    store.sql<[number]>('UPDATE annotations SET deleted_at_ms = NULL WHERE id = ?').run(id);
    const { selector } = readAnnotation(store, id);
    const { text, text_hash } = textOfDocument(store, document);
    const placed = placeIn(text, text_hash, selector);
    setPlace(store, id, selector, placed.selector, placed.orphaned);
    indexAnnotation(store, id);
  });
}
