/**
 * Rows of a document's history: the present body moves here when another takes its place.
 * What is worth keeping is decided in thin-revisions.ts.
 */
import type { EarlierText } from '@shared/anchors/resolve';
import type { RevisionInfo } from '@shared/contract/document-shapes';
import type { Body } from '@shared/model/block';
import type { BodyOrigin, EarlierBody, History, RevisionReason } from '@shared/model/bundle';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import { packText, unpackText } from './packing';
import { forgetFullest, fullestPassed, noteFullest, type PassedBody } from './revision-fullest';
import { sha256Of } from './sha256';
import type { Store } from './store';
import { isMuchShorter, isPassing, type KeptMoment, revisionsToDrop, takesMuch } from './thin-revisions';

interface PresentRow {
  readonly uid: string;
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
      `SELECT d.uid, d.revision, d.body_saved_at_ms AS saved_at_ms, d.body_reason AS reason, d.title, b.text, b.body, b.body_sha256
       FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id = ?`,
    )
    .get(document);
  if (row === undefined) throw new Error(`No document ${document}`);
  return row;
}

/** The nothing a note begins with; a picture alone has no text either, but is something. */
function isBlank({ reason, text, body }: PresentRow): boolean {
  if (reason !== 'edit' || text !== '') return false;
  return isBlankBody(JSON.parse(unpackText(body)));
}

const isBlankBody = ({ blocks }: Body): boolean => blocks.every(({ type }) => type === 'paragraph');

/** A body about to take the present one's place. */
export interface NextBody extends BodyOrigin {
  readonly sha256: string;
  readonly text: string;
  readonly body: Body;
}

/**
 * Keeps the present body in the history before another replaces it, unless it only passes
 * in a session of writing, is the same, or is the nothing a note begins with. Thins what is older.
 * Of what passes, that is kept of which the next body lacks much, cut away at once or bit by bit.
 */
export function keepPresentBody(store: Store, document: number, next: NextBody): void {
  const present = presentBody(store, document);
  if (isBlank(present) || present.body_sha256 === next.sha256) return;
  const after = { ...next, revision: present.revision + 1, length: next.text.length };
  const kept = bodiesToKeep(store, document, present, after);
  if (kept.length === 0) return;
  for (const body of kept) insertRevision(store, document, body);
  const drop = store.sql<[number, number]>('DELETE FROM revisions WHERE document = ? AND revision = ?');
  for (const revision of revisionsToDrop([...momentsOf(store, document), after], next.savedAtMs))
    drop.run(document, revision);
}

function bodiesToKeep(
  store: Store,
  document: number,
  row: PresentRow,
  next: NextBody & KeptMoment,
): readonly PassedBody[] {
  const { body_sha256: sha256, saved_at_ms: savedAtMs, text, ...rest } = row;
  const present: PassedBody = { ...rest, sha256, savedAtMs, length: text.length };
  const isNothing = next.text === '' && isBlankBody(next.body);
  const fullest = fullestPassed(store, document, present);
  if (!isPassing(present, next, next.savedAtMs)) {
    forgetFullest(store, document);
    return [present];
  }
  if (isNothing || takesMuch(text, next.text)) {
    forgetFullest(store, document);
    return isMuchShorter(fullest.length, text.length) ? [fullest, present] : [present];
  }
  if (isMuchShorter(fullest.length, next.length)) {
    forgetFullest(store, document);
    return [fullest];
  }
  noteFullest(store, document, fullest);
  return [];
}

/** Once: a save that was undone half-way may bring the same body again. */
function insertRevision(store: Store, document: number, body: PassedBody): void {
  store
    .sql<unknown[]>(
      `INSERT OR IGNORE INTO revisions (document, revision, saved_at_ms, reason, title, length, body_sha256, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(document, body.revision, body.savedAtMs, body.reason, body.title, body.length, body.sha256, body.body);
}

function momentsOf(store: Store, document: number): readonly KeptMoment[] {
  return store
    .sql<[number], KeptMoment>(
      'SELECT revision, saved_at_ms AS savedAtMs, reason, length FROM revisions WHERE document = ? ORDER BY revision',
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

/** The text with a hash, when the history still keeps it; newest first, for that is where it most often is. */
export function keptTextOf(store: Store, document: number, hash: string): EarlierText | undefined {
  for (const { revision } of [...momentsOf(store, document)].reverse()) {
    const body = earlierBody(store, document, revision);
    const text = body === undefined ? '' : textOf(body);
    if (textHash(text) === hash) return { text, hash };
  }
  return undefined;
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
