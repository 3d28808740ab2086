/**
 * Two articles with nearly the same text made one: what was done to the one is carried over
 * to the other, and it goes to the bin with its text and its original. Can be taken back.
 */
import type { Merged, MergeOutcome } from '@shared/contract/duplicate-calls';
import type { LinkUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { setPlace, textOfDocument } from './annotations';
import type { ArchiveCalls } from './archive-api';
import { putIntoBin, restoreFromBin } from './bin';
import { earlierText } from './carry-annotations';
import { addMember, collectionsOf } from './collections';
import { indexAnnotation, indexDocument } from './index-rows';
import { labelsOf, setLabels } from './labels';
import { collectionKey, type DocumentKey, documentKey, findAnnotation, findDocument } from './lookup';
import { moveMentions, moveMentionsBack } from './merge-notes';
import { annotationsOf, placeIn, readAnnotation, resolvable } from './read-annotation';
import type { Changes, Store } from './store';

type Key = Pick<DocumentKey, 'id' | 'uid'>;

function moveTo(store: Store, annotation: number, document: number): void {
  store.sql<[number, number]>('UPDATE annotations SET document = ? WHERE id = ?').run(document, annotation);
}

/** Each where its words stand in the kept text, found with the text they were marked in at hand. */
function moveAnnotations(
  store: Store,
  keep: Key,
  gone: Key,
): Pick<Merged, 'annotations'> & { readonly orphaned: number } {
  const { text, text_hash } = textOfDocument(store, keep.id);
  const kept = resolvable(text, text_hash, earlierText(store, gone.id));
  let orphaned = 0;
  const annotations = annotationsOf(store, gone.id).map(({ id, annotation }) => {
    const placed = placeIn(kept, annotation.selector);
    if (placed.orphaned) orphaned++;
    moveTo(store, id, keep.id);
    setPlace(store, id, annotation, placed);
    // Its stems are those of its document's language.
    indexAnnotation(store, id);
    return { uid: annotation.uid, selector: annotation.selector, orphaned: annotation.orphaned };
  });
  return { annotations, orphaned };
}

/** Links that lead to a document as a whole lead to the other; one that is there already, or would begin in it, stays. */
function moveLinks(store: Store, from: Key, to: Key): readonly LinkUid[] {
  return store
    .sql<[{ from: number; to: number }], { uid: LinkUid }>(
      `UPDATE OR IGNORE links SET to_document = :to WHERE to_document = :from
       AND from_annotation NOT IN (SELECT id FROM annotations WHERE document = :to) RETURNING uid`,
    )
    .all({ from: from.id, to: to.id })
    .map(({ uid }) => uid);
}

function addLabels(store: Store, keep: Key, gone: Key): readonly string[] {
  const before = labelsOf(store, 'document', keep.id);
  const added = labelsOf(store, 'document', gone.id).filter((label) => !before.includes(label));
  if (added.length === 0) return [];
  setLabels(store, 'document', keep.id, [...before, ...added]);
  indexDocument(store, keep.id);
  return added;
}

function addCollections(store: Store, keep: Key, gone: Key): Merged['collections'] {
  const before = collectionsOf(store, keep.id);
  const added = collectionsOf(store, gone.id).filter((uid) => !before.includes(uid));
  for (const uid of added) addMember(store, collectionKey(store, uid), keep.id);
  return added;
}

/** @throws Failure `document/not-found`, `request/invalid` when it is no article, or in the bin */
function mergeable(store: Store, uid: Merged['kept']): DocumentKey {
  const key = documentKey(store, uid);
  if (key.type === 'article' && key.deleted_at_ms === null) return key;
  throw new Failure('request/invalid', 'Only two articles outside the bin can be merged.', { uid });
}

function merge(store: Store, input: Parameters<ArchiveCalls['mergeDocuments']>[0], changes: Changes): MergeOutcome {
  const [keep, gone] = [mergeable(store, input.keep), mergeable(store, input.gone)];
  if (keep.id === gone.id)
    throw new Failure('request/invalid', 'An article can’t be merged with itself.', { uid: keep.uid });
  const links = moveLinks(store, gone, keep);
  const { annotations, orphaned } = moveAnnotations(store, keep, gone);
  const labels = addLabels(store, keep, gone);
  const collections = addCollections(store, keep, gone);
  const notes = moveMentions(store, gone.uid, keep.uid, changes);
  putIntoBin(store, gone, changes);
  // Notes and cards anywhere show what moved.
  changes.touchMany();
  return {
    merged: { kept: keep.uid, gone: gone.uid, annotations, links, labels, collections, notes },
    carried: annotations.length - orphaned,
    orphaned,
    linksLeft: linksTo(store, gone),
  };
}

const linksTo = (store: Store, { id }: Key): number =>
  store.sql<[number], { count: number }>('SELECT count(*) AS count FROM links WHERE to_document = ?').get(id)?.count ??
  0;

function unmerge(store: Store, merged: Merged, changes: Changes): { readonly gone: Merged['gone'] } {
  const gone = documentKey(store, merged.gone);
  if (gone.deleted_at_ms !== null) restoreFromBin(store, gone, changes);
  const kept = findDocument(store, merged.kept);
  for (const { uid, selector, orphaned } of merged.annotations) {
    const key = findAnnotation(store, uid);
    if (key === undefined || key.document !== kept?.id) continue;
    moveTo(store, key.id, gone.id);
    setPlace(store, key.id, readAnnotation(store, key.id), { selector, orphaned });
    indexAnnotation(store, key.id);
  }
  for (const uid of merged.links)
    store.sql<[number, string]>('UPDATE OR IGNORE links SET to_document = ? WHERE uid = ?').run(gone.id, uid);
  if (kept !== undefined) takeBack(store, kept, merged);
  moveMentionsBack(store, merged, changes);
  changes.touchMany();
  return { gone: gone.uid };
}

/** The kept document without the labels and collections it got. */
function takeBack(store: Store, kept: Key, { labels, collections }: Merged): void {
  const left = labelsOf(store, 'document', kept.id).filter((label) => !labels.includes(label));
  setLabels(store, 'document', kept.id, left);
  indexDocument(store, kept.id);
  for (const uid of collections)
    store
      .sql<[string, number]>(
        `DELETE FROM collection_documents WHERE collection = (SELECT id FROM collections WHERE uid = ?) AND document = ?`,
      )
      .run(uid, kept.id);
}

export function mergeCalls(store: Store): Pick<ArchiveCalls, 'mergeDocuments' | 'unmergeDocuments'> {
  return {
    mergeDocuments: (input) => store.write((changes) => merge(store, input, changes)),
    unmergeDocuments: (input) => store.write((changes) => unmerge(store, input, changes)),
  };
}
