/** Rows of annotations as model values, and how a stored place is checked against a text. */
import { describe } from '@shared/anchors/describe';
import { createResolver, type EarlierText, type Resolver } from '@shared/anchors/resolve';
import type { AnnotationView } from '@shared/contract/document-shapes';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation, AnnotationFields, Selector } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type { Store } from './store';

interface AnnotationRow {
  readonly id: number;
  readonly uid: AnnotationUid;
  readonly document_uid: DocumentUid;
  readonly kind: KindId;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly text_hash: string;
  readonly orphaned: number;
  readonly comment: string;
  readonly labels: string;
  readonly fields: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

const select = (
  more = '',
): string => `SELECT a.id, a.uid, d.uid AS document_uid, a.kind, a.start_offset, a.end_offset, a.exact,
    a.prefix, a.suffix, a.text_hash, a.orphaned, a.comment, a.fields, a.created_at_ms, a.updated_at_ms,
    (SELECT json_group_array(l.name ORDER BY x.position) FROM annotation_labels x JOIN labels l ON l.id = x.label WHERE x.annotation = a.id) AS labels ${more}
  FROM annotations a JOIN documents d ON d.id = a.document`;

const columns = select();
const viewColumns = select(
  ', d.title AS document_title, d.site, d.date, d.language, d.deleted_at_ms IS NOT NULL AS binned',
);

interface ViewRow extends AnnotationRow {
  readonly document_title: string;
  readonly site: string;
  readonly date: string;
  readonly language: string;
  readonly binned: number;
}

function toAnnotation(row: AnnotationRow): Annotation {
  const labels: readonly string[] = JSON.parse(row.labels);
  const fields: AnnotationFields = JSON.parse(row.fields);
  return {
    uid: row.uid,
    document: row.document_uid,
    kind: row.kind,
    selector: {
      start: row.start_offset,
      end: row.end_offset,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
      textHash: row.text_hash,
    },
    orphaned: row.orphaned === 1,
    comment: row.comment,
    labels,
    fields,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

function toView(row: ViewRow): AnnotationView {
  const { document_title: documentTitle, site, date, language } = row;
  return { annotation: toAnnotation(row), documentTitle, site, date, language, binned: row.binned === 1 };
}

/** An annotation with what its document is. @throws Error when there is none with that key. */
export function readAnnotationView(store: Store, id: number): AnnotationView {
  const row = store.sql<[number], ViewRow>(`${viewColumns} WHERE a.id = ?`).get(id);
  if (row === undefined) throw new Error(`No annotation ${id}`);
  return toView(row);
}

/** Annotations with what their documents are, in the order asked for; null for one deleted or unknown. */
export function readAnnotationViews(store: Store, uids: readonly AnnotationUid[]): readonly (AnnotationView | null)[] {
  const rows = store
    .sql<[string], ViewRow>(
      `${viewColumns} WHERE a.uid IN (SELECT value FROM json_each(?)) AND a.deleted_at_ms IS NULL`,
    )
    .all(JSON.stringify(uids));
  const views = new Map(rows.map((row) => [row.uid, toView(row)]));
  return uids.map((uid) => views.get(uid) ?? null);
}

/** An annotation. @throws Error when there is none with that key. */
export function readAnnotation(store: Store, id: number): Annotation {
  const row = store.sql<[number], AnnotationRow>(`${columns} WHERE a.id = ?`).get(id);
  if (row === undefined) throw new Error(`No annotation ${id}`);
  return toAnnotation(row);
}

export interface KeyedAnnotation {
  readonly id: number;
  readonly annotation: Annotation;
}

/** A document's annotations in order of place, orphans last; deleted ones left out. */
export function annotationsOf(store: Store, document: number): readonly KeyedAnnotation[] {
  return store
    .sql<[number], AnnotationRow>(
      `${columns} WHERE a.document = ? AND a.deleted_at_ms IS NULL ORDER BY a.orphaned, a.start_offset, a.end_offset, a.id`,
    )
    .all(document)
    .map((row) => ({ id: row.id, annotation: toAnnotation(row) }));
}

/** Annotations an edit concerns: near the part of the text it replaced, named, or described in another text than the one before. */
export function annotationsTouched(
  store: Store,
  document: number,
  near: {
    readonly start: number;
    readonly end: number;
    readonly earlier: string;
    readonly uids: readonly AnnotationUid[];
  },
): readonly KeyedAnnotation[] {
  return store
    .sql<[number, number, number, string, string], AnnotationRow>(
      `${columns} WHERE a.document = ? AND a.deleted_at_ms IS NULL
         AND (a.orphaned = 0 AND (a.end_offset > ? AND a.start_offset < ? OR a.text_hash <> ?)
           OR a.uid IN (SELECT value FROM json_each(?)))
       ORDER BY a.id`,
    )
    .all(document, near.start, near.end, near.earlier, JSON.stringify(near.uids))
    .map((row) => ({ id: row.id, annotation: toAnnotation(row) }));
}

/** Annotations of a document whose place does not count in a text with that hash: orphans, and what a fault left behind. */
export function strayAnnotationsOf(store: Store, document: number, textHash: string): readonly Annotation[] {
  return store
    .sql<[number, string], AnnotationRow>(
      `${columns} WHERE a.document = ? AND a.deleted_at_ms IS NULL AND (a.orphaned = 1 OR a.text_hash <> ?)
       ORDER BY a.orphaned, a.start_offset, a.end_offset, a.id`,
    )
    .all(document, textHash)
    .map(toAnnotation);
}

/** A selector brought in line with a text; `orphaned` keeps the selector as it was. */
export interface Placed {
  readonly selector: Selector;
  readonly orphaned: boolean;
}

/** A text passages are looked for in: what it takes to find one is worked out once for all. */
export interface Resolvable {
  readonly text: string;
  readonly textHash: string;
  readonly resolver: Resolver;
}

/**
 * A text to look for passages in.
 *
 * @param earlier The text before it, when the passages were described there: more of them are found.
 */
export const resolvable = (text: string, textHash: string, earlier?: EarlierText): Resolvable => ({
  text,
  textHash,
  resolver: createResolver(text, textHash, earlier),
});

/** Finds a selector's passage in a text (see anchors/resolve) and describes it there: a given context need not be the text's. */
export function placeIn({ text, textHash, resolver }: Resolvable, selector: Selector): Placed {
  const found = resolver.resolve(selector);
  if (!found.found) return { selector, orphaned: true };
  return { selector: describe(text, found.start, found.end, textHash), orphaned: false };
}
