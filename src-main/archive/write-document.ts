/**
 * The only functions that write a document: its row, its body, what is derived from the
 * body (text, hashes, excerpt, quotations) and its index row, all in the caller's transaction.
 */
import type { Body } from '@shared/model/block';
import { type BodyOrigin, likelyOrigin } from '@shared/model/bundle';
import type { DocumentType, Metadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';
import { fold } from '@shared/text/fold';
import { textHash } from '@shared/text/text-hash';
import { addressKey } from './address-key';
import { nameAssets } from './assets';
import { noteIndexDue } from './due-index';
import { indexAnnotationsOf, indexDocument, indexNewDocument, rowOfDocument } from './index-rows';
import { cleanLabels, setLabels } from './labels';
import { packText } from './packing';
import type { PreparedBody } from './prepared-import';
import { insertQuotations, setQuotations } from './quotations';
import { keepPresentBody } from './revision-rows';
import { sha256Of } from './sha256';
import type { Changes, Store } from './store';
import { writableFields } from './written-fields';

/** A document to be inserted; `body` and texts are normalised here. */
export interface NewDocument {
  readonly uid: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly metadata: Metadata;
  readonly body: Body;
  readonly labels: readonly string[];
  readonly revision: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly deletedAtMs: number | null;
  /** Where its body came from, when that is not what {@link likelyOrigin} says. */
  readonly bodyOrigin?: BodyOrigin;
}

/** Code units of a text shown in lists. */
const excerptLength = 200;

/** A title or name as it is kept: one line. */
export const oneLine = (text: string): string => normaliseText(text).replace(/\s+/g, ' ').trim();

export const prepareBody = (given: Body): PreparedBody => prepareStored(normaliseBody(given));

/** As {@link prepareBody}, of a body known to be in the form it is stored in. */
export function prepareStored(body: Body): PreparedBody {
  const json = JSON.stringify(body);
  const text = textOf(body);
  const excerpt = text
    .slice(0, 2 * excerptLength)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, excerptLength)
    .toWellFormed();
  return { body, packed: packText(json), sha256: sha256Of(json), text, textHash: textHash(text), excerpt };
}

/** Metadata as it is kept. */
export function cleanMetadata(metadata: Metadata): Metadata {
  return {
    authors: metadata.authors.map(oneLine).filter((author) => author !== ''),
    site: oneLine(metadata.site),
    url: metadata.url,
    date: metadata.date,
    language: metadata.language,
    description: normaliseText(metadata.description),
  };
}

const insertRow = `INSERT INTO documents (uid, type, title, title_key, site, site_key, authors, url, date, language, description, excerpt,
    revision, created_at_ms, updated_at_ms, deleted_at_ms, body_saved_at_ms, body_reason, address_key, written_fields)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertBody = 'INSERT INTO bodies (document, text_hash, body_sha256, text, body) VALUES (?, ?, ?, ?, ?)';

/**
 * Inserts a document with everything derived from it; gives its integer key.
 *
 * @param indexed 'later': its index row is the caller's to write, in the same transaction.
 */
export function insertDocument(
  store: Store,
  document: NewDocument,
  changes: Changes,
  prepared = prepareBody(document.body),
  indexed: 'now' | 'later' = 'now',
): number {
  const metadata = cleanMetadata(document.metadata);
  const title = oneLine(document.title);
  const labels = cleanLabels(document.labels);
  const origin = document.bodyOrigin ?? likelyOrigin(document);
  // Of a document that comes from elsewhere and was changed there, nobody knows what a person wrote: all is spared.
  const written = document.updatedAtMs === document.createdAtMs ? [] : writableFields;
  const { lastInsertRowid } = store
    .sql<unknown[]>(insertRow)
    .run(
      document.uid,
      document.type,
      title,
      fold(title),
      metadata.site,
      fold(metadata.site),
      JSON.stringify(metadata.authors),
      metadata.url,
      metadata.date,
      metadata.language,
      metadata.description,
      prepared.excerpt,
      document.revision,
      document.createdAtMs,
      document.updatedAtMs,
      document.deletedAtMs,
      origin.savedAtMs,
      origin.reason,
      addressKey(metadata.url),
      JSON.stringify(written),
    );
  const id = Number(lastInsertRowid);
  store.sql<unknown[]>(insertBody).run(id, prepared.textHash, prepared.sha256, prepared.text, prepared.packed);
  if (labels.length > 0) setLabels(store, 'document', id, labels);
  if (document.deletedAtMs === null && indexed === 'now') {
    indexNewDocument(store, id, rowOfDocument({ ...metadata, text: prepared.text, title, labels }));
  }
  insertQuotations(store, id, prepared.body, changes);
  nameAssets(store, id, prepared.body);
  changes.touch(document.uid);
  return id;
}

/**
 * Replaces a document's body, keeping the one before it in the history; its annotations
 * are the caller's to place. Gives the new revision.
 *
 * @param indexed 'later': its index row is noted as due, and written in a pause or when the index is asked.
 */
export function replaceBody(
  store: Store,
  id: number,
  prepared: PreparedBody,
  origin: BodyOrigin,
  changes: Changes,
  indexed: 'now' | 'later' = 'now',
): number {
  keepPresentBody(store, id, { ...origin, ...prepared });
  store
    .sql<[string, string, string, Uint8Array, number]>(
      'UPDATE bodies SET text_hash = ?, body_sha256 = ?, text = ?, body = ? WHERE document = ?',
    )
    .run(prepared.textHash, prepared.sha256, prepared.text, prepared.packed, id);
  const row = store
    .sql<unknown[], { revision: number }>(
      `UPDATE documents SET excerpt = ?, updated_at_ms = ?, body_saved_at_ms = ?, body_reason = ?, revision = revision + 1
       WHERE id = ? RETURNING revision`,
    )
    .get(prepared.excerpt, origin.savedAtMs, origin.savedAtMs, origin.reason, id);
  if (row === undefined) throw new Error(`No document ${id}`);
  setQuotations(store, id, prepared.body, changes);
  nameAssets(store, id, prepared.body);
  if (indexed === 'now') indexDocument(store, id);
  else noteIndexDue(store, id);
  return row.revision;
}

/** Replaces a document's title. */
export function replaceTitle(store: Store, id: number, given: string, nowMs: number): void {
  const title = oneLine(given);
  store
    .sql<[string, string, number, number]>(
      'UPDATE documents SET title = ?, title_key = ?, updated_at_ms = ? WHERE id = ?',
    )
    .run(title, fold(title), nowMs, id);
  indexDocument(store, id);
}

/** Replaces a document's metadata. */
export function replaceMetadata(store: Store, id: number, given: Metadata, nowMs: number): void {
  const metadata = cleanMetadata(given);
  const before = store.sql<[number], { language: string }>('SELECT language FROM documents WHERE id = ?').get(id);
  store
    .sql<unknown[]>(
      `UPDATE documents SET authors = ?, site = ?, site_key = ?, url = ?, address_key = ?, date = ?, language = ?, description = ?,
         updated_at_ms = ? WHERE id = ?`,
    )
    .run(
      JSON.stringify(metadata.authors),
      metadata.site,
      fold(metadata.site),
      metadata.url,
      addressKey(metadata.url),
      metadata.date,
      metadata.language,
      metadata.description,
      nowMs,
      id,
    );
  indexDocument(store, id);
  // The stems of a passage are those of its document's language.
  if (before?.language !== metadata.language) indexAnnotationsOf(store, id);
}
