/** Putting right what was saved of a damaged archive: broken bodies, documents without one, what refers to nothing. */
import type { Body } from '@shared/model/block';
import { bodyVersion } from '@shared/model/block';
import { carryAnnotations, earlierText } from './carry-annotations';
import type { Connection } from './connect';
import { unpackText } from './packing';
import type { Store } from './store';
import { prepareBody } from './write-document';

/** Rows lost, by table; null when nobody can say how many. */
export type Lost = Map<string, number | null>;

/** Documents whose body is missing or broken get their text without its formatting, or an older one. Returns their titles. */
export function mendBodies(source: Connection, db: Connection): readonly string[] {
  const mended: string[] = [];
  const put = db.prepare(
    'INSERT OR REPLACE INTO bodies (document, text_hash, body_sha256, text, body) VALUES (?, ?, ?, ?, ?)',
  );
  const documents = db
    .prepare<[], { id: number; title: string; body: Uint8Array | null }>(
      'SELECT d.id, d.title, b.body FROM documents d LEFT JOIN bodies b ON b.document = d.id',
    )
    .all();
  for (const { id, title, body } of documents) {
    if (body !== null && bodyOf(body) !== null) continue;
    const found = plainBody(source, db, id) ?? olderBody(db, id);
    if (found === null) continue;
    const { packed, sha256, text, textHash } = prepareBody(found);
    put.run(id, textHash, sha256, text, packed);
    mended.push(title);
  }
  return mended;
}

/** The text lies before the body, so it can often be read where the body can't. */
function plainBody(source: Connection, db: Connection, document: number): Body | null {
  for (const from of [source, db]) {
    try {
      const text = from.prepare('SELECT text FROM bodies WHERE document = ?').pluck().get(document);
      if (typeof text === 'string') return paragraphs(text);
    } catch {
      // Not even the text: an older body may do.
    }
  }
  return null;
}

const paragraphs = (text: string): Body => ({
  version: bodyVersion,
  blocks: text.split('\n').map((line) => ({ type: 'paragraph', inlines: [{ type: 'text', text: line }] })),
});

function olderBody(db: Connection, document: number): Body | null {
  const older = db
    .prepare<[number], { body: Uint8Array }>('SELECT body FROM revisions WHERE document = ? ORDER BY revision DESC')
    .all(document);
  for (const { body } of older) {
    const whole = bodyOf(body);
    if (whole !== null) return whole;
  }
  return null;
}

function bodyOf(packed: Uint8Array): Body | null {
  try {
    // Written by this program alone, and found to be whole by its compression.
    return JSON.parse(unpackText(packed)) as Body;
  } catch {
    return null;
  }
}

/** Passages of a text that is not quite what it was are found again in it, or become orphans. */
export function placeAgain(store: Store): void {
  const changed = store
    .sql<[], { document: number; body: Uint8Array }>(
      `SELECT document, body FROM bodies b WHERE EXISTS (
         SELECT 1 FROM annotations a WHERE a.document = b.document AND a.orphaned = 0 AND a.text_hash <> b.text_hash)`,
    )
    .all();
  for (const { document, body } of changed) {
    const found = bodyOf(body);
    if (found !== null) carryAnnotations(store, document, prepareBody(found), earlierText(store, document));
  }
}

/** Takes out documents nothing is left of but their title. Returns those titles. */
export function dropBodiless(db: Connection): readonly string[] {
  const condition = 'id NOT IN (SELECT document FROM bodies)';
  const titles = db.prepare<[], { title: string }>(`SELECT title FROM documents WHERE ${condition}`).all();
  db.exec(`DELETE FROM documents WHERE ${condition}`);
  return titles.map(({ title }) => title);
}

/** What refers to something lost goes, until nothing does. */
export function dropDangling(db: Connection, lost: Lost): void {
  const broken = (): readonly { readonly table: string; readonly rowid: number | null }[] =>
    db.prepare<[], { table: string; rowid: number | null }>('PRAGMA foreign_key_check').all();
  for (let found = broken(); found.length > 0; found = broken()) {
    for (const table of new Set(found.map((one) => one.table))) {
      const rows = found.filter((one) => one.table === table);
      const gone = rows.some(({ rowid }) => rowid === null) ? dropKeyed(db, table) : dropNumbered(db, table, rows);
      const before = lost.get(table) ?? 0;
      lost.set(table, lost.get(table) === null ? null : before + gone);
    }
  }
}

function dropNumbered(db: Connection, table: string, rows: readonly { readonly rowid: number | null }[]): number {
  const remove = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
  let gone = 0;
  for (const { rowid } of rows) gone += remove.run(rowid).changes;
  return gone;
}

/** Of tables without row numbers the check tells no row. */
function dropKeyed(db: Connection, table: string): number {
  const parents = db
    .prepare<[string], { from: string; table: string; to: string }>(
      `SELECT f."from", f."table", coalesce(f."to", p.name) AS "to"
       FROM pragma_foreign_key_list(?) f JOIN pragma_table_info(f."table") p ON p.pk = 1`,
    )
    .all(table);
  let gone = 0;
  for (const { from, table: parent, to } of parents)
    gone += db.prepare(`DELETE FROM ${table} WHERE ${from} NOT IN (SELECT ${to} FROM ${parent})`).run().changes;
  return gone;
}
