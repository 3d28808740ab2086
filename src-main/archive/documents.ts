/** Bringing documents in and changing what is known about them; bodies are saved in save-body.ts. */

import type { DocumentView } from '@shared/contract/document-shapes';
import { emptyBody } from '@shared/model/block';
import { emptyMetadata, type Metadata } from '@shared/model/document';
import { documentUid } from '@shared/model/ids';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { aroundDocument } from './around-document';
import { addMember } from './collections';
import { indexDocument } from './index-rows';
import { setLabels } from './labels';
import { touchLinkedDocuments } from './linked';
import { collectionKey, documentKey } from './lookup';
import { touchQuoted } from './quotations';
import { annotationsOf, placeIn, resolvable } from './read-annotation';
import { readDocument } from './read-document';
import type { Store } from './store';
import { insertDocument, replaceMetadata, replaceTitle } from './write-document';
import { markWritten, type WritableField, writableFields } from './written-fields';

type DocumentCalls = Pick<
  ArchiveCalls,
  'createNote' | 'openDocument' | 'renameDocument' | 'updateMetadata' | 'setDocumentLabels'
>;

export function documentCalls(store: Store): DocumentCalls {
  return {
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
  return { document, textHash, annotations, ...aroundDocument(store, id, document.uid) };
}
