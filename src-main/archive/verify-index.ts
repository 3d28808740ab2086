/**
 * Proves that the full-text index holds exactly what the content says: every occurrence
 * of every token in the index (fts5vocab lists them) is summed up a row, and the sums
 * compared with those of the tokens the content gives now.
 */
import type { Damaged } from '@shared/outcome/check-words';
import { textHash } from '@shared/text/text-hash';
import { indexDue } from './due-index';
import { annotationIndexRow, documentIndexRow, type IndexTable, indexTables } from './index-rows';
import type { IndexRow } from './prepared-import';
import type { Store } from './store';

export interface IndexVerdict {
  /** Rows compared. */
  readonly rows: number;
  /** Each that differs. */
  readonly wrong: readonly Damaged[];
}

const contentRow = { document_index: documentIndexRow, annotation_index: annotationIndexRow } as const;
const keysOf: Readonly<Record<IndexTable, string>> = { document_index: 'documents', annotation_index: 'annotations' };

/** Sums go round at this, and so stay exact in a text of any length: their order doesn't matter. */
const sumLimit = 2 ** 48;

/** A number for one occurrence, below 2^32. */
const occurrence = (token: number, column: number, offset: number): number =>
  (Math.imul(token ^ Math.imul(column + 1, 0x9e3779b1), offset * 2 + 1) >>> 0) + 1;

/** Words recur: each is hashed once, and an archive of unheard-of words can't fill the memory. */
const numbers = new Map<string, number>();
const mostNumbers = 500_000;

function tokenNumber(token: string): number {
  const known = numbers.get(token);
  if (known !== undefined) return known;
  const number = Number.parseInt(textHash(token).slice(8), 16);
  if (numbers.size >= mostNumbers) numbers.clear();
  numbers.set(token, number);
  return number;
}

/** Bits of an offset in an occurrence packed into one number: texts of 50 MB have fewer tokens. */
const offsetBits = 26;
/** Bits of a column. What is left below 2^53 numbers sixteen million rows. */
const columnBits = 3;
const rowUnit = 2 ** (offsetBits + columnBits);
const offsetMask = 2 ** offsetBits - 1;

/** One row a term with all its occurrences: a row each takes six times as long to fetch. */
function occurrencesSql(table: IndexTable): string {
  const columns = indexTables[table]
    .map((column, index) => `WHEN '${column}' THEN ${index * 2 ** offsetBits}`)
    .join(' ');
  return `SELECT term, json_group_array(doc * ${rowUnit} + CASE col ${columns} END + offset)
    FROM temp.${table}_occurrences GROUP BY term`;
}

/** What the index holds: a sum for each row, by row key. */
function heldSums(store: Store, table: IndexTable): Map<number, number> {
  store.db.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_occurrences USING fts5vocab(main, ${table}, instance)`,
  );
  const sums = new Map<number, number>();
  const rows = store.db.prepare<[], readonly [term: string, packed: string]>(occurrencesSql(table)).raw();
  for (const [term, packed] of rows.iterate()) {
    const number = tokenNumber(term);
    const occurrences: readonly number[] = JSON.parse(packed);
    for (const each of occurrences) {
      const row = Math.floor(each / rowUnit);
      const place = each % rowUnit;
      const one = occurrence(number, place >>> offsetBits, place & offsetMask);
      sums.set(row, ((sums.get(row) ?? 0) + one) % sumLimit);
    }
  }
  return sums;
}

/** What the index should hold of a row: the sum, 0 when it should hold nothing. */
function expectedSum(row: IndexRow | null): number {
  let sum = 0;
  for (const [column, bytes] of (row ?? []).entries()) {
    if (bytes.length === 0) continue;
    for (const [offset, token] of Buffer.from(bytes).toString('utf8').split(' ').entries())
      sum = (sum + occurrence(tokenNumber(token), column, offset)) % sumLimit;
  }
  return sum;
}

const names: Readonly<Record<IndexTable, string>> = {
  document_index: `SELECT 'document' AS what, title AS name, '' AS "of" FROM documents WHERE id = ?`,
  annotation_index: `SELECT 'passage' AS what, substr(a.exact, 1, 40) AS name, d.title AS "of"
    FROM annotations a JOIN documents d ON d.id = a.document WHERE a.id = ?`,
};

/** A row of the index as a person knows it; by its number when nothing is there any more. */
const nameOf = (store: Store, table: IndexTable, id: number): Damaged =>
  store.sql<[number], Damaged>(names[table]).get(id) ?? { what: 'row', name: `${table} ${id}`, of: '' };

function verifyTable(store: Store, table: IndexTable): IndexVerdict {
  const held = heldSums(store, table);
  // Rows that a save left for later are behind by right: they are written before anything asks for them.
  const due = table === 'document_index' ? indexDue(store) : new Set<number>();
  const wrong: Damaged[] = [];
  const ids = store.sql<[], { id: number }>(`SELECT id FROM ${keysOf[table]} ORDER BY id`).all();
  for (const { id } of ids) {
    if (!due.has(id) && (held.get(id) ?? 0) !== expectedSum(contentRow[table](store, id)))
      wrong.push(nameOf(store, table, id));
    held.delete(id);
  }
  for (const id of held.keys()) wrong.push(nameOf(store, table, id));
  return { rows: ids.length, wrong };
}

/** Compares every row of every full-text table with its content. */
export function verifyIndex(store: Store): IndexVerdict {
  const documents = verifyTable(store, 'document_index');
  const annotations = verifyTable(store, 'annotation_index');
  return { rows: documents.rows + annotations.rows, wrong: [...documents.wrong, ...annotations.wrong] };
}
