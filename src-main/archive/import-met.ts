/**
 * A document that comes in and is here already without being a new version: by its id, or
 * because it is a mere reference, without words, to one that is. Nothing here is overwritten.
 */
import type { ImportedDocument, Metadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { fold } from '@shared/text/fold';
import { addressKey } from './address-key';
import type { InsertOutcome } from './archive-api';
import { attachAnnotations, loosened } from './attach-annotations';
import { restoreFromBin } from './bin';
import { cleanLabels, setLabels } from './labels';
import { findDocument } from './lookup';
import { readDocument } from './read-document';
import type { Changes, Store } from './store';
import { cleanMetadata, oneLine, replaceMetadata } from './write-document';

export interface Met {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly deleted_at_ms: number | null;
}

/** The document an imported one meets; undefined when it is to be inserted, or a new version. */
export function findMet(store: Store, imported: ImportedDocument, text: string): Met | undefined {
  const own = imported.uid === undefined ? undefined : findDocument(store, imported.uid);
  if (own !== undefined) return own;
  return text === '' && imported.type === 'article' ? referenced(store, imported) : undefined;
}

/** By address; without one, by title and date. */
function referenced(store: Store, { title, metadata }: ImportedDocument): Met | undefined {
  const key = addressKey(metadata.url);
  const columns = "SELECT id, uid, deleted_at_ms FROM documents WHERE deleted_at_ms IS NULL AND type = 'article'";
  if (key !== '') return store.sql<[string], Met>(`${columns} AND address_key = ? ORDER BY id LIMIT 1`).get(key);
  if (metadata.url !== '') return undefined;
  const { authors, date } = cleanMetadata(metadata);
  return store
    .sql<[string, string, string], Met>(
      `${columns} AND title_key = ? AND date = ? AND authors = ? AND url = '' ORDER BY id LIMIT 1`,
    )
    .get(fold(oneLine(title)), date, JSON.stringify(authors));
}

/** Adds what the document did not say of itself, labels and passages. */
export function join(
  store: Store,
  { id, uid, deleted_at_ms }: Met,
  imported: ImportedDocument,
  text: string,
  changes: Changes,
): InsertOutcome {
  if (deleted_at_ms !== null) restoreFromBin(store, { id, uid }, changes);
  const { document } = readDocument(store, id);
  const metadata = completed(document.metadata, cleanMetadata(imported.metadata));
  const labels = cleanLabels([...document.labels, ...imported.labels]);
  const more = labels.length > document.labels.length;
  if (more) setLabels(store, 'document', id, labels);
  if (more || JSON.stringify(metadata) !== JSON.stringify(document.metadata)) {
    // Writes its index row, labels too.
    replaceMetadata(store, id, metadata, store.nowMs());
    changes.touch(uid);
  }
  const source = { uid, url: '', title: '', passages: loosened(imported, text) };
  const attached = attachAnnotations(store, source, changes);
  return { did: 'join', ...(attached ?? { uid, title: document.title, attached: 0, orphaned: 0, alreadyHere: 0 }) };
}

/** What is known of a document, with what it does not say of itself. */
export function completed(here: Metadata, given: Metadata): Metadata {
  const pick = <F extends keyof Metadata>(field: F): Metadata[F] =>
    here[field].length === 0 ? given[field] : here[field];
  return {
    authors: pick('authors'),
    site: pick('site'),
    url: pick('url'),
    date: pick('date'),
    language: pick('language'),
    description: pick('description'),
  };
}
