/** Writing annotations: passages of a document with kind, comment, labels and fields. */

import { describe } from '@shared/anchors/describe';
import type { Annotation, Selector } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { annotationUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { normaliseText } from '@shared/text/canonical-text';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { indexAnnotation, indexNewAnnotation } from './index-rows';
import { cleanLabels, setLabels } from './labels';
import { touchLinked } from './linked';
import { type AnnotationKey, annotationKey, type DocumentKey, documentKey, findAnnotation } from './lookup';
import {
  type Placed,
  placeIn,
  type Resolvable,
  readAnnotation,
  readAnnotationView,
  readAnnotationViews,
  resolvable,
} from './read-annotation';
import { keptTextOf } from './revision-rows';
import type { Store } from './store';

const insertRow = `INSERT INTO annotations (uid, document, kind, start_offset, end_offset, exact, prefix, suffix, text_hash, orphaned,
    comment, fields, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Inserts an annotation as it is, with labels and index row; gives its integer key. */
export function insertAnnotation(
  store: Store,
  document: Pick<DocumentKey, 'id' | 'deleted_at_ms'>,
  annotation: Annotation,
): number {
  const { selector, comment, fields } = annotation;
  const labels = cleanLabels(annotation.labels);
  const { lastInsertRowid } = store
    .sql<unknown[]>(insertRow)
    .run(
      annotation.uid,
      document.id,
      annotation.kind,
      selector.start,
      selector.end,
      selector.exact,
      selector.prefix,
      selector.suffix,
      selector.textHash,
      annotation.orphaned ? 1 : 0,
      comment,
      JSON.stringify(fields),
      annotation.createdAtMs,
      annotation.updatedAtMs,
    );
  const id = Number(lastInsertRowid);
  if (labels.length > 0) setLabels(store, 'annotation', id, labels);
  if (document.deleted_at_ms === null)
    indexNewAnnotation(store, id, { exact: selector.exact, comment, fields, labels });
  return id;
}

/** Moves an annotation; its quote may have changed, so its index row is written when it has. */
export function setPlace(store: Store, id: number, before: Placed, { selector, orphaned }: Placed): void {
  store
    .sql<unknown[]>(
      'UPDATE annotations SET start_offset = ?, end_offset = ?, exact = ?, prefix = ?, suffix = ?, text_hash = ? WHERE id = ?',
    )
    .run(selector.start, selector.end, selector.exact, selector.prefix, selector.suffix, selector.textHash, id);
  // Apart: naming an indexed column makes SQLite write its index anew, for every passage at every save.
  if (before.orphaned !== orphaned)
    store.sql<[number, number]>('UPDATE annotations SET orphaned = ? WHERE id = ?').run(orphaned ? 1 : 0, id);
  if (before.selector.exact !== selector.exact) indexAnnotation(store, id);
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
function describeSeen(
  { text, text_hash }: TextRow,
  seen: { readonly start: number; readonly end: number; readonly exact: string },
): Selector {
  if (seen.start >= seen.end || seen.end > text.length || text.slice(seen.start, seen.end) !== seen.exact) {
    throw new Failure('annotation/bad-range', 'The passage is no longer where it was selected. Select it again.', {
      start: seen.start,
      end: seen.end,
    });
  }
  return describe(text, seen.start, seen.end, text_hash);
}

type AnnotationCalls = Pick<
  ArchiveCalls,
  | 'annotate'
  | 'annotateAll'
  | 'getAnnotation'
  | 'getAnnotations'
  | 'updateAnnotation'
  | 'updateAnnotations'
  | 'placeAnnotation'
  | 'unplaceAnnotation'
  | 'deleteAnnotations'
  | 'restoreAnnotations'
>;

export function annotationCalls(store: Store): AnnotationCalls {
  return {
    annotate: (input) => annotate(store, input),
    annotateAll: (input) => annotateAll(store, input),
    getAnnotation: ({ uid }) => store.read(() => readAnnotationView(store, annotationKey(store, uid).id)),
    getAnnotations: ({ uids }) => store.read(() => readAnnotationViews(store, uids)),
    updateAnnotation: (input) => updateAnnotation(store, input),
    updateAnnotations: ({ changes }) => store.write(() => changes.map((change) => updateAnnotation(store, change))),
    placeAnnotation: (input) => placeAnnotation(store, input),
    unplaceAnnotation: (input) => unplaceAnnotation(store, input),
    deleteAnnotations: ({ uids }) => deleteAnnotations(store, uids),
    restoreAnnotations: ({ uids }) => restoreAnnotations(store, uids),
  };
}

function annotate(store: Store, input: Parameters<ArchiveCalls['annotate']>[0]): Annotation {
  const { document, start, end, exact, comment, ...alike } = input;
  const [annotation] = insertSeen(store, { document, passages: [{ start, end, exact }], ...alike }, comment ?? '');
  if (annotation === undefined) throw new Error('One passage made no annotation.');
  return annotation;
}

const annotateAll = (store: Store, input: Parameters<ArchiveCalls['annotateAll']>[0]): readonly Annotation[] =>
  insertSeen(store, input, '');

/** Annotates passages alike: all of them, or none when the text has changed under one. */
function insertSeen(
  store: Store,
  { document: uid, passages, kind, labels, fields }: Parameters<ArchiveCalls['annotateAll']>[0],
  comment: string,
): readonly Annotation[] {
  return store.write((changes) => {
    const document = documentKey(store, uid);
    const content = textOfDocument(store, document.id);
    const now = store.nowMs();
    return passages.map((seen) => {
      const annotation: Annotation = {
        uid: annotationUid(v7()),
        document: uid,
        kind,
        selector: describeSeen(content, seen),
        orphaned: false,
        comment: normaliseText(comment),
        labels: cleanLabels(labels ?? []),
        fields: fields ?? {},
        createdAtMs: now,
        updatedAtMs: now,
      };
      insertAnnotation(store, document, annotation);
      changes.touchAnnotation(uid, annotation.uid);
      return annotation;
    });
  });
}

function updateAnnotation(store: Store, input: Parameters<ArchiveCalls['updateAnnotation']>[0]): Annotation {
  return store.write((changes) => {
    const key = annotationKey(store, input.uid);
    const before = readAnnotation(store, key.id);
    store
      .sql<unknown[]>('UPDATE annotations SET comment = ?, updated_at_ms = ? WHERE id = ?')
      .run(normaliseText(input.comment ?? before.comment), store.nowMs(), key.id);
    if (input.kind !== undefined || input.fields !== undefined) {
      store
        .sql<unknown[]>('UPDATE annotations SET kind = ?, fields = ? WHERE id = ?')
        .run(input.kind ?? before.kind, JSON.stringify(input.fields ?? before.fields), key.id);
    }
    if (input.labels !== undefined) setLabels(store, 'annotation', key.id, input.labels);
    indexAnnotation(store, key.id);
    // Its kind stands on the cards it is linked to.
    if (input.kind !== undefined && input.kind !== before.kind) touchLinked(store, key.id, changes);
    changes.touchAnnotation(key.document_uid, key.uid);
    return readAnnotation(store, key.id);
  });
}

function placeAnnotation(store: Store, input: Parameters<ArchiveCalls['placeAnnotation']>[0]): Annotation {
  return moveByHand(store, input.uid, ({ document }) => ({
    selector: describeSeen(textOfDocument(store, document), input),
    orphaned: false,
  }));
}

const unplaceAnnotation = (
  store: Store,
  { uid, selector }: Parameters<ArchiveCalls['unplaceAnnotation']>[0],
): Annotation => moveByHand(store, uid, () => ({ selector, orphaned: true }));

/** Gives an annotation the place somebody chose for it, or takes it. */
function moveByHand(store: Store, uid: AnnotationUid, place: (key: AnnotationKey) => Placed): Annotation {
  return store.write((changes) => {
    const key = annotationKey(store, uid);
    setPlace(store, key.id, readAnnotation(store, key.id), place(key));
    store.sql<[number, number]>('UPDATE annotations SET updated_at_ms = ? WHERE id = ?').run(store.nowMs(), key.id);
    changes.touchAnnotation(key.document_uid, key.uid);
    return readAnnotation(store, key.id);
  });
}

/** Runs for each annotation, deleted or not, and announces its document and those it is linked to. */
function eachKey(store: Store, uids: readonly AnnotationUid[], run: (key: AnnotationKey) => void): null {
  return store.write((changes) => {
    for (const uid of uids) {
      const key = findAnnotation(store, uid);
      if (key === undefined)
        throw new Failure('annotation/not-found', 'This annotation is not in the archive any more.', { uid });
      run(key);
      changes.touchAnnotation(key.document_uid, uid);
      // Its links come and go with it, on both ends.
      if (touchLinked(store, key.id, changes)) changes.touch(key.document_uid);
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

/** The text may have changed meanwhile, so a restored passage is looked for anew; an orphan stays one. */
function restoreAnnotations(store: Store, uids: readonly AnnotationUid[]): null {
  const lookedIn = textsOnce(store);
  return eachKey(store, uids, ({ id, document }) => {
    store.sql<[number]>('UPDATE annotations SET deleted_at_ms = NULL WHERE id = ?').run(id);
    const before = readAnnotation(store, id);
    if (!before.orphaned)
      setPlace(store, id, before, placeIn(lookedIn(document, before.selector.textHash), before.selector));
    indexAnnotation(store, id);
  });
}

/** The present text of a document, to look for passages in that were described in a text with a hash. Each is made ready once. */
function textsOnce(store: Store): (document: number, describedIn: string) => Resolvable {
  const ready = new Map<string, Resolvable>();
  return (document, describedIn) => {
    const key = `${document} ${describedIn}`;
    const known = ready.get(key);
    if (known !== undefined) return known;
    const { text, text_hash } = textOfDocument(store, document);
    const earlier = describedIn === text_hash ? undefined : keptTextOf(store, document, describedIn);
    const made = resolvable(text, text_hash, earlier);
    ready.set(key, made);
    return made;
  };
}
