/** Whether texts, originals and pictures are as they were saved: each against its hash, and passages against their text. */
import type { Damaged } from '@shared/outcome/check-words';
import { textOf } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import { type Packed, unpack, unpackText } from './packing';
import { sha256Of } from './sha256';
import type { Store } from './store';
import { type Check, holds, verdict } from './verdict';

/** An original by the name it came with; by its hash when no document has it. */
const originalOf = (store: Store, sha256: string): Damaged => ({
  what: 'file',
  name:
    store
      .sql<[string], { name: string }>('SELECT file_name AS name FROM originals WHERE sha256 = ? LIMIT 1')
      .get(sha256)?.name ?? sha256,
  of: '',
});

/** A picture by a document that names it; by its hash when none does. */
const pictureOf = (store: Store, sha256: string): Damaged => {
  const named = store
    .sql<[string], { name: string }>(
      'SELECT title AS name FROM document_assets JOIN documents ON id = document WHERE asset = ? LIMIT 1',
    )
    .get(sha256);
  return named === undefined ? { what: 'row', name: sha256, of: '' } : { what: 'picture', name: named.name, of: '' };
};

/** Every original against its SHA-256. */
export const originals = (store: Store): Check => keptBytes(store, 'originals', 'original_bytes', originalOf);

/** Every picture against its SHA-256. */
export const pictures = (store: Store): Check => keptBytes(store, 'pictures', 'asset_bytes', pictureOf);

function keptBytes(
  store: Store,
  check: string,
  table: 'original_bytes' | 'asset_bytes',
  nameOf: (store: Store, sha256: string) => Damaged,
): Check {
  const wrong: Damaged[] = [];
  let count = 0;
  for (const { sha256, ...packed } of store
    .sql<[], Packed & { sha256: string }>(`SELECT sha256, packing, bytes FROM ${table}`)
    .iterate()) {
    count++;
    if (!holds(() => sha256Of(unpack(packed)) === sha256)) wrong.push(nameOf(store, sha256));
  }
  return verdict(check, count, wrong);
}

interface BodyRow {
  readonly title: string;
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
  const wrong: Damaged[] = [];
  let count = 0;
  const rows = store.sql<[], BodyRow>(
    'SELECT d.title, b.body, b.body_sha256, b.text, b.text_hash FROM bodies b JOIN documents d ON d.id = b.document',
  );
  for (const row of rows.iterate()) {
    count++;
    if (!holds(() => bodyIsWhole(row))) wrong.push({ what: 'document', name: row.title, of: '' });
  }
  const bodiless = store.sql<[], { title: string }>(
    'SELECT title FROM documents WHERE id NOT IN (SELECT document FROM bodies)',
  );
  for (const { title } of bodiless.all()) wrong.push({ what: 'no-text', name: title, of: '' });
  return verdict('bodies', count, wrong);
}

interface RevisionRow {
  readonly title: string;
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
  const wrong: Damaged[] = [];
  let count = 0;
  const rows = store.sql<[], RevisionRow>(
    `SELECT d.title, d.revision AS newest, r.revision, r.length, r.body_sha256, r.body
     FROM revisions r JOIN documents d ON d.id = r.document`,
  );
  for (const row of rows.iterate()) {
    count++;
    if (!holds(() => revisionIsWhole(row))) wrong.push({ what: 'version', name: `${row.revision}`, of: row.title });
  }
  return verdict('history', count, wrong);
}

interface AnchorRow {
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

/** Of a passage's words, in code units: enough to know it by. */
const mostQuoted = 40;

/** Every passage against its text; text by text, so that each is read once for all its passages. */
export function anchors(store: Store): Check {
  const wrong: Damaged[] = [];
  let count = 0;
  const ofDocument = store.sql<[number], AnchorRow>(
    `SELECT start_offset, end_offset, exact, prefix, suffix, text_hash FROM annotations
     WHERE document = ? AND deleted_at_ms IS NULL AND orphaned = 0`,
  );
  const texts = store.sql<[], { document: number; title: string; text: string; text_hash: string }>(
    `SELECT document, title, text, text_hash FROM bodies JOIN documents ON documents.id = document
     WHERE document IN (SELECT document FROM annotations)`,
  );
  for (const { document, title, text, text_hash } of texts.iterate()) {
    for (const row of ofDocument.all(document)) {
      count++;
      if (row.text_hash === text_hash && standsIn(text, row)) continue;
      wrong.push({ what: 'passage', name: row.exact.slice(0, mostQuoted).toWellFormed(), of: title });
    }
  }
  const orphans =
    store
      .sql<[], { count: number }>(
        'SELECT count(*) AS count FROM annotations WHERE orphaned = 1 AND deleted_at_ms IS NULL',
      )
      .get()?.count ?? 0;
  return verdict('anchors', count, wrong, orphans);
}
