/**
 * Bringing imported documents in, several in one transaction. Their index rows are written
 * last: FTS5 writes out what it has gathered at every savepoint and before every statement
 * with a trigger, which document by document would take three times as long.
 */
import type { ImportedDocument } from '@shared/model/document';
import { type CollectionUid, type DocumentUid, documentUid } from '@shared/model/ids';
import { v7 } from 'uuid';
import type { Archive, ImportItem, InsertOutcome } from './archive-api';
import { keepAsset } from './assets';
import { attachAnnotations } from './attach-annotations';
import { restoreFromBin } from './bin';
import { addMember } from './collections';
import { importInto } from './import-into';
import { findMet, join } from './import-met';
import { becomeVersion, findVersioned } from './import-version';
import { indexNewDocument } from './index-rows';
import { lacksPictures } from './lacks-pictures';
import { collectionKey } from './lookup';
import { insertMarkedPassages } from './marked-passages';
import { addOriginal, documentWithOriginal } from './originals';
import { prepareImport } from './prepare-import';
import type { IndexRow, PreparedBody, PreparedImport } from './prepared-import';
import { sha256Of } from './sha256';
import type { Changes, Store } from './store';
import { insertDocument } from './write-document';

/** What the documents of one transaction share. */
interface Inserting {
  readonly store: Store;
  readonly changes: Changes;
  readonly collection: CollectionUid | undefined;
  /** Index rows to be written last, by document. */
  readonly waiting: Map<number, IndexRow>;
}

export function importedCalls(
  store: Store,
): Pick<Archive, 'insertImported' | 'insertAllImported' | 'attachAnnotations' | 'importInto'> {
  return {
    attachAnnotations: (sources) =>
      store.write((changes) => sources.map((source) => attachAnnotations(store, source, changes))),
    insertImported: (document, original, collection, prepared) => {
      const [outcome] = insertAll(store, [{ document, original, prepared }], collection);
      if (outcome === undefined) throw new Error('A document was neither inserted nor known.');
      return outcome;
    },
    insertAllImported: (items, collection) => insertAll(store, items, collection),
    importInto: (uid, item) => store.write((changes) => importInto(store, uid, item, changes)),
  };
}

const insertAll = (
  store: Store,
  items: readonly ImportItem[],
  collection: CollectionUid | undefined,
): readonly InsertOutcome[] =>
  store.write((changes) => {
    const inserting: Inserting = { store, changes, collection, waiting: new Map() };
    const outcomes = items.map((item) => insertOne(inserting, item));
    writeWaiting(inserting);
    return outcomes;
  });

function writeWaiting({ store, waiting }: Inserting): void {
  for (const [id, row] of waiting) indexNewDocument(store, id, row);
  waiting.clear();
}

function insertOne(inserting: Inserting, { document: imported, original, prepared: given }: ImportItem): InsertOutcome {
  const { store, changes, collection } = inserting;
  const sha256 = original === null ? null : (given?.original?.sha256 ?? sha256Of(original.bytes));
  const known = sha256 === null ? undefined : documentWithOriginal(store, sha256);
  if (known !== undefined) {
    if (known.deleted_at_ms !== null) restoreFromBin(store, known, changes);
    return knownAgain(inserting, known, imported, given);
  }
  const prepared = given ?? prepareImport(imported, original);
  const met = findMet(store, imported, prepared.body.text);
  if (met !== undefined) {
    // It may have come in just now, in the same transaction.
    if (inserting.waiting.has(met.id)) writeWaiting(inserting);
    return join(store, met, imported, prepared.body.text, changes);
  }
  for (const asset of imported.assets ?? []) keepAsset(store, asset);
  const versioned = findVersioned(store, imported, prepared.body);
  const { id, outcome } =
    versioned === undefined
      ? insertNew(inserting, imported, prepared)
      : { id: versioned.id, outcome: updated(inserting, versioned, imported, prepared.body) };
  if (original !== null && sha256 !== null) {
    const { fileName, mediaType, bytes } = original;
    const info = { sha256, fileName, mediaType, sizeBytes: bytes.length, capturedAtMs: store.nowMs() };
    addOriginal(store, id, info, bytes, prepared.original?.packed);
  }
  insertMarkedPassages(store, { id, uid: outcome.uid }, imported.annotations ?? []);
  if (collection !== undefined) addMember(store, collectionKey(store, collection), id);
  return outcome;
}

/** Nothing comes of a file that is here, unless its text came in without the pictures the file has. */
function knownAgain(
  inserting: Inserting,
  known: { readonly id: number; readonly uid: DocumentUid; readonly title: string },
  imported: ImportedDocument,
  given: PreparedImport | undefined,
): InsertOutcome {
  const nothing = { did: 'nothing', uid: known.uid, title: known.title } as const;
  if (imported.assets === undefined || imported.assets.length === 0) return nothing;
  const { body } = given ?? prepareImport(imported, null);
  if (!lacksPictures(inserting.store, known.id, imported, body)) return nothing;
  for (const asset of imported.assets) keepAsset(inserting.store, asset);
  return updated(inserting, known, imported, body);
}

function insertNew(
  { store, changes, waiting }: Inserting,
  { uid: given, type, title, metadata, labels }: ImportedDocument,
  { body, indexRow }: PreparedImport,
): { readonly id: number; readonly outcome: InsertOutcome } {
  const now = store.nowMs();
  const uid = given ?? documentUid(v7());
  const times = { createdAtMs: now, updatedAtMs: now, deletedAtMs: null };
  const origin = { savedAtMs: now, reason: 'import' } as const;
  const document = { uid, type, title, metadata, body: body.body, labels, revision: 0, ...times, bodyOrigin: origin };
  const id = insertDocument(store, document, changes, body, 'later');
  waiting.set(id, indexRow);
  return { id, outcome: { did: 'insert', uid } };
}

function updated(
  inserting: Inserting,
  versioned: { readonly id: number; readonly uid: DocumentUid },
  imported: ImportedDocument,
  body: PreparedBody,
): InsertOutcome {
  const { store, changes, waiting } = inserting;
  // It may have come in just now, in the same transaction.
  if (waiting.has(versioned.id)) writeWaiting(inserting);
  return { did: 'update', uid: versioned.uid, ...becomeVersion(store, versioned, imported, body, changes) };
}
