/** Whether texts, originals and pictures are as they were saved: each against its hash, and passages against their text. */
import { textOf } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import { type Packed, unpack, unpackText } from './packing';
import { sha256Of } from './sha256';
import type { Store } from './store';
import { type Check, holds, plural, verdict } from './verdict';

/** Every original against its SHA-256. */
export const originals = (store: Store): Check => keptBytes(store, 'originals', 'original_bytes', 'original');

/** Every picture against its SHA-256. */
export const pictures = (store: Store): Check => keptBytes(store, 'pictures', 'asset_bytes', 'picture');

function keptBytes(store: Store, check: string, table: 'original_bytes' | 'asset_bytes', one: string): Check {
  const wrong: string[] = [];
  let count = 0;
  for (const { sha256, ...packed } of store
    .sql<[], Packed & { sha256: string }>(`SELECT sha256, packing, bytes FROM ${table}`)
    .iterate()) {
    count++;
    if (!holds(() => sha256Of(unpack(packed)) === sha256)) wrong.push(sha256);
  }
  return verdict(check, `${plural(count, one)} checked against SHA-256`, wrong, 'differ from their SHA-256');
}

interface BodyRow {
  readonly uid: string;
  readonly body: Uint8Array;
  readonly body_sha256: string;
  readonly text: string;
  readonly text_hash: string;
}

function bodyIsWhole(row: BodyRow): boolean {
  const json = unpackText(row.body);
  if (sha256Of(json) !== row.body_sha256 || textHash(row.text) !== row.text_hash) return false;
  return textOf(JSON.parse(json)) === row.text;
}

/** Every body against its SHA-256, and the text beside it. */
export function bodies(store: Store): Check {
  const wrong: string[] = [];
  let count = 0;
  const rows = store.sql<[], BodyRow>(
    'SELECT d.uid, b.body, b.body_sha256, b.text, b.text_hash FROM bodies b JOIN documents d ON d.id = b.document',
  );
  for (const row of rows.iterate()) {
    count++;
    if (!holds(() => bodyIsWhole(row))) wrong.push(row.uid);
  }
  const documents = store.sql<[], { count: number }>('SELECT count(*) AS count FROM documents').get()?.count ?? 0;
  if (documents !== count) wrong.push(`${plural(documents - count, 'document')} without a body`);
  return verdict(
    'bodies',
    `${plural(count, 'body', 'bodies')} checked against SHA-256 and text`,
    wrong,
    'are not as they were saved',
  );
}

interface RevisionRow {
  readonly uid: string;
  readonly revision: number;
  readonly newest: number;
  readonly length: number;
  readonly body_sha256: string;
  readonly body: Uint8Array;
}

function revisionIsWhole(row: RevisionRow): boolean {
  const json = unpackText(row.body);
  return (
    row.revision < row.newest && sha256Of(json) === row.body_sha256 && textOf(JSON.parse(json)).length === row.length
  );
}

/** Every earlier body against its SHA-256. */
export function history(store: Store): Check {
  const wrong: string[] = [];
  let count = 0;
  const rows = store.sql<[], RevisionRow>(
    `SELECT d.uid, d.revision AS newest, r.revision, r.length, r.body_sha256, r.body
     FROM revisions r JOIN documents d ON d.id = r.document`,
  );
  for (const row of rows.iterate()) {
    count++;
    if (!holds(() => revisionIsWhole(row))) wrong.push(`${row.uid} ${row.revision}`);
  }
  return verdict(
    'history',
    `${plural(count, 'earlier body', 'earlier bodies')} checked against SHA-256`,
    wrong,
    'are not as they were saved',
  );
}

interface AnchorRow {
  readonly uid: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly text_hash: string;
}

/** Whether a text says at a place what an annotation says that it does, before and after it too. */
const standsIn = (text: string, { start_offset: start, end_offset: end, exact, prefix, suffix }: AnchorRow): boolean =>
  text.slice(start, end) === exact &&
  text.slice(Math.max(0, start - prefix.length), start) === prefix &&
  text.startsWith(suffix, end);

/** Every passage against its text; text by text, so that each is read once for all its passages. */
export function anchors(store: Store): Check {
  const wrong: string[] = [];
  let count = 0;
  const ofDocument = store.sql<[number], AnchorRow>(
    `SELECT uid, start_offset, end_offset, exact, prefix, suffix, text_hash FROM annotations
     WHERE document = ? AND deleted_at_ms IS NULL AND orphaned = 0`,
  );
  const texts = store.sql<[], { document: number; text: string; text_hash: string }>(
    'SELECT document, text, text_hash FROM bodies WHERE document IN (SELECT document FROM annotations)',
  );
  for (const { document, text, text_hash } of texts.iterate()) {
    for (const row of ofDocument.all(document)) {
      count++;
      if (row.text_hash !== text_hash || !standsIn(text, row)) wrong.push(row.uid);
    }
  }
  const orphans =
    store
      .sql<[], { count: number }>(
        'SELECT count(*) AS count FROM annotations WHERE orphaned = 1 AND deleted_at_ms IS NULL',
      )
      .get()?.count ?? 0;
  const looked = `${plural(count, 'passage')} found at their places${orphans === 0 ? '' : `, ${plural(orphans, 'orphan')} left out`}`;
  return verdict('anchors', looked, wrong, 'do not stand where they should');
}
