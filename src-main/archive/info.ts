/** What the archive says of itself: name, schema, numbers. */
import { basename, extname } from 'node:path';
import type { ArchiveCalls } from './archive-api';
import { schemaOf } from './migrate';
import type { Store } from './store';

/** File name without path and ending. */
export const nameOf = (path: string): string => basename(path, extname(path));

export function infoCalls(store: Store): Pick<ArchiveCalls, 'archiveInfo' | 'stats'> {
  const count = (sql: string): number =>
    store.sql<[], { count: number }>(`SELECT count(*) AS count FROM ${sql}`).get()?.count ?? 0;
  return {
    archiveInfo: () => ({ name: nameOf(store.path), path: store.path, schemaVersion: schemaOf(store.db) }),
    stats: () =>
      store.read(() => {
        const articles = count(`documents WHERE deleted_at_ms IS NULL AND type = 'article'`);
        const notes = count(`documents WHERE deleted_at_ms IS NULL AND type = 'note'`);
        const live = `(SELECT a.id FROM annotations a JOIN documents d ON d.id = a.document WHERE a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL)`;
        return {
          documents: articles + notes,
          articles,
          notes,
          annotations: count(live),
          links: count('links'),
          originals: count('original_bytes'),
          pictures: count('assets'),
          pictureBytes:
            store.sql<[], { total: number }>('SELECT total(size_bytes) AS total FROM assets').get()?.total ?? 0,
          // SQLite's own count: reading the file's size by other means says nothing of the -wal.
          bytes:
            Number(store.db.pragma('page_count', { simple: true })) *
            Number(store.db.pragma('page_size', { simple: true })),
        };
      }),
  };
}
