/** What an archive holds, in numbers: to prove a copy and to show what a backup would bring back. */
import type { Connection } from './connect';
import { schemaOf } from './migrate';

export interface ArchiveFacts {
  readonly schemaVersion: number;
  readonly articles: number;
  readonly notes: number;
  readonly annotations: number;
  readonly links: number;
  readonly originals: number;
  /** When anything in it was last changed, in milliseconds since 1970; 0 when it holds nothing. */
  readonly changedAtMs: number;
  /** Grows with every saved body: tells apart what counts alike. */
  readonly revisions: number;
}

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
