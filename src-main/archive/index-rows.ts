/**
 * The full-text rows: what they hold, and the only functions that write them. A document
 * in the bin and a deleted annotation have none, so counting hits needs no join.
 */
import { indexColumn } from '@shared/query/index-text';
import { stemLanguageOf } from '@shared/query/stems';
import { labelsOf } from './labels';
import type { IndexRow } from './prepared-import';
import type { Store } from './store';

/** Every full-text table with its columns, for writing, checking and optimising. */
export const indexTables = {
  document_index: ['body', 'title', 'people', 'site', 'labels'],
  annotation_index: ['exact', 'notes', 'labels'],
} as const;
export type IndexTable = keyof typeof indexTables;

/** What a document's row is made of. */
export interface DocumentContent {
  readonly title: string;
  readonly authors: readonly string[];
  readonly site: string;
  readonly language: string;
  readonly text: string;
  readonly labels: readonly string[];
}

interface AnnotationContent {
  readonly exact: string;
  readonly comment: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
}

function writeRow(store: Store, table: IndexTable, id: number, row: IndexRow | null): void {
  store.sql<[number]>(`DELETE FROM ${table} WHERE rowid = ?`).run(id);
  if (row !== null) insertRow(store, table, id, row);
}

function insertRow(store: Store, table: IndexTable, id: number, row: IndexRow): void {
  const columns = indexTables[table];
  store
    .sql<[number, ...Uint8Array[]]>(
      `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    )
    .run(id, ...row);
}

const together = (values: readonly string[]): string => values.join(' / ');

/** A document's row; names and labels have beginnings, but no language. */
export function rowOfDocument(content: DocumentContent): IndexRow {
  const { text, title, authors, site, labels } = content;
  const language = stemLanguageOf(content.language);
  return [
    indexColumn(text, language),
    indexColumn(title, language),
    ...[together(authors), site, together(labels)].map((names) => indexColumn(names, null)),
  ];
}

function rowOfAnnotation({ exact, comment, fields, labels }: AnnotationContent, tag: string): IndexRow {
  const language = stemLanguageOf(tag);
  return [
    indexColumn(exact, language),
    indexColumn(together([comment, ...Object.values(fields)]), language),
    indexColumn(together(labels), null),
  ];
}

/** What the index should hold of a document; null when it is in the bin. */
export function documentIndexRow(store: Store, id: number): IndexRow | null {
  const row = store
    .sql<[number], Omit<DocumentContent, 'authors' | 'labels'> & { readonly authors: string }>(
      `SELECT d.title, d.authors, d.site, d.language, b.text FROM documents d JOIN bodies b ON b.document = d.id
       WHERE d.id = ? AND d.deleted_at_ms IS NULL`,
    )
    .get(id);
  if (row === undefined) return null;
  return rowOfDocument({ ...row, authors: JSON.parse(row.authors), labels: labelsOf(store, 'document', id) });
}

/** What the index should hold of an annotation; null when it or its document is deleted. */
export function annotationIndexRow(store: Store, id: number): IndexRow | null {
  const row = store
    .sql<[number], { exact: string; comment: string; fields: string; language: string }>(
      `SELECT a.exact, a.comment, a.fields, d.language FROM annotations a JOIN documents d ON d.id = a.document
       WHERE a.id = ? AND a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL`,
    )
    .get(id);
  if (row === undefined) return null;
  const { exact, comment, fields, language } = row;
  return rowOfAnnotation(
    { exact, comment, fields: JSON.parse(fields), labels: labelsOf(store, 'annotation', id) },
    language,
  );
}

/** Brings a document's index row in line with its content. */
export function indexDocument(store: Store, id: number): void {
  writeRow(store, 'document_index', id, documentIndexRow(store, id));
}

/** Writes the index row of a document just inserted; saves reading it back. */
export function indexNewDocument(store: Store, id: number, row: IndexRow): void {
  insertRow(store, 'document_index', id, row);
}

/** Writes the index row of an annotation just inserted into a document outside the bin; saves reading it back. */
export function indexNewAnnotation(store: Store, id: number, content: AnnotationContent): void {
  const language = store
    .sql<[number], { language: string }>(
      'SELECT d.language FROM annotations a JOIN documents d ON d.id = a.document WHERE a.id = ?',
    )
    .get(id);
  insertRow(store, 'annotation_index', id, rowOfAnnotation(content, language?.language ?? ''));
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
