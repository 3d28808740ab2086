/** Links: typed edges from an annotation to an annotation or a document. */

import type { LinkView } from '@shared/contract/shapes';
import type { RelationId } from '@shared/kinds/relations';
import type { Link } from '@shared/model/annotation';
import { type AnnotationUid, type DocumentUid, type LinkUid, linkUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { annotationKey, documentKey } from './lookup';
import type { Store } from './store';

export interface LinkRow {
  readonly uid: LinkUid;
  readonly from_uid: AnnotationUid;
  readonly from_document: DocumentUid;
  readonly from_title: string;
  readonly from_exact: string;
  readonly to_annotation: AnnotationUid | null;
  readonly to_document: DocumentUid;
  readonly to_title: string;
  readonly to_exact: string | null;
  readonly relation: RelationId;
  readonly created_at_ms: number;
}

/** Links whose ends are not deleted, with what is shown of each end. */
export const linkRows = `SELECT k.uid, f.uid AS from_uid, fd.uid AS from_document, fd.title AS from_title, f.exact AS from_exact,
    t.uid AS to_annotation, td.uid AS to_document, td.title AS to_title, t.exact AS to_exact, k.relation, k.created_at_ms
  FROM links k JOIN annotations f ON f.id = k.from_annotation JOIN documents fd ON fd.id = f.document
  LEFT JOIN annotations t ON t.id = k.to_annotation JOIN documents td ON td.id = ifnull(t.document, k.to_document)
  WHERE f.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL`;

export function toLink(row: LinkRow): Link {
  const to = row.to_annotation === null ? { document: row.to_document } : { annotation: row.to_annotation };
  return { uid: row.uid, from: row.from_uid, to, relation: row.relation, createdAtMs: row.created_at_ms };
}

function otherEnd(row: LinkRow, direction: LinkView['direction']): LinkView['otherEnd'] {
  return direction === 'out'
    ? { document: row.to_document, annotation: row.to_annotation, title: row.to_title, quote: row.to_exact ?? '' }
    : { document: row.from_document, annotation: row.from_uid, title: row.from_title, quote: row.from_exact };
}

/** The links of a document's annotations, both ways, by annotation. */
export function linksOf(store: Store, document: number): Readonly<Record<AnnotationUid, readonly LinkView[]>> {
  const ends = 'SELECT id FROM annotations WHERE document = :document AND deleted_at_ms IS NULL';
  const rows = store
    .sql<[{ document: number }], LinkRow>(
      `${linkRows} AND fd.deleted_at_ms IS NULL AND td.deleted_at_ms IS NULL AND k.id IN (
         SELECT id FROM links WHERE from_annotation IN (${ends}) UNION SELECT id FROM links WHERE to_annotation IN (${ends}))
       ORDER BY k.created_at_ms, k.id`,
    )
    .all({ document });
  const own = new Set(
    store
      .sql<[number], { uid: AnnotationUid }>('SELECT uid FROM annotations WHERE document = ? AND deleted_at_ms IS NULL')
      .all(document)
      .map(({ uid }) => uid),
  );
  const links: Record<AnnotationUid, LinkView[]> = {};
  const list = (uid: AnnotationUid, row: LinkRow, direction: LinkView['direction']): void => {
    if (!own.has(uid)) return;
    const views = links[uid] ?? [];
    views.push({ ...toLink(row), otherEnd: otherEnd(row, direction), direction });
    links[uid] = views;
  };
  for (const row of rows) {
    list(row.from_uid, row, 'out');
    if (row.to_annotation !== null) list(row.to_annotation, row, 'in');
  }
  return links;
}

/** The integer keys of a link's far end; exactly one is not null. */
export interface LinkTarget {
  readonly annotation: number | null;
  readonly document: number | null;
}

/** Whether that very link is there. */
export function linkExists(store: Store, from: number, to: LinkTarget, relation: string): boolean {
  const row = store
    .sql<[number, number, number, string], { id: number }>(
      'SELECT id FROM links WHERE from_annotation = ? AND ifnull(to_annotation, 0) = ? AND ifnull(to_document, 0) = ? AND relation = ?',
    )
    .get(from, to.annotation ?? 0, to.document ?? 0, relation);
  return row !== undefined;
}

/** Inserts a link's row. */
export function insertLink(
  store: Store,
  link: Pick<Link, 'uid' | 'relation' | 'createdAtMs'>,
  from: number,
  to: LinkTarget,
): void {
  store
    .sql<unknown[]>(
      'INSERT INTO links (uid, from_annotation, to_annotation, to_document, relation, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(link.uid, from, to.annotation, to.document, link.relation, link.createdAtMs);
}

function createLink(store: Store, { from, to, relation }: Parameters<ArchiveCalls['link']>[0]): Link {
  return store.write((changes) => {
    const start = annotationKey(store, from);
    const end = 'annotation' in to ? annotationKey(store, to.annotation) : null;
    const document = 'document' in to ? documentKey(store, to.document) : null;
    if (end?.id === start.id)
      throw new Failure('link/to-itself', 'An annotation can’t be linked to itself.', { uid: from });
    const target: LinkTarget = { annotation: end?.id ?? null, document: document?.id ?? null };
    if (linkExists(store, start.id, target, relation)) {
      throw new Failure('link/exists', 'These two are linked in this way already.', { relation });
    }
    const link: Link = { uid: linkUid(v7()), from, to, relation, createdAtMs: store.nowMs() };
    insertLink(store, link, start.id, target);
    changes.touch(start.document_uid);
    if (end !== null) changes.touch(end.document_uid);
    if (document !== null) changes.touch(document.uid);
    return link;
  });
}

function unlink(store: Store, uid: LinkUid): null {
  return store.write((changes) => {
    const row = store.sql<[string], LinkRow>(`${linkRows} AND k.uid = ?`).get(uid);
    if (row === undefined) throw new Failure('link/not-found', 'This link is not in the archive any more.', { uid });
    store.sql<[string]>('DELETE FROM links WHERE uid = ?').run(uid);
    changes.touch(row.from_document);
    changes.touch(row.to_document);
    return null;
  });
}

export function linkCalls(store: Store): Pick<ArchiveCalls, 'link' | 'unlink'> {
  return { link: (input) => createLink(store, input), unlink: ({ uid }) => unlink(store, uid) };
}
