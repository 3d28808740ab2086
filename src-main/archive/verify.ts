/** Proving that an archive is whole: structure, index = content, every hash, every anchor. */
import type { VerifyReport } from '@shared/contract/shapes';
import { textOf } from '@shared/text/canonical-text';
import { textHash } from '@shared/text/text-hash';
import type { ArchiveCalls } from './archive-api';
import { type Packed, unpack, unpackText } from './packing';
import { sha256Of } from './sha256';
import type { Store } from './store';
import { verifyIndex } from './verify-index';

type Check = VerifyReport['checks'][number];

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A check over rows: how many were looked at, and how many were wrong. */
function verdict(name: string, looked: string, wrong: readonly string[], fault: string): Check {
  const shown = wrong.slice(0, 5).join(', ');
  return {
    name,
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? looked : `${looked}; ${wrong.length} ${fault}: ${shown}`,
  };
}

function structure(store: Store): Check {
  const answers = store
    .sql<[], { integrity_check: string }>('PRAGMA integrity_check(20)')
    .all()
    .map((row) => row.integrity_check);
  const ok = answers.length === 1 && answers[0] === 'ok';
  return { name: 'structure', ok, detail: ok ? 'The file’s structure is whole' : answers.join('; ') };
}

function references(store: Store): Check {
  const broken = store.sql<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  return verdict(
    'references',
    'Every reference leads to something',
    broken.map(({ table, parent }) => `${table} → ${parent}`),
    'lead to nothing',
  );
}

function originals(store: Store): Check {
  const wrong: string[] = [];
  let count = 0;
  for (const { sha256, ...packed } of store
    .sql<[], Packed & { sha256: string }>('SELECT sha256, packing, bytes FROM original_bytes')
    .iterate()) {
    count++;
    if (!holds(() => sha256Of(unpack(packed)) === sha256)) wrong.push(sha256);
  }
  return verdict(
    'originals',
    `${plural(count, 'original')} checked against SHA-256`,
    wrong,
    'differ from their SHA-256',
  );
}

/** Damaged bytes can't even be unpacked: that is an answer, and the other rows are still looked at. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
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

function bodies(store: Store): Check {
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

function history(store: Store): Check {
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
  readonly text_hash: string;
}

/** Text by text, so that a text is read once for all its passages. */
function anchors(store: Store): Check {
  const wrong: string[] = [];
  let count = 0;
  const ofDocument = store.sql<[number], AnchorRow>(
    `SELECT uid, start_offset, end_offset, exact, text_hash FROM annotations
     WHERE document = ? AND deleted_at_ms IS NULL AND orphaned = 0`,
  );
  const texts = store.sql<[], { document: number; text: string; text_hash: string }>(
    'SELECT document, text, text_hash FROM bodies WHERE document IN (SELECT document FROM annotations)',
  );
  for (const { document, text, text_hash } of texts.iterate()) {
    for (const row of ofDocument.all(document)) {
      count++;
      if (row.text_hash !== text_hash || text.slice(row.start_offset, row.end_offset) !== row.exact)
        wrong.push(row.uid);
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

/** The values offered for completion are those of the annotations: no more, no fewer. */
function fieldValues(store: Store): Check {
  const said = `SELECT a.kind, f.key, f.value, a.id FROM annotations a, json_each(a.fields) f WHERE a.deleted_at_ms IS NULL`;
  const listed = 'SELECT kind, field, value, annotation FROM annotation_fields';
  const differing = store
    .sql<[], { field: string; value: string }>(
      `SELECT key AS field, value FROM (${said} EXCEPT ${listed}) UNION ALL SELECT field, value FROM (${listed} EXCEPT ${said})`,
    )
    .all();
  const count = store.sql<[], { count: number }>('SELECT count(*) AS count FROM annotation_fields').get()?.count ?? 0;
  return verdict(
    'fields',
    `${plural(count, 'field value')} compared with their annotations`,
    differing.map(({ field, value }) => `${field} ${value}`),
    'differ from them',
  );
}

/** A check that stumbles over a damaged page has its answer: it failed. */
function attempted(name: string, check: () => Check): Check {
  try {
    return check();
  } catch (error) {
    return {
      name,
      ok: false,
      detail: `Could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function indexCheck(store: Store): Check {
  const { rows, wrong } = verifyIndex(store);
  return verdict(
    'index',
    `${plural(rows, 'index row')} compared with their content`,
    wrong,
    'differ from their content',
  );
}

const checks: readonly (readonly [string, (store: Store) => Check])[] = [
  ['structure', structure],
  ['references', references],
  ['index', indexCheck],
  ['fields', fieldValues],
  ['originals', originals],
  ['bodies', bodies],
  ['history', history],
  ['anchors', anchors],
];

/** Hears which check begins, and how many are done of how many. */
export type OnCheck = (done: number, total: number, name: string) => void;

/** Runs every check over one state of the archive. */
export function verifyStore(store: Store, onCheck?: OnCheck): VerifyReport {
  return store.read(() => {
    const results = checks.map(([name, check], index) => {
      onCheck?.(index, checks.length, name);
      return attempted(name, () => check(store));
    });
    return { ok: results.every(({ ok }) => ok), checks: results };
  });
}

export function verifyCalls(store: Store): Pick<ArchiveCalls, 'verify'> {
  return { verify: () => verifyStore(store) };
}
