/** What a bundle says of documents it refers to but does not hold: enough to cite them, and the places quoted. */

import type { Body } from '@shared/model/block';
import type { ExportBundle } from '@shared/model/bundle';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { paragraphAt } from '@shared/quotes/citation';
import { type PageStart, pageStarts, pagesOfRange } from '@shared/text/pages';
import type { LinkRow } from './links';
import { unpackText } from './packing';
import type { Store } from './store';

interface CitedRow {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly authors: string;
  readonly site: string;
  readonly url: string;
  readonly date: string;
  readonly language: string;
  readonly description: string;
}

/**
 * Documents that notes of the selection quote or that its links lead to.
 *
 * @param keys the selected documents' row numbers, as JSON
 */
export function referencedBy(
  store: Store,
  keys: string,
  links: readonly LinkRow[],
  held: ReadonlySet<DocumentUid>,
): ExportBundle['referenced'] {
  const linked = JSON.stringify(links.flatMap(({ from_document, to_document }) => [from_document, to_document]));
  return store
    .sql<[{ keys: string; linked: string }], CitedRow>(
      `SELECT d.uid, d.title, d.authors, d.site, d.url, d.date, d.language, d.description FROM documents d WHERE d.uid IN (
         SELECT document_uid FROM quotations WHERE note IN (SELECT value FROM json_each(:keys))
         UNION SELECT o.uid FROM quotations q JOIN annotations a ON a.uid = q.annotation_uid JOIN documents o ON o.id = a.document
         WHERE q.note IN (SELECT value FROM json_each(:keys))
         UNION SELECT value FROM json_each(:linked)) ORDER BY d.id`,
    )
    .all({ keys, linked })
    .filter(({ uid }) => !held.has(uid))
    .map(({ uid, title, authors, ...facts }) => ({ uid, title, metadata: { ...facts, authors: JSON.parse(authors) } }));
}

interface QuotedRow {
  readonly uid: AnnotationUid;
  readonly document: number;
  readonly start_offset: number;
  readonly end_offset: number;
}

/** The paragraphs and pages on which passages stand that notes of the selection quote from documents outside of it. */
export function quotedPlaces(store: Store, keys: string): ExportBundle['quotedPlaces'] {
  const quoted = store
    .sql<[{ keys: string }], QuotedRow>(
      `SELECT DISTINCT a.uid, a.document, a.start_offset, a.end_offset FROM quotations q JOIN annotations a ON a.uid = q.annotation_uid
       WHERE q.note IN (SELECT value FROM json_each(:keys)) AND a.orphaned = 0
         AND a.document NOT IN (SELECT value FROM json_each(:keys)) ORDER BY a.document, a.id`,
    )
    .all({ keys });
  const bodyOf = store.sql<[number], { text: string; body: Uint8Array }>(
    'SELECT text, body FROM bodies WHERE document = ?',
  );
  let [document, text] = [-1, ''];
  let pages: readonly PageStart[] = [];
  return quoted.map((row) => {
    if (row.document !== document) {
      const found = bodyOf.get(row.document);
      text = found?.text ?? '';
      // What the archive holds was checked when it was written.
      pages = found === undefined ? [] : pageStarts(JSON.parse(unpackText(found.body)) as Body);
    }
    document = row.document;
    const place = pagesOfRange(pages, row.start_offset, row.end_offset);
    return { annotation: row.uid, paragraph: paragraphAt(text, row.start_offset), ...(place && { pages: place }) };
  });
}
