/**
 * The full-text rows: what they hold, and the only functions that write them. A document
 * in the bin and a deleted annotation have none, so counting hits needs no join.
 */
import { indexText } from '@shared/query/tokens';
import { labelsOf } from './labels';
import type { Store } from './store';

/** Every full-text table with its columns, for writing, checking and optimising. */
export const indexTables = {
  document_index: ['body', 'title', 'people', 'site', 'labels'],
  annotation_index: ['exact', 'notes', 'labels'],
} as const;
export type IndexTable = keyof typeof indexTables;

/** Values of an index row, in the order of {@link indexTables}; not yet tokens. */
type IndexRow = readonly string[];

interface DocumentContent {
  readonly title: string;
  readonly authors: string;
  readonly site: string;
  readonly text: string;
}

function writeRow(store: Store, table: IndexTable, id: number, row: IndexRow | null): void {
  store.sql<[number]>(`DELETE FROM ${table} WHERE rowid = ?`).run(id);
  if (row !== null) insertRow(store, table, id, row);
}

function insertRow(store: Store, table: IndexTable, id: number, row: IndexRow): void {
  const columns = indexTables[table];
  store
    .sql<[number, ...string[]]>(
      `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    )
    .run(id, ...row.map(indexText));
}

// Labels stand side by side in the index; the separator keeps a phrase from spanning two.
const together = (values: readonly string[]): string => values.join(' / ');

/** What the index should hold of a document; null when it is in the bin. */
export function documentIndexRow(store: Store, id: number): IndexRow | null {
  const row = store
    .sql<[number], DocumentContent>(
      `SELECT d.title, d.authors, d.site, b.text FROM documents d JOIN bodies b ON b.document = d.id
       WHERE d.id = ? AND d.deleted_at_ms IS NULL`,
    )
    .get(id);
  if (row === undefined) return null;
  const authors: readonly string[] = JSON.parse(row.authors);
  return [row.text, row.title, together(authors), row.site, together(labelsOf(store, 'document', id))];
}

/** What the index should hold of an annotation; null when it or its document is deleted. */
export function annotationIndexRow(store: Store, id: number): IndexRow | null {
  const row = store
    .sql<[number], { exact: string; comment: string; fields: string }>(
      `SELECT a.exact, a.comment, a.fields FROM annotations a JOIN documents d ON d.id = a.document
       WHERE a.id = ? AND a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL`,
    )
    .get(id);
  if (row === undefined) return null;
  const fields: Readonly<Record<string, string>> = JSON.parse(row.fields);
  return [row.exact, together([row.comment, ...Object.values(fields)]), together(labelsOf(store, 'annotation', id))];
}

/** Brings a document's index row in line with its content. */
export function indexDocument(store: Store, id: number): void {
  writeRow(store, 'document_index', id, documentIndexRow(store, id));
}

/** Writes the index row of a document just inserted; saves reading it back. */
export function indexNewDocument(
  store: Store,
  id: number,
  content: {
    readonly text: string;
    readonly title: string;
    readonly authors: readonly string[];
    readonly site: string;
    readonly labels: readonly string[];
  },
): void {
  insertRow(store, 'document_index', id, [
    content.text,
    content.title,
    together(content.authors),
    content.site,
    together(content.labels),
  ]);
}

/** Writes the index row of an annotation just inserted into a document outside the bin; saves reading it back. */
export function indexNewAnnotation(
  store: Store,
  id: number,
  content: {
    readonly exact: string;
    readonly comment: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly labels: readonly string[];
  },
): void {
  const { exact, comment, fields, labels } = content;
  insertRow(store, 'annotation_index', id, [exact, together([comment, ...Object.values(fields)]), together(labels)]);
}

/** Brings an annotation's index row in line with its content. */
export function indexAnnotation(store: Store, id: number): void {
  writeRow(store, 'annotation_index', id, annotationIndexRow(store, id));
}

/** Brings the index rows of all annotations of a document in line, as when it enters or leaves the bin. */
export function indexAnnotationsOf(store: Store, document: number): void {
  const ids = store.sql<[number], { id: number }>('SELECT id FROM annotations WHERE document = ?').all(document);
  for (const { id } of ids) indexAnnotation(store, id);
}
