/**
 * Whether a document came in without the pictures its file has, as all did before the archive kept pictures:
 * then the same file again brings them.
 */
import type { ImportedDocument } from '@shared/model/document';
import type { PreparedBody } from './prepared-import';
import type { Store } from './store';

/** True for a text as it was imported, the very one of the file, of which no body ever named a picture. */
export function lacksPictures(
  store: Store,
  document: number,
  { assets = [] }: Pick<ImportedDocument, 'assets'>,
  { text }: Pick<PreparedBody, 'text'>,
): boolean {
  if (assets.length === 0) return false;
  const row = store
    .sql<[number], { text: string }>(
      `SELECT b.text FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id = ? AND d.body_reason = 'import'
       AND NOT EXISTS (SELECT 1 FROM document_assets a WHERE a.document = d.id)`,
    )
    .get(document);
  return row !== undefined && withoutBlankLines(row.text) === withoutBlankLines(text);
}

/** A picture without caption is a line of its own; one that was not kept and said nothing was none. */
const withoutBlankLines = (text: string): string => text.replace(/\n+/g, '\n').trim();
