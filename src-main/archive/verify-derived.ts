/** Whether what is made out of the content, and can be made again, agrees with it. */

import type { Damaged } from '@shared/outcome/check-words';
import { quotationsAgree, quotingDocuments } from './quotations';
import type { Store } from './store';
import { type Check, verdict } from './verdict';
import { verifyIndex } from './verify-index';

/** The full-text index against its content. */
export function index(store: Store): Check {
  const { rows, wrong } = verifyIndex(store);
  return verdict('index', rows, wrong);
}

/** The values offered for completion are those of the annotations: no more, no fewer. */
export function fieldValues(store: Store): Check {
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
    count,
    differing.map(({ field, value }) => ({ what: 'row', name: `${field} ${value}`, of: '' })),
  );
}

/** Keys that names are sorted and found by, each with what it should be. */
const keys: readonly string[] = [
  `SELECT title FROM documents WHERE title_key <> fold_text(title) OR site_key <> fold_text(site) OR address_key <> address_key(url)`,
  'SELECT name FROM labels WHERE name_key <> fold_text(name)',
  'SELECT name FROM alias_names WHERE name_key <> index_text(name)',
];

/** What lists are sorted by, and which notes are shown to quote what. */
export function lists(store: Store): Check {
  const named = (name: string): Damaged => ({ what: 'document', name, of: '' });
  const wrong = keys.flatMap((sql) => store.db.prepare<[], string>(sql).pluck().all()).map(named);
  let notes = 0;
  for (const { id, title } of quotingDocuments(store)) {
    notes++;
    if (!quotationsAgree(store, id)) wrong.push(named(title));
  }
  return verdict('lists', notes, wrong);
}
