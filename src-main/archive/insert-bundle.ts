/** Bringing a whole archive in: everything with its uid, what is here already left alone. */
import type { Annotation } from '@shared/model/annotation';
import type { ImportedBundle } from '@shared/model/bundle';
import type { Collection, Document } from '@shared/model/document';
import type { CollectionUid } from '@shared/model/ids';
import { insertAnnotation, textOfDocument } from './annotations';
import type { Archive } from './archive-api';
import { dropUnusedAssets, keepAsset, nameAssets } from './assets';
import { addMember, insertCollection } from './collections';
import { insertKeptApart } from './kept-apart';
import { insertLink, type LinkTarget, linkExists } from './links';
import { findAnnotation, findDocument } from './lookup';
import { addOriginal } from './originals';
import { placeIn, resolvable } from './read-annotation';
import { insertEarlier } from './revision-rows';
import { insertKeptSearches } from './search/kept-searches';
import type { Changes, Store } from './store';
import { insertDocument } from './write-document';

type BundleOutcome = ReturnType<Archive['insertBundle']>;

/** Inserts documents that are not here; originals whose bytes are missing from the bundle are left out. */
function insertDocuments(store: Store, bundle: ImportedBundle, changes: Changes): BundleOutcome {
  for (const asset of bundle.assets.values()) keepAsset(store, asset);
  const inserted: BundleOutcome['inserted'][number][] = [];
  const skipped: BundleOutcome['skipped'][number][] = [];
  for (const document of bundle.documents) {
    const { uid, title } = document;
    if (findDocument(store, uid) !== undefined) {
      skipped.push({ uid, title });
      continue;
    }
    const history = bundle.histories.get(uid);
    const id = insertDocument(store, history ? { ...document, bodyOrigin: history.present } : document, changes);
    insertEarlier(store, id, history?.earlier ?? []);
    for (const { body } of history?.earlier ?? []) nameAssets(store, id, body);
    addOriginals(store, id, document, bundle);
    inserted.push({ uid, title, lang: document.metadata.language });
  }
  return { inserted, skipped };
}

function addOriginals(store: Store, id: number, document: Document, bundle: ImportedBundle): void {
  for (const info of document.originals) {
    const bytes = bundle.originals.get(info.sha256);
    if (bytes !== undefined) addOriginal(store, id, info, bytes);
  }
}

/** An annotation is kept as it is when its quote stands at its place; otherwise it is looked for. */
function insertAnnotations(store: Store, annotations: readonly Annotation[]): void {
  let id = -1;
  let text = resolvable('', '');
  for (const annotation of annotations) {
    const document = findDocument(store, annotation.document);
    if (document === undefined || findAnnotation(store, annotation.uid) !== undefined) continue;
    // Annotations of a document come together, so its text is read once.
    if (document.id !== id) {
      const content = textOfDocument(store, document.id);
      text = resolvable(content.text, content.text_hash);
    }
    id = document.id;
    const placed = annotation.orphaned ? annotation : placeIn(text, annotation.selector);
    insertAnnotation(store, document, { ...annotation, selector: placed.selector, orphaned: placed.orphaned });
  }
}

/** Parents before children, whatever order they come in; a parent nobody has puts a collection at the top. */
function insertCollections(store: Store, collections: readonly Collection[]): void {
  const keyOf = (uid: CollectionUid): number | null =>
    store.sql<[string], { id: number }>('SELECT id FROM collections WHERE uid = ?').get(uid)?.id ?? null;
  const fresh = collections.filter(({ uid }) => keyOf(uid) === null);
  for (const { uid, name } of fresh) insertCollection(store, uid, name, null);
  const setParent = store.sql<[number | null, string]>('UPDATE collections SET parent = ? WHERE uid = ?');
  for (const { uid, parent } of withoutCycles(fresh)) setParent.run(parent === null ? null : keyOf(parent), uid);
}

/** A damaged bundle may hold collections inside each other; those go to the top. */
function withoutCycles(collections: readonly Collection[]): readonly Collection[] {
  const parents = new Map(collections.map(({ uid, parent }) => [uid, parent]));
  return collections.map((collection) => {
    const seen = new Set<CollectionUid>();
    for (let at: CollectionUid | null = collection.uid; at !== null; at = parents.get(at) ?? null) {
      if (seen.has(at)) return { ...collection, parent: null };
      seen.add(at);
    }
    return collection;
  });
}

function insertMemberships(store: Store, memberships: ImportedBundle['memberships']): void {
  for (const membership of memberships) {
    const document = findDocument(store, membership.document);
    const collection = store
      .sql<[string], { id: number }>('SELECT id FROM collections WHERE uid = ?')
      .get(membership.collection);
    if (document !== undefined && collection !== undefined) addMember(store, collection.id, document.id);
  }
}

function insertLinks(store: Store, bundle: ImportedBundle): void {
  for (const link of bundle.links) {
    const from = findAnnotation(store, link.from);
    const annotation = 'annotation' in link.to ? findAnnotation(store, link.to.annotation)?.id : undefined;
    const document = 'document' in link.to ? findDocument(store, link.to.document)?.id : undefined;
    if (from === undefined || (annotation === undefined && document === undefined)) continue;
    const target: LinkTarget = { annotation: annotation ?? null, document: document ?? null };
    const known = store.sql<[string], { id: number }>('SELECT id FROM links WHERE uid = ?').get(link.uid);
    if (known === undefined && !linkExists(store, from.id, target, link.relation))
      insertLink(store, link, from.id, target);
  }
}

/** One transaction: all of it comes in, or nothing. */
export const insertBundle = (store: Store, bundle: ImportedBundle): BundleOutcome =>
  store.write((changes) => {
    const outcome = insertDocuments(store, bundle, changes);
    // those of documents that were here already
    dropUnusedAssets(store);
    insertAnnotations(store, bundle.annotations);
    insertCollections(store, bundle.collections);
    insertMemberships(store, bundle.memberships);
    insertLinks(store, bundle);
    insertKeptApart(store, bundle.keptApart ?? []);
    if (bundle.searches !== undefined) insertKeptSearches(store, bundle.searches);
    changes.touchMany();
    return outcome;
  });
