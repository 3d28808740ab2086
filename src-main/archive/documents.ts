/** Bringing documents in and changing what is known about them; bodies are saved in save-body.ts. */

import type { DocumentView } from '@shared/contract/shapes';
import { emptyBody } from '@shared/model/block';
import { emptyMetadata, type ImportedDocument, type Metadata } from '@shared/model/document';
import { type DocumentUid, documentUid } from '@shared/model/ids';
import { v7 } from 'uuid';
import type { Archive, ArchiveCalls, InsertOutcome } from './archive-api';
import { restoreFromBin } from './bin';
import { addMember, collectionsOf } from './collections';
import { becomeVersion, findVersioned } from './import-version';
import { indexDocument } from './index-rows';
import { setLabels } from './labels';
import { touchLinkedDocuments } from './linked';
import { linksOf, linksToDocument } from './links';
import { collectionKey, documentKey } from './lookup';
import { insertMarkedPassages } from './marked-passages';
import { addOriginal, documentWithOriginal } from './originals';
import { prepareImport } from './prepare-import';
import type { PreparedBody, PreparedImport } from './prepared-import';
import { backlinksOf, touchQuoted } from './quotations';
import { annotationsOf, placeIn, resolvable } from './read-annotation';
import { readDocument } from './read-document';
import { sha256Of } from './sha256';
import type { Changes, Store } from './store';
import { insertDocument, replaceMetadata, replaceTitle } from './write-document';
import { markWritten, type WritableField, writableFields } from './written-fields';

type DocumentCalls = Pick<Archive, 'insertImported' | 'insertAllImported'> &
  Pick<ArchiveCalls, 'createNote' | 'openDocument' | 'renameDocument' | 'updateMetadata' | 'setDocumentLabels'>;

export function documentCalls(store: Store): DocumentCalls {
  return {
    insertImported: (...input) => insertImported(store, ...input),
    insertAllImported: (items, collection) =>
      store.write(() =>
        items.map(({ document, original, prepared }) =>
          insertImported(store, document, original, collection, prepared),
        ),
      ),
    createNote: (input) => createNote(store, input),
    openDocument: ({ uid }) => store.read(() => openDocument(store, documentKey(store, uid).id)),
    renameDocument: ({ uid, title }) =>
      store.write((changes) => {
        const { id } = documentKey(store, uid);
        replaceTitle(store, id, title, store.nowMs());
        markWritten(store, id, ['title']);
        // The title of a note stands in the backlinks of what it quotes, and any title on what it is linked to.
        touchQuoted(store, id, changes);
        touchLinkedDocuments(store, id, changes);
        changes.touch(uid);
        return null;
      }),
    updateMetadata: ({ uid, metadata }) =>
      store.write((changes) => {
        const { id } = documentKey(store, uid);
        const before = readDocument(store, id).document.metadata;
        const after = patched(before, metadata);
        replaceMetadata(store, id, after, store.nowMs());
        markWritten(store, id, fieldsChanged(before, after));
        changes.touch(uid);
        return null;
      }),
    setDocumentLabels: ({ uid, labels }) =>
      store.write((changes) => {
        const { id } = documentKey(store, uid);
        setLabels(store, 'document', id, labels);
        store.sql<[number, number]>('UPDATE documents SET updated_at_ms = ? WHERE id = ?').run(store.nowMs(), id);
        indexDocument(store, id);
        changes.touch(uid);
        return null;
      }),
  };
}

function patched(before: Metadata, patch: Parameters<ArchiveCalls['updateMetadata']>[0]['metadata']): Metadata {
  return {
    authors: patch.authors ?? before.authors,
    site: patch.site ?? before.site,
    url: patch.url ?? before.url,
    date: patch.date ?? before.date,
    language: patch.language ?? before.language,
    description: patch.description ?? before.description,
  };
}

