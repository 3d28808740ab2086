/** Where the rows of each target are: its index, its tables, what they can be sorted by. */
import type { Target } from './query-condition';

/** What hits can be sorted by besides their score. */
export type HitOrder = 'date' | 'added';

interface Source {
  readonly index: string;
  /** Rows that may be hits, for filters: `SELECT key FROM …`. */
  readonly rows: string;
  readonly key: string;
  readonly live: string;
  readonly order: Readonly<Record<HitOrder, string>>;
}

export const sources: Readonly<Record<Target, Source>> = {
  documents: {
    index: 'document_index',
    rows: 'documents d',
    key: 'd.id',
    live: 'd.deleted_at_ms IS NULL',
    order: { date: 'd.date', added: 'd.created_at_ms' },
  },
  passages: {
    index: 'annotation_index',
    rows: 'annotations a JOIN documents d ON d.id = a.document',
    key: 'a.id',
    live: 'a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL',
    order: { date: 'd.date', added: 'a.created_at_ms' },
  },
};
