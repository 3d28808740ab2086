/** What the library's side bar, list and pickers show. Reads only. */
import type { ListSort } from '@shared/contract/calls';
import type { DocumentPage, LibraryCounts } from '@shared/contract/document-shapes';
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { ArchiveCalls } from './archive-api';
import { readCollections } from './collections';
import { readSummaries } from './read-document';
import { scopeCondition } from './scope-condition';
import type { Store } from './store';

const sortColumns: Readonly<Record<ListSort, string>> = {
  added: 'd.created_at_ms',
  updated: 'd.updated_at_ms',
  date: 'd.date',
  title: 'd.title_key',
  site: 'd.site_key',
};

/** Ids first, in order and only those of the page; their rows after. */
export function listDocuments(
  store: Store,
  { scope, sort, descending, offset, limit }: Parameters<ArchiveCalls['listDocuments']>[0],
): DocumentPage {
  const condition = scopeCondition(store, scope);
  const direction = descending ? 'DESC' : 'ASC';
  const ids = store
    .sql<unknown[], { id: number }>(
      `SELECT d.id FROM documents d WHERE ${condition.sql} ORDER BY ${sortColumns[sort]} ${direction}, d.id ${direction} LIMIT ? OFFSET ?`,
    )
    .all(...condition.params, limit, offset)
    .map(({ id }) => id);
  const total = count(store, `SELECT count(*) AS count FROM documents d WHERE ${condition.sql}`, ...condition.params);
  return { total, rows: readSummaries(store, ids) };
}

function count(store: Store, sql: string, ...params: readonly unknown[]): number {
  return store.sql<unknown[], { count: number }>(sql).get(...params)?.count ?? 0;
}

const binned = 'SELECT id FROM documents WHERE deleted_at_ms IS NOT NULL';
const liveAnnotations = `deleted_at_ms IS NULL AND document NOT IN (${binned})`;

function kindCounts(store: Store): Record<KindId, number> {
  const rows = store
    .sql<[], { kind: string; count: number }>(
      `SELECT kind, count(*) AS count FROM annotations WHERE ${liveAnnotations} GROUP BY kind`,
    )
    .all();
  const counts: Record<KindId, number> = { claim: 0, source: 0, event: 0 };
  for (const { id } of kinds) counts[id] = rows.find(({ kind }) => kind === id)?.count ?? 0;
  return counts;
}

/** Documents by label, their own or a passage's; a document counts once for a label. */
const labelCounts = `SELECT l.name AS label, sum(x.count) AS count FROM (
    SELECT label, count(*) AS count FROM document_labels WHERE document NOT IN (${binned}) GROUP BY label
    UNION ALL
    SELECT p.label, count(DISTINCT a.document) FROM annotation_labels p JOIN annotations a ON a.id = p.annotation
    WHERE a.deleted_at_ms IS NULL AND a.document NOT IN (${binned})
      AND NOT EXISTS (SELECT 1 FROM document_labels d WHERE d.document = a.document AND d.label = p.label)
    GROUP BY p.label
  ) x JOIN labels l ON l.id = x.label GROUP BY l.id ORDER BY l.name_key, l.name`;

export function libraryCounts(store: Store): LibraryCounts {
  const types = store
    .sql<[], { type: string; count: number }>(
      'SELECT type, count(*) AS count FROM documents WHERE deleted_at_ms IS NULL GROUP BY type',
    )
    .all();
  const articles = types.find(({ type }) => type === 'article')?.count ?? 0;
  const notes = types.find(({ type }) => type === 'note')?.count ?? 0;
  return {
    all: articles + notes,
    articles,
    notes,
    bin: count(store, 'SELECT count(*) AS count FROM documents WHERE deleted_at_ms IS NOT NULL'),
    annotations: count(store, `SELECT count(*) AS count FROM annotations WHERE ${liveAnnotations}`),
    orphans: count(store, `SELECT count(*) AS count FROM annotations WHERE orphaned = 1 AND ${liveAnnotations}`),
    kinds: kindCounts(store),
    labels: store.sql<[], { label: string; count: number }>(labelCounts).all(),
    collections: readCollections(store),
  };
}

export function libraryCalls(store: Store): Pick<ArchiveCalls, 'listDocuments' | 'libraryCounts'> {
  return {
    listDocuments: (input) => store.read(() => listDocuments(store, input)),
    libraryCounts: () => store.read(() => libraryCounts(store)),
  };
}