const fieldsChanged = (before: Metadata, after: Metadata): readonly WritableField[] =>
  writableFields.filter((field) => field !== 'title' && String(before[field]) !== String(after[field]));

const insertImported = (
  store: Store,
  ...[imported, original, collection, given]: Parameters<Archive['insertImported']>
): InsertOutcome =>
  store.write((changes) => {
    const sha256 = original === null ? null : (given?.original?.sha256 ?? sha256Of(original.bytes));
    const known = sha256 === null ? undefined : documentWithOriginal(store, sha256);
    if (known !== undefined) {
      if (known.deleted_at_ms !== null) restoreFromBin(store, known, changes);
      return { did: 'nothing', uid: known.uid, title: known.title };
    }
    const prepared = given ?? prepareImport(imported, original);
    const { body } = prepared;
    const versioned = findVersioned(store, imported, body);
    const { id, outcome } =
      versioned === undefined
        ? insertNew(store, imported, prepared, changes)
        : { id: versioned.id, outcome: updated(store, versioned, imported, body, changes) };
    if (original !== null && sha256 !== null) {
      const { fileName, mediaType, bytes } = original;
      const info = { sha256, fileName, mediaType, sizeBytes: bytes.length, capturedAtMs: store.nowMs() };
      addOriginal(store, id, info, bytes, prepared.original?.packed);
    }
    insertMarkedPassages(store, { id, uid: outcome.uid }, imported.annotations ?? []);
    if (collection !== undefined) addMember(store, collectionKey(store, collection), id);
    return outcome;
  });

function insertNew(
  store: Store,
  { type, title, metadata, labels }: ImportedDocument,
  { body, indexRow }: PreparedImport,
  changes: Changes,
): { readonly id: number; readonly outcome: InsertOutcome } {
  const now = store.nowMs();
  const uid = documentUid(v7());
  const times = { createdAtMs: now, updatedAtMs: now, deletedAtMs: null };
  const origin = { savedAtMs: now, reason: 'import' } as const;
  const document = { uid, type, title, metadata, body: body.body, labels, revision: 0, ...times, bodyOrigin: origin };
  return { id: insertDocument(store, document, changes, body, indexRow), outcome: { did: 'insert', uid } };
}

const updated = (
  store: Store,
  versioned: { readonly id: number; readonly uid: DocumentUid },
  imported: ImportedDocument,
  body: PreparedBody,
  changes: Changes,
): InsertOutcome => ({
  did: 'update',
  uid: versioned.uid,
  ...becomeVersion(store, versioned, imported, body, changes),
});

const createNote = (
  store: Store,
  input: Parameters<ArchiveCalls['createNote']>[0],
): ReturnType<ArchiveCalls['createNote']> =>
  store.write((changes) => {
    const now = store.nowMs();
    const uid = documentUid(v7());
    const id = insertDocument(
      store,
      {
        uid,
        type: 'note',
        title: input.title,
        metadata: emptyMetadata,
        body: input.body ?? emptyBody,
        labels: [],
        revision: 0,
        createdAtMs: now,
        updatedAtMs: now,
        deletedAtMs: null,
      },
      changes,
    );
    if (input.collection !== undefined) addMember(store, collectionKey(store, input.collection), id);
    return { uid };
  });

/** Rows are the truth; a place that counts in another text (a fault) is looked for, and the row left alone. */
function openDocument(store: Store, id: number): DocumentView {
  const { document, textHash } = readDocument(store, id);
  const text = resolvable(document.text, textHash);
  const annotations = annotationsOf(store, id).map(({ annotation }) => {
    if (annotation.orphaned || annotation.selector.textHash === textHash) return annotation;
    return { ...annotation, ...placeIn(text, annotation.selector) };
  });
  return {
    document,
    annotations,
    links: linksOf(store, id),
    documentLinks: linksToDocument(store, id),
    backlinks: backlinksOf(store, id, document.uid),
    collections: collectionsOf(store, id),
  };
}
