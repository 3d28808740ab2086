/** Rows of documents as model values: whole documents and lines of lists. */

import type { DocumentFacts } from '@shared/contract/packed-view';
import type { KindId } from '@shared/kinds/kinds';
import type { Body } from '@shared/model/block';
import type { Document, DocumentSummary, DocumentType } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { labelsOf, labelsOfMany } from './labels';
import { originalsOf } from './originals';
import { unpackText } from './packing';
import type { Store } from './store';

interface FactsRow {
  readonly uid: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly site: string;
  readonly authors: string;
  readonly url: string;
  readonly date: string;
  readonly language: string;
  readonly description: string;
  readonly revision: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly deleted_at_ms: number | null;
}

/** What is known of a document besides its body. @throws Error when there is none with that key. */
export function readFacts(store: Store, id: number): DocumentFacts {
  const row = store.sql<[number], FactsRow>('SELECT * FROM documents WHERE id = ?').get(id);
  if (row === undefined) throw new Error(`No document ${id}`);
  const authors: readonly string[] = JSON.parse(row.authors);
  const { site, url, date, language, description } = row;
  return {
    uid: row.uid,
    type: row.type,
    title: row.title,
    metadata: { authors, site, url, date, language, description },
    labels: labelsOf(store, 'document', id),
    originals: originalsOf(store, id),
    revision: row.revision,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    deletedAtMs: row.deleted_at_ms,
  };
}

export interface StoredDocument {
  readonly document: Document;
  /** `textHash` of the document's text. */
  readonly textHash: string;
}

/** A whole document. @throws Error when there is none with that key. */
export function readDocument(store: Store, id: number): StoredDocument {
  const facts = readFacts(store, id);
  const row = store
    .sql<[number], { text: string; text_hash: string; body: Uint8Array }>(
      'SELECT text, text_hash, body FROM bodies WHERE document = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`No body of document ${id}`);
  const body: Body = JSON.parse(unpackText(row.body));
  return { document: { ...facts, body, text: row.text }, textHash: row.text_hash };
}

interface SummaryRow {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly site: string;
  readonly date: string;
  readonly language: string;
  readonly excerpt: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export interface AnnotationCounts {
  readonly counts: DocumentSummary['counts'];
  readonly orphans: number;
}
const noAnnotations: AnnotationCounts = { counts: {}, orphans: 0 };

/** Annotations by kind of each of some documents, in one grouped query; documents without any are absent. */
export function annotationCounts(store: Store, ids: readonly number[]): ReadonlyMap<number, AnnotationCounts> {
  const rows = store
    .sql<[string], { document: number; kind: KindId; count: number; orphans: number }>(
      `SELECT document, kind, count(*) AS count, sum(orphaned) AS orphans FROM annotations
       WHERE document IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL GROUP BY document, kind`,
    )
    .all(JSON.stringify(ids));
  const counts = new Map<number, AnnotationCounts>();
  for (const { document, kind, count, orphans } of rows) {
    const before = counts.get(document) ?? noAnnotations;
    counts.set(document, { counts: { ...before.counts, [kind]: count }, orphans: before.orphans + orphans });
  }
  return counts;
}

/** Lines of a list, in the order of the given keys. */
export function readSummaries(store: Store, ids: readonly number[]): readonly DocumentSummary[] {
  const json = JSON.stringify(ids);
  const rows = store
    .sql<[string], SummaryRow>(
      `SELECT id, uid, type, title, site, date, language, excerpt, created_at_ms, updated_at_ms FROM documents
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(json);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const labels = labelsOfMany(store, 'document', ids);
  const counts = annotationCounts(store, ids);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { uid, type, title, site, date, language, excerpt } = row;
    const times = { addedAtMs: row.created_at_ms, updatedAtMs: row.updated_at_ms };
    return [
      {
        uid,
        type,
        title,
        site,
        date,
        language,
        excerpt,
        labels: labels.get(id) ?? [],
        ...(counts.get(id) ?? noAnnotations),
        ...times,
      },
    ];
  });
}
