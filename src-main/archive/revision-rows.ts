/**
 * Rows of a document's history: the present body moves here when another takes its place.
 * What is worth keeping is decided in thin-revisions.ts.
 */
import type { RevisionInfo } from '@shared/contract/shapes';
import type { Body } from '@shared/model/block';
import type { BodyOrigin, EarlierBody, History, RevisionReason } from '@shared/model/bundle';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { packText, unpackText } from './packing';
import { sha256Of } from './sha256';
import type { Store } from './store';
import { isPassing, type Moment, revisionsToDrop } from './thin-revisions';

interface PresentRow {
  readonly revision: number;
  readonly saved_at_ms: number;
  readonly reason: RevisionReason;
  readonly title: string;
  readonly text: string;
  readonly body: Uint8Array;
  readonly body_sha256: string;
}

function presentBody(store: Store, document: number): PresentRow {
  const row = store
    .sql<[number], PresentRow>(
      `SELECT d.revision, d.body_saved_at_ms AS saved_at_ms, d.body_reason AS reason, d.title, b.text, b.body, b.body_sha256
       FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id = ?`,
    )
    .get(document);
  if (row === undefined) throw new Error(`No document ${document}`);
  return row;
}

/** The nothing a note begins with; a picture alone has no text either, but is something. */
function isBlank({ reason, text, body }: PresentRow): boolean {
  if (reason !== 'edit' || text !== '') return false;
  const { blocks }: Body = JSON.parse(unpackText(body));
  return blocks.every(({ type }) => type === 'paragraph');
}

/** A body about to take the present one's place. */
export interface NextBody extends BodyOrigin {
  readonly sha256: string;
}

/**
 * Keeps the present body in the history before another replaces it, unless it only passes
 * in a session of writing, is the same, or is the nothing a note begins with. Thins what is older.
 */
export function keepPresentBody(store: Store, document: number, next: NextBody): void {
  const present = presentBody(store, document);
  const moment = { revision: present.revision, savedAtMs: present.saved_at_ms, reason: present.reason };
  if (isBlank(present) || present.body_sha256 === next.sha256) return;
  const after = { ...next, revision: present.revision + 1 };
  if (isPassing(moment, after, next.savedAtMs)) return;
  store
    .sql<[number, number]>(
      `INSERT INTO revisions (document, revision, saved_at_ms, reason, title, length, body_sha256, body)
       SELECT d.id, d.revision, d.body_saved_at_ms, d.body_reason, d.title, ?, b.body_sha256, b.body
       FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id = ?`,
    )
    .run(present.text.length, document);
  const drop = store.sql<[number, number]>('DELETE FROM revisions WHERE document = ? AND revision = ?');
  for (const revision of revisionsToDrop([...momentsOf(store, document), after], next.savedAtMs))
    drop.run(document, revision);
}

function momentsOf(store: Store, document: number): readonly Moment[] {
  return store
    .sql<[number], Moment>(
      'SELECT revision, saved_at_ms AS savedAtMs, reason FROM revisions WHERE document = ? ORDER BY revision',
    )
    .all(document);
}

/** A document's history, newest first: the present body, then those before it that are kept. */
export function historyOf(store: Store, document: number): readonly RevisionInfo[] {
  const earlier = store
    .sql<[number], RevisionInfo>(
      `SELECT revision, saved_at_ms AS savedAtMs, reason, title, length FROM revisions
       WHERE document = ? ORDER BY revision DESC`,
    )
    .all(document);
  const { revision, saved_at_ms: savedAtMs, reason, title, text } = presentBody(store, document);
  return [{ revision, savedAtMs, reason, title, length: text.length }, ...earlier];
}

/** An earlier body; undefined when it is not kept. */
export function earlierBody(store: Store, document: number, revision: number): Body | undefined {
  const row = store
    .sql<[number, number], { body: Uint8Array }>('SELECT body FROM revisions WHERE document = ? AND revision = ?')
    .get(document, revision);
  return row === undefined ? undefined : JSON.parse(unpackText(row.body));
}

/** A document's history with the bodies, oldest first, as exporters carry it. */
export function wholeHistory(store: Store, document: number): History {
  const rows = store
    .sql<[number], Omit<EarlierBody, 'body'> & { readonly body: Uint8Array }>(
      'SELECT revision, saved_at_ms AS savedAtMs, reason, title, body FROM revisions WHERE document = ? ORDER BY revision',
    )
    .all(document);
  const { saved_at_ms: savedAtMs, reason } = presentBody(store, document);
  const earlier = rows.map((row): EarlierBody => ({ ...row, body: JSON.parse(unpackText(row.body)) }));
  return { present: { savedAtMs, reason }, earlier };
}

/** Gives a document just inserted the bodies it had before. */
export function insertEarlier(store: Store, document: number, earlier: readonly EarlierBody[]): void {
  const insert = store.sql<unknown[]>(
    'INSERT INTO revisions (document, revision, saved_at_ms, reason, title, length, body_sha256, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { revision, savedAtMs, reason, title, body: given } of earlier) {
    const body = normaliseBody(given);
    const json = JSON.stringify(body);
    insert.run(document, revision, savedAtMs, reason, title, textOf(body).length, sha256Of(json), packText(json));
  }
}
