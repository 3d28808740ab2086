/** Which notes quote or mention what: read out of a note's body, asked for as backlinks. */
import type { Backlink } from '@shared/contract/document-shapes';
import type { Block, Body } from '@shared/model/block';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { leavesOf } from '@shared/text/canonical-text';
import { unpackText } from './packing';
import type { Changes, Store } from './store';

/** One thing a body refers to; a passage names both its document and its annotation. */
interface Quotation {
  readonly document_uid: DocumentUid | null;
  readonly annotation_uid: AnnotationUid | null;
}

function quotationsIn(block: Exclude<Block, { type: 'table' }>): readonly Quotation[] {
  if (block.type === 'passage') return [{ document_uid: block.document, annotation_uid: block.annotation }];
  if (!('inlines' in block)) return [];
  return block.inlines.flatMap((inline): readonly Quotation[] => {
    if (inline.type !== 'mention') return [];
    return 'document' in inline.target
      ? [{ document_uid: inline.target.document, annotation_uid: null }]
      : [{ document_uid: null, annotation_uid: inline.target.annotation }];
  });
}

/** What a body quotes and mentions, each once. */
export function quotationsOf(body: Body): readonly Quotation[] {
  const unique = new Map<string, Quotation>();
  for (const leaf of leavesOf(body)) {
    for (const quotation of quotationsIn(leaf.block))
      unique.set(`${quotation.document_uid} ${quotation.annotation_uid}`, quotation);
  }
  return [...unique.values()];
}

const quotedDocuments = `SELECT document_uid AS uid FROM quotations WHERE note = :note AND document_uid IS NOT NULL
  UNION SELECT d.uid FROM quotations q JOIN annotations a ON a.uid = q.annotation_uid JOIN documents d ON d.id = a.document WHERE q.note = :note`;

/** Announces the documents a note quotes: their backlinks may have changed. */
export function touchQuoted(store: Store, note: number, changes: Changes): void {
  for (const { uid } of store.sql<[{ note: number }], { uid: DocumentUid }>(quotedDocuments).all({ note }))
    changes.touch(uid);
}

/** Replaces a note's quotations; announces what it quoted before and quotes now. */
export function setQuotations(store: Store, note: number, body: Body, changes: Changes): void {
  touchQuoted(store, note, changes);
  store.sql<[number]>('DELETE FROM quotations WHERE note = ?').run(note);
  insertQuotations(store, note, body, changes);
}

/** Writes the quotations of a document just inserted; announces what it quotes. */
export function insertQuotations(store: Store, note: number, body: Body, changes: Changes): void {
  const quotations = quotationsOf(body);
  if (quotations.length === 0) return;
  const insert = store.sql<[number, string | null, string | null]>(
    'INSERT INTO quotations (note, document_uid, annotation_uid) VALUES (?, ?, ?)',
  );
  for (const { document_uid, annotation_uid } of quotations) insert.run(note, document_uid, annotation_uid);
  touchQuoted(store, note, changes);
}

/** Documents that quote, or may: an article has no quotations unless it has rows of them. */
export function quotingDocuments(store: Store): readonly { readonly id: number; readonly title: string }[] {
  return store
    .sql<[], { id: number; title: string }>(
      `SELECT id, title FROM documents WHERE type = 'note' OR id IN (SELECT note FROM quotations)`,
    )
    .all();
}

/** A body as it is kept; null for one that is damaged. */
function readableBody(store: Store, note: number): Body | null {
  const row = store.sql<[number], { body: Uint8Array }>('SELECT body FROM bodies WHERE document = ?').get(note);
  if (row === undefined) return null;
  try {
    return JSON.parse(unpackText(row.body));
  } catch {
    return null;
  }
}

function listsWhatQuotes(store: Store, note: number, body: Body): boolean {
  const listed = store
    .sql<[number], Quotation>('SELECT document_uid, annotation_uid FROM quotations WHERE note = ?')
    .all(note);
  const sorted = (quotations: readonly Quotation[]): string =>
    JSON.stringify(quotations.map(({ document_uid, annotation_uid }) => `${document_uid} ${annotation_uid}`).sort());
  return sorted(listed) === sorted(quotationsOf(body));
}

/** Whether the quotations listed of a note are those of its body. */
export function quotationsAgree(store: Store, note: number): boolean {
  const body = readableBody(store, note);
  return body !== null && listsWhatQuotes(store, note, body);
}

/** Lists a note's quotations anew when they are not those of its body; nobody knows what a damaged one quotes. */
export function mendQuotations(store: Store, note: number, changes: Changes): void {
  const body = readableBody(store, note);
  if (body !== null && !listsWhatQuotes(store, note, body)) setQuotations(store, note, body, changes);
}

interface BacklinkRow {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly updated_at_ms: number;
  readonly annotation_uid: AnnotationUid | null;
}

/** The notes that quote passages of a document or mention it, last changed first. */
export function backlinksOf(store: Store, document: number, uid: DocumentUid): readonly Backlink[] {
  const rows = store
    .sql<[string, number], BacklinkRow>(
      `WITH quoting AS (
         SELECT note, annotation_uid FROM quotations WHERE document_uid = ?
         UNION SELECT q.note, q.annotation_uid FROM annotations a JOIN quotations q ON q.annotation_uid = a.uid WHERE a.document = ?)
       SELECT n.uid, n.title, n.updated_at_ms, quoting.annotation_uid FROM quoting JOIN documents n ON n.id = quoting.note
       WHERE n.deleted_at_ms IS NULL ORDER BY n.updated_at_ms DESC, n.id DESC, quoting.annotation_uid`,
    )
    .all(uid, document);
  const backlinks = new Map<DocumentUid, Backlink>();
  for (const row of rows) {
    const before = backlinks.get(row.uid)?.annotations ?? [];
    const annotations = row.annotation_uid === null ? before : [...before, row.annotation_uid];
    backlinks.set(row.uid, { note: row.uid, title: row.title, annotations, updatedAtMs: row.updated_at_ms });
  }
  return [...backlinks.values()];
}
