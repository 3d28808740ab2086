/** Which of a document's title and metadata a person has written: a later import leaves those alone. */
import type { Metadata } from '@shared/model/document';
import type { Store } from './store';

export type WritableField = 'title' | keyof Metadata;
export const writableFields = ['title', 'authors', 'site', 'url', 'date', 'language', 'description'] as const;

/** The fields of a document a person has written. */
export function writtenFields(store: Store, document: number): ReadonlySet<WritableField> {
  const row = store
    .sql<[number], { written_fields: string }>('SELECT written_fields FROM documents WHERE id = ?')
    .get(document);
  const fields: readonly WritableField[] = JSON.parse(row?.written_fields ?? '[]');
  return new Set(fields);
}

/** Notes that a person has written these fields. */
export function markWritten(store: Store, document: number, fields: readonly WritableField[]): void {
  const all = [...new Set([...writtenFields(store, document), ...fields])].sort();
  store
    .sql<[string, number]>('UPDATE documents SET written_fields = ? WHERE id = ?')
    .run(JSON.stringify(all), document);
}
