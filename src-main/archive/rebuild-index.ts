/**
 * Making anew what follows from the content: the full-text index, the table of field values,
 * the keys names are sorted by, and which notes quote what. Empties the first two, then fills
 * them in short transactions, so that a long archive goes on answering; one cut short is told
 * by counting.
 */
import type { IndexStep } from './archive-api';
import { type IndexTable, indexAnnotationsOf, indexDocument, indexTables } from './index-rows';
import { mendQuotations, quotingDocuments } from './quotations';
import type { Store } from './store';

/** Documents of one transaction: some ten milliseconds. */
const documentsAtOnce = 20;

/**
 * Does one step in one transaction. `after` is null to begin, then the `last` of the step before.
 * @throws Failure `archive/…` as any writing (when called through the archive)
 */
export function rebuildIndexStep(store: Store, after: number | null): IndexStep {
  return store.write((changes) => {
    if (after === null) {
      empty(store);
      for (const { id } of quotingDocuments(store)) mendQuotations(store, id, changes);
      return { done: 0, total: countOf(store, 'id > 0'), last: 0 };
    }
    const ids = store
      .sql<[number, number], { id: number }>('SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?')
      .all(after, documentsAtOnce);
    for (const { id } of ids) {
      indexDocument(store, id);
      indexAnnotationsOf(store, id);
    }
    const last = ids.at(-1)?.id ?? null;
    const total = countOf(store, 'id > 0');
    if (last !== null) return { done: countOf(store, `id <= ${last}`), total, last };
    // What is shown may have been found by the old index.
    changes.touchMany();
    return { done: total, total, last };
  });
}

/** An archive with more documents is not kept waiting for its index: a second or so. */
const quicklyDone = 500;

/**
 * Makes the index of a small archive anew when it lacks rows: after a migration that emptied it, or one that was cut
 * short right behind that. Of a larger archive it is done beside other work.
 */
export function rebuildIfSmall(store: Store): void {
  if (isLarge(store) || indexIsComplete(store)) return;
  let step = rebuildIndexStep(store, null);
  while (step.last !== null) step = rebuildIndexStep(store, step.last);
}

const isLarge = (store: Store): boolean =>
  store.sql<[number], { id: number }>('SELECT id FROM documents LIMIT 1 OFFSET ?').get(quicklyDone) !== undefined;

function empty(store: Store): void {
  for (const table of tables) store.db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  store.db.exec(`DELETE FROM index_due;
    DELETE FROM annotation_fields;
    INSERT INTO annotation_fields (kind, field, value, annotation)
      SELECT a.kind, f.key, f.value, a.id FROM annotations a, json_each(a.fields) f WHERE a.deleted_at_ms IS NULL;
    UPDATE documents SET title_key = fold_text(title) WHERE title_key <> fold_text(title);
    UPDATE documents SET site_key = fold_text(site) WHERE site_key <> fold_text(site);
    UPDATE documents SET address_key = address_key(url) WHERE address_key <> address_key(url);
    UPDATE labels SET name_key = fold_text(name) WHERE name_key <> fold_text(name);
    UPDATE alias_names SET name_key = index_text(name) WHERE name_key <> index_text(name)`);
}

const countOf = (store: Store, condition: string): number =>
  Number(store.db.prepare(`SELECT count(*) FROM documents WHERE ${condition}`).pluck().get());

/** The query planner would read the index's whole content for its rowids; this table has one row for each. */
const rowsOf = (store: Store, table: IndexTable): number =>
  Number(store.db.prepare(`SELECT count(*) FROM ${table}_docsize`).pluck().get());

/** Whether the index has as many rows as there is content for. Counts only; verifying compares. */
export function indexIsComplete(store: Store): boolean {
  const annotations = store.db
    .prepare(
      `SELECT count(*) FROM annotations a JOIN documents d ON d.id = a.document
       WHERE a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL`,
    )
    .pluck()
    .get();
  return (
    rowsOf(store, 'document_index') === countOf(store, 'deleted_at_ms IS NULL') &&
    rowsOf(store, 'annotation_index') === Number(annotations)
  );
}

const tables = Object.keys(indexTables) as readonly IndexTable[];
