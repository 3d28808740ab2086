/** Labels: free tags on documents and annotations, nested by `/`. Knows no document content. */

import { normaliseText } from '@shared/text/canonical-text';
import { fold } from '@shared/text/fold';
import type { ArchiveCalls } from './archive-api';
import type { Store } from './store';

/** What a label is attached to. */
type Labelled = 'document' | 'annotation';

/** Labels as they are kept: normalised, without empty ones and repetitions, in the given order. */
export function cleanLabels(labels: readonly string[]): readonly string[] {
  const clean = labels.map((label) => normaliseText(label).replace(/\s+/g, ' ').trim()).filter((label) => label !== '');
  return [...new Set(clean)];
}

function labelId(store: Store, name: string): number {
  const known = store.sql<[string], { id: number }>('SELECT id FROM labels WHERE name = ?').get(name);
  if (known !== undefined) return known.id;
  const { lastInsertRowid } = store
    .sql<[string, string]>('INSERT INTO labels (name, name_key) VALUES (?, ?)')
    .run(name, fold(name));
  return Number(lastInsertRowid);
}

/** Replaces the labels of a row; the caller writes its index row. */
export function setLabels(store: Store, of: Labelled, id: number, labels: readonly string[]): void {
  store.sql<[number]>(`DELETE FROM ${of}_labels WHERE ${of} = ?`).run(id);
  const insert = store.sql<[number, number, number]>(
    `INSERT INTO ${of}_labels (${of}, label, position) VALUES (?, ?, ?)`,
  );
  for (const [position, label] of cleanLabels(labels).entries()) insert.run(id, labelId(store, label), position);
}

/** The labels of a row, in the order they were given. */
export function labelsOf(store: Store, of: Labelled, id: number): readonly string[] {
  return store
    .sql<[number], { name: string }>(
      `SELECT l.name FROM ${of}_labels x JOIN labels l ON l.id = x.label WHERE x.${of} = ? ORDER BY x.position`,
    )
    .all(id)
    .map(({ name }) => name);
}

/** The labels of many rows, by their keys, each in the order they were given; rows without any are left out. */
export function labelsOfMany(
  store: Store,
  of: Labelled,
  ids: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const rows = store
    .sql<[string], { id: number; name: string }>(
      `SELECT x.${of} AS id, l.name FROM ${of}_labels x JOIN labels l ON l.id = x.label
       WHERE x.${of} IN (SELECT value FROM json_each(?)) ORDER BY x.${of}, x.position`,
    )
    .all(JSON.stringify(ids));
  const labels = new Map<number, string[]>();
  for (const { id, name } of rows) {
    const known = labels.get(id);
    if (known === undefined) labels.set(id, [name]);
    else known.push(name);
  }
  return labels;
}

export function labelCalls(store: Store): Pick<ArchiveCalls, 'listLabels'> {
  return {
    listLabels: ({ startsWith, limit }) => {
      const from = fold(startsWith.trim());
      return store
        .sql<[string, string, number], { name: string }>(
          `SELECT name FROM labels l WHERE name_key >= ? AND name_key < ?
           AND (EXISTS (SELECT 1 FROM document_labels x WHERE x.label = l.id) OR EXISTS (SELECT 1 FROM annotation_labels x WHERE x.label = l.id))
           ORDER BY name_key, name LIMIT ?`,
        )
        .all(from, `${from}\u{10ffff}`, limit)
        .map(({ name }) => name);
    },
  };
}
