/** What an archive holds, in numbers: to prove a copy and to show what a backup would bring back. */
import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import type { Connection } from './connect';
import { schemaOf } from './migrate';

/** Counts, the bin included: a backup holds that too. */
export function factsOf(db: Connection): ArchiveFacts {
  const number = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  return {
    schemaVersion: schemaOf(db),
    articles: number(`SELECT count(*) FROM documents WHERE type = 'article'`),
    notes: number(`SELECT count(*) FROM documents WHERE type = 'note'`),
    annotations: number('SELECT count(*) FROM annotations'),
    links: number('SELECT count(*) FROM links'),
    originals: number('SELECT count(*) FROM originals'),
    changedAtMs: number(
      'SELECT max(at) FROM (SELECT max(updated_at_ms) AS at FROM documents UNION ALL SELECT max(updated_at_ms) FROM annotations)',
    ),
    revisions: number('SELECT total(revision) FROM documents'),
  };
}

/** Whether two archives hold the same, as far as the numbers tell. */
export function sameFacts(a: ArchiveFacts, b: ArchiveFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
