/** Links: typed edges from an annotation to an annotation or a document. */

import type { LinkView } from '@shared/contract/document-shapes';
import type { KindId } from '@shared/kinds/kinds';
import { isSymmetric, type RelationId } from '@shared/kinds/relations';
import type { Link } from '@shared/model/annotation';
import { type AnnotationUid, type DocumentUid, type LinkUid, linkUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import { v7 } from 'uuid';
import type { ArchiveCalls } from './archive-api';
import { type AnnotationKey, annotationKey, documentKey } from './lookup';
import type { Store } from './store';

export interface LinkRow {
  readonly uid: LinkUid;
  readonly from_uid: AnnotationUid;
  readonly from_document: DocumentUid;
  readonly from_title: string;
  readonly from_exact: string;
  readonly from_kind: KindId;
  readonly to_annotation: AnnotationUid | null;
  readonly to_document: DocumentUid;
  readonly to_title: string;
  readonly to_exact: string | null;
  readonly to_kind: KindId | null;
  readonly relation: RelationId;
  readonly created_at_ms: number;
}

/** Links whose ends are not deleted, with what is shown of each end. */
export const linkRows = `SELECT k.uid, f.uid AS from_uid, fd.uid AS from_document, fd.title AS from_title, f.exact AS from_exact,
    f.kind AS from_kind, t.uid AS to_annotation, td.uid AS to_document, td.title AS to_title, t.exact AS to_exact, t.kind AS to_kind, k.relation, k.created_at_ms
  FROM links k JOIN annotations f ON f.id = k.from_annotation JOIN documents fd ON fd.id = f.document
  LEFT JOIN annotations t ON t.id = k.to_annotation JOIN documents td ON td.id = ifnull(t.document, k.to_document)
  WHERE f.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL`;

export function toLink(row: LinkRow): Link {
  const to = row.to_annotation === null ? { document: row.to_document } : { annotation: row.to_annotation };
  return { uid: row.uid, from: row.from_uid, to, relation: row.relation, createdAtMs: row.created_at_ms };
}

function otherEnd(row: LinkRow, direction: LinkView['direction']): LinkView['otherEnd'] {
  if (direction === 'in') {
    const { from_document, from_uid, from_kind, from_title, from_exact } = row;
    return { document: from_document, annotation: from_uid, kind: from_kind, title: from_title, quote: from_exact };
  }
  const { to_document, to_annotation, to_kind, to_title, to_exact } = row;
  return { document: to_document, annotation: to_annotation, kind: to_kind, title: to_title, quote: to_exact ?? '' };
}

const viewFrom = (row: LinkRow, direction: LinkView['direction']): LinkView => ({
  ...toLink(row),
  otherEnd: otherEnd(row, direction),
  direction,
});

/** Links come back with what they lead to: while an end is deleted or in the bin they are not shown. */
const shownLinks = `${linkRows} AND fd.deleted_at_ms IS NULL AND td.deleted_at_ms IS NULL`;

/** The links of a document's annotations, both ways, by annotation. */
export function linksOf(store: Store, document: number): Readonly<Record<AnnotationUid, readonly LinkView[]>> {
  const ends = 'SELECT id FROM annotations WHERE document = :document AND deleted_at_ms IS NULL';
  const rows = store
    .sql<[{ document: number }], LinkRow & { from_here: number; to_here: number }>(
      `SELECT *, from_document = here AS from_here, to_document = here AS to_here
       FROM (${shownLinks} AND k.id IN (
         SELECT id FROM links WHERE from_annotation IN (${ends}) UNION SELECT id FROM links WHERE to_annotation IN (${ends}))
         ORDER BY k.created_at_ms, k.id) JOIN (SELECT uid AS here FROM documents WHERE id = :document)`,
    )
    .all({ document });
  const links: Record<AnnotationUid, LinkView[]> = {};
  const list = (uid: AnnotationUid, view: LinkView): void => {
    const views = links[uid] ?? [];
    views.push(view);
    links[uid] = views;
  };
  for (const row of rows) {
    if (row.from_here === 1) list(row.from_uid, viewFrom(row, 'out'));
    if (row.to_here === 1 && row.to_annotation !== null) list(row.to_annotation, viewFrom(row, 'in'));
  }
  return links;
}

/** Links to a document as a whole, oldest first. */
export function linksToDocument(store: Store, document: number): readonly LinkView[] {
  return store
    .sql<[number], LinkRow>(`${shownLinks} AND k.to_document = ? ORDER BY k.created_at_ms, k.id`)
    .all(document)
    .map((row) => viewFrom(row, 'in'));
}

/** The integer keys of a link's far end; exactly one is not null. */
export interface LinkTarget {
  readonly annotation: number | null;
  readonly document: number | null;
}

/** Whether that very link is there; one that reads the same both ways, from either end. */
export function linkExists(store: Store, from: number, to: LinkTarget, relation: RelationId): boolean {
  const find = store.sql<[number, number, number, string], { id: number }>(
    'SELECT id FROM links WHERE from_annotation = ? AND ifnull(to_annotation, 0) = ? AND ifnull(to_document, 0) = ? AND relation = ?',
  );
  if (find.get(from, to.annotation ?? 0, to.document ?? 0, relation) !== undefined) return true;
  return to.annotation !== null && isSymmetric(relation) && find.get(to.annotation, from, 0, relation) !== undefined;
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

/** @throws Failure `link/to-itself` when both ends are one passage, or the end is the passage's own document. */
function refuseToItself(start: AnnotationKey, target: LinkTarget): void {
  if (target.annotation === start.id)
    throw new Failure('link/to-itself', 'An annotation can’t be linked to itself.', { uid: start.uid });
  if (target.document === start.document) {
    throw new Failure('link/to-itself', 'A passage belongs to its document already; link it to another one.', {
      uid: start.uid,
    });
  }
}

function createLink(store: Store, { from, to, relation, uid }: Parameters<ArchiveCalls['link']>[0]): Link {
  return store.write((changes) => {
    const start = annotationKey(store, from);
    const end = 'annotation' in to ? annotationKey(store, to.annotation) : null;
    const document = 'document' in to ? documentKey(store, to.document) : null;
    const target: LinkTarget = { annotation: end?.id ?? null, document: document?.id ?? null };
    refuseToItself(start, target);
    if (linkExists(store, start.id, target, relation) || (uid !== undefined && isLink(store, uid))) {
      throw new Failure('link/exists', 'These two are linked in this way already.', { relation });
    }
    const link: Link = { uid: uid ?? linkUid(v7()), from, to, relation, createdAtMs: store.nowMs() };
    insertLink(store, link, start.id, target);
    changes.touch(start.document_uid);
    if (end !== null) changes.touch(end.document_uid);
    if (document !== null) changes.touch(document.uid);
    return link;
  });
}

const isLink = (store: Store, uid: LinkUid): boolean =>
  store.sql<[string], { id: number }>('SELECT id FROM links WHERE uid = ?').get(uid) !== undefined;

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
