/** Bringing documents in and changing what is known about them; bodies are saved in save-body.ts. */

import type { DocumentView } from '@shared/contract/shapes';
import { emptyBody } from '@shared/model/block';
import { emptyMetadata, type Metadata } from '@shared/model/document';
import { documentUid } from '@shared/model/ids';
import { v7 } from 'uuid';
import type { Archive, ArchiveCalls } from './archive-api';
import { restoreFromBin } from './bin';
import { addMember, collectionsOf } from './collections';
import { indexDocument } from './index-rows';
import { setLabels } from './labels';
import { linksOf, linksToDocument } from './links';
import { collectionKey, documentKey } from './lookup';
import { addOriginal, documentWithOriginal } from './originals';
import { backlinksOf, touchQuoted } from './quotations';
import { annotationsOf, placeIn } from './read-annotation';
import { readDocument } from './read-document';
import type { Store } from './store';
import { insertDocument, replaceMetadata, replaceTitle, sha256Of } from './write-document';

type DocumentCalls = Pick<Archive, 'insertImported' | 'insertAllImported'> &
  Pick<ArchiveCalls, 'createNote' | 'openDocument' | 'renameDocument' | 'updateMetadata' | 'setDocumentLabels'>;

export function documentCalls(store: Store): DocumentCalls {
  return {
    insertImported: (...input) => insertImported(store, ...input),
    insertAllImported: (items, collection) =>
      store.write(() => items.map(({ document, original }) => insertImported(store, document, original, collection))),
    createNote: (input) => createNote(store, input),
    openDocument: ({ uid }) => store.read(() => openDocument(store, documentKey(store, uid).id)),
    renameDocument: ({ uid, title }) =>
      store.write((changes) => {
        const { id } = documentKey(store, uid);
        replaceTitle(store, id, title, store.nowMs());
        // The title of a note stands in the backlinks of what it quotes.
        touchQuoted(store, id, changes);
        changes.touch(uid);
        return null;
      }),
    updateMetadata: ({ uid, metadata }) =>
      store.write((changes) => {
        const { id } = documentKey(store, uid);
        replaceMetadata(store, id, patched(readDocument(store, id).document.metadata, metadata), store.nowMs());
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

const insertImported = (
  store: Store,
  ...[imported, original, collection]: Parameters<Archive['insertImported']>
): ReturnType<Archive['insertImported']> =>
  store.write((changes) => {
    const sha256 = original === null ? null : sha256Of(original.bytes);
    const known = sha256 === null ? undefined : documentWithOriginal(store, sha256);
    if (known !== undefined) {
      if (known.deleted_at_ms !== null) restoreFromBin(store, known, changes);
      return { inserted: false, uid: known.uid, title: known.title };
    }
    const now = store.nowMs();
    const uid = documentUid(v7());
    const { type, title, metadata, body, labels } = imported;
    const id = insertDocument(
      store,
      { uid, type, title, metadata, body, labels, revision: 0, createdAtMs: now, updatedAtMs: now, deletedAtMs: null },
      changes,
    );
    if (original !== null && sha256 !== null) {
      const { fileName, mediaType, bytes } = original;
      addOriginal(store, id, { sha256, fileName, mediaType, sizeBytes: bytes.length, capturedAtMs: now }, bytes);
    }
    if (collection !== undefined) addMember(store, collectionKey(store, collection), id);
    return { inserted: true, uid };
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
  const annotations = annotationsOf(store, id).map(({ annotation }) => {
    if (annotation.orphaned || annotation.selector.textHash === textHash) return annotation;
    return { ...annotation, ...placeIn(document.text, textHash, annotation.selector) };
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
