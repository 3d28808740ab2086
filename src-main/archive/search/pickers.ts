/** Quick look-ups for mentions and pickers: titles and passages by a few typed letters. */
import { queryTokens } from '@shared/query/tokens';
import type { ArchiveCalls } from '../archive-api';
import { readAnnotationView } from '../read-annotation';
import { readSummaries } from '../read-document';
import type { Store } from '../store';
import { termExpression } from './match-expression';

/** Every typed word as the beginning of one; null when nothing is typed. */
function beginnings(text: string): string | null {
  const terms = text
    .split(/\s+/)
    .map((word) => queryTokens(word, true))
    .filter(({ tokens }) => tokens.length > 0)
    .slice(0, 16);
  return terms.length === 0 ? null : terms.map(termExpression).join(' AND ');
}

const idsOf = (rows: readonly { readonly id: number }[]): readonly number[] => rows.map(({ id }) => id);

function findTitles(
  store: Store,
  { text, limit }: Parameters<ArchiveCalls['findTitles']>[0],
): ReturnType<ArchiveCalls['findTitles']> {
  const match = beginnings(text);
  const rows =
    match === null
      ? store
          .sql<[number], { id: number }>(
            'SELECT id FROM documents WHERE deleted_at_ms IS NULL ORDER BY updated_at_ms DESC, id DESC LIMIT ?',
          )
          .all(limit)
      : store
          .sql<[string, number], { id: number }>(
            'SELECT rowid AS id FROM document_index WHERE document_index MATCH ? ORDER BY rowid DESC LIMIT ?',
          )
          .all(`title : (${match})`, limit);
  return readSummaries(store, idsOf(rows));
}

function findAnnotations(
  store: Store,
  { text, limit }: Parameters<ArchiveCalls['findAnnotations']>[0],
): ReturnType<ArchiveCalls['findAnnotations']> {
  const match = beginnings(text);
  const rows =
    match === null
      ? store
          .sql<[number], { id: number }>(
            `SELECT id FROM annotations WHERE deleted_at_ms IS NULL
             AND document NOT IN (SELECT id FROM documents WHERE deleted_at_ms IS NOT NULL) ORDER BY id DESC LIMIT ?`,
          )
          .all(limit)
      : store
          .sql<[string, number], { id: number }>(
            'SELECT rowid AS id FROM annotation_index WHERE annotation_index MATCH ? ORDER BY rank LIMIT ?',
          )
          .all(match, limit);
  return idsOf(rows).map((id) => readAnnotationView(store, id));
}

export function pickerCalls(store: Store): Pick<ArchiveCalls, 'findTitles' | 'findAnnotations'> {
  return {
    findTitles: (input) => store.read(() => findTitles(store, input)),
    findAnnotations: (input) => store.read(() => findAnnotations(store, input)),
  };
}
