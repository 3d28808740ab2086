/** Which documents show something of others through links, to announce that it changed. */
import type { DocumentUid } from '@shared/model/ids';
import type { Changes, Store } from './store';

const otherEnds = (ends: string): string => `
  SELECT d.uid FROM links k JOIN annotations a ON a.id = k.to_annotation JOIN documents d ON d.id = a.document WHERE k.from_annotation IN (${ends})
  UNION SELECT d.uid FROM links k JOIN documents d ON d.id = k.to_document WHERE k.from_annotation IN (${ends})
  UNION SELECT d.uid FROM links k JOIN annotations a ON a.id = k.from_annotation JOIN documents d ON d.id = a.document WHERE k.to_annotation IN (${ends})`;

/** Announces the documents an annotation is linked to or from; false when it has no links. */
export function touchLinked(store: Store, annotation: number, changes: Changes): boolean {
  const rows = store.sql<[{ end: number }], { uid: DocumentUid }>(otherEnds(':end')).all({ end: annotation });
  for (const { uid } of rows) changes.touch(uid);
  return rows.length > 0;
}

/** Announces the documents that a document or its annotations are linked to or from. */
export function touchLinkedDocuments(store: Store, document: number, changes: Changes): void {
  const ends = 'SELECT id FROM annotations WHERE document = :document';
  const toWhole = `SELECT d.uid FROM links k JOIN annotations a ON a.id = k.from_annotation
    JOIN documents d ON d.id = a.document WHERE k.to_document = :document`;
  const rows = store
    .sql<[{ document: number }], { uid: DocumentUid }>(`${otherEnds(ends)} UNION ${toWhole}`)
    .all({ document });
  for (const { uid } of rows) changes.touch(uid);
}
