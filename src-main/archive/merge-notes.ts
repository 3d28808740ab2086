/**
 * Mentions of a document, and quotations out of it, led to the one it was merged into, and back. Each
 * note gets a version of its own, as if they had been written anew.
 */
import type { Merged } from '@shared/contract/duplicate-calls';
import type { DocumentUid } from '@shared/model/ids';
import { referencesOf, withReferences } from '@shared/model/retargeted';
import { findDocument } from './lookup';
import { readDocument } from './read-document';
import type { Changes, Store } from './store';
import { prepareBody, replaceBody } from './write-document';

type Moved = Merged['notes'][number];

/** Leads them from one document to another; says which they were. */
export function moveMentions(store: Store, from: DocumentUid, to: DocumentUid, changes: Changes): readonly Moved[] {
  const notes = store
    .sql<[string], { id: number }>('SELECT DISTINCT note AS id FROM quotations WHERE document_uid = ? ORDER BY note')
    .all(from);
  return notes.map(({ id }) => {
    const { document } = readDocument(store, id);
    const led = withReferences(document.body, (uid) => (uid === from ? to : uid));
    const places = referencesOf(document.body).flatMap((uid, place) => (uid === from ? [place] : []));
    rewrite(store, id, led, changes);
    return { uid: document.uid, places, of: referencesOf(led).filter((uid) => uid === to).length };
  });
}

/**
 * Leads them back. Of a note that was written in since: all, when all that led to the document came from the
 * other; none, when nobody can say which did.
 */
export function moveMentionsBack(store: Store, merged: Merged, changes: Changes): void {
  const { kept, gone, notes } = merged;
  for (const { uid, places, of } of notes) {
    const note = findDocument(store, uid);
    if (note === undefined) continue;
    const { body } = readDocument(store, note.id).document;
    const leading = referencesOf(body).flatMap((target, place) => (target === kept ? [place] : []));
    const isSame = leading.length === of && places.every((place) => leading.includes(place));
    const back = new Set(isSame ? places : places.length === of ? leading : []);
    const led = withReferences(body, (target, place) => (back.has(place) ? gone : target));
    if (led !== body) rewrite(store, note.id, led, changes);
  }
}

function rewrite(store: Store, id: number, body: Parameters<typeof prepareBody>[0], changes: Changes): void {
  replaceBody(store, id, prepareBody(body), { savedAtMs: store.nowMs(), reason: 'edit' }, changes);
}
