/** One consistent reading of a selection, for exporters. */
import type { ExportSelection } from '@shared/contract/calls';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle } from '@shared/model/bundle';
import type { CollectionUid, DocumentUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { describeAsset, pictureBytes, readAsset } from './assets';
import { readCollections } from './collections';
import { nameOf } from './info';
import { keptApartAmong } from './kept-apart';
import { type LinkRow, linkRows, toLink } from './links';
import { documentKey } from './lookup';
import { readOriginal } from './originals';
import { annotationsOf } from './read-annotation';
import { readDocument } from './read-document';
import { quotedPlaces, referencedBy } from './referenced';
import { wholeHistory } from './revision-rows';
import { readKeptSearches } from './search/kept-searches';
import { documentsFound } from './search/search';
import type { Store } from './store';

/** Documents of a collection and of those inside it, in the order they came in; without the bin. */
function keysInCollection(store: Store, collection: CollectionUid): readonly number[] {
  return store
    .sql<[string], { id: number }>(
      `WITH RECURSIVE inside(id) AS (
         SELECT id FROM collections WHERE uid = ?
         UNION SELECT c.id FROM collections c JOIN inside i ON c.parent = i.id)
       SELECT DISTINCT d.id FROM collection_documents x JOIN documents d ON d.id = x.document
       WHERE x.collection IN (SELECT id FROM inside) AND d.deleted_at_ms IS NULL ORDER BY d.id`,
    )
    .all(collection)
    .map(({ id }) => id);
}

/** Everything, the bin too, for `all`; the others as they are named or found. */
function selectedKeys(store: Store, selection: ExportSelection): readonly number[] {
  switch (selection.take) {
    case 'all':
      return store
        .sql<[], { id: number }>('SELECT id FROM documents ORDER BY id')
        .all()
        .map(({ id }) => id);
    case 'documents':
      return [...new Set(selection.documents.map((uid) => documentKey(store, uid).id))];
    case 'query':
      return documentsFound(store, selection.query);
    case 'collection':
      return keysInCollection(store, selection.collection);
    default:
      return assertNever(selection);
  }
}

/** Links with an end among the selected documents. */
function linksAmong(store: Store, keys: string): readonly LinkRow[] {
  return store
    .sql<[{ keys: string }], LinkRow>(
      `${linkRows} AND (fd.id IN (SELECT value FROM json_each(:keys)) OR td.id IN (SELECT value FROM json_each(:keys))) ORDER BY k.id`,
    )
    .all({ keys });
}

export function readBundle(store: Store, selection: ExportSelection, nowMs: number): ExportBundle {
  const ids = selectedKeys(store, selection);
  const keys = JSON.stringify(ids);
  const documents = ids.map((id) => readDocument(store, id).document);
  const annotations: readonly Annotation[] = ids.flatMap((id) =>
    annotationsOf(store, id).map(({ annotation }) => annotation),
  );
  const links = linksAmong(store, keys);
  const memberships = store
    .sql<[string], { collection: CollectionUid; document: DocumentUid }>(
      `SELECT c.uid AS collection, d.uid AS document FROM collection_documents x JOIN collections c ON c.id = x.collection
       JOIN documents d ON d.id = x.document WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY c.id, d.id`,
    )
    .all(keys);
  return {
    archiveName: nameOf(store.path),
    exportedAtMs: nowMs,
    documents,
    annotations,
    links: links.map(toLink),
    collections: readCollections(store),
    memberships,
    keptApart: keptApartAmong(store, keys),
    // Of a part of the archive nobody expects what is kept for searching all of it.
    searches: selection.take === 'all' ? readKeptSearches(store) : undefined,
    readHistory: (uid) => wholeHistory(store, documentKey(store, uid).id),
    readOriginal: (sha256) => readOriginal(store, sha256),
    readAsset: (sha256) => readAsset(store, sha256),
    describeAsset: (sha256) => describeAsset(store, sha256),
    pictureBytes: (uid) => pictureBytes(store, documentKey(store, uid).id),
    referenced: referencedBy(store, keys, links, new Set(documents.map(({ uid }) => uid))),
    quotedPlaces: quotedPlaces(store, keys),
  };
}
