/** What part of the library is meant, as SQL on `documents d`. Values are always parameters. */
import type { Scope } from '@shared/contract/calls';
import { assertNever } from '@shared/outcome/outcome';
import { fold } from '@shared/text/fold';
import { collectionKey } from './lookup';
import type { Store } from './store';

/** A piece of a WHERE clause with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Upper end of the range of strings that begin with something. */
export const afterAll = '\u{10ffff}';

/** The documents or annotations with a label or one nested in it: a SELECT of their keys. */
export function labelled(what: 'document' | 'annotation', label: string): Condition {
  const key = fold(label);
  return {
    sql: `SELECT x.${what} FROM ${what}_labels x JOIN labels l ON l.id = x.label
      WHERE l.name_key = ? OR (l.name_key >= ? AND l.name_key < ?)`,
    params: [key, `${key}/`, `${key}/${afterAll}`],
  };
}

/** Documents of a scope; the bin only in `bin`. @throws Failure `collection/not-found` */
export function scopeCondition(store: Store, scope: Scope): Condition {
  const live = 'd.deleted_at_ms IS NULL';
  switch (scope.in) {
    case 'all':
      return { sql: live, params: [] };
    case 'articles':
      return { sql: `${live} AND d.type = 'article'`, params: [] };
    case 'notes':
      return { sql: `${live} AND d.type = 'note'`, params: [] };
    case 'bin':
      return { sql: 'd.deleted_at_ms IS NOT NULL', params: [] };
    case 'kind':
      return {
        sql: `${live} AND d.id IN (SELECT document FROM annotations WHERE kind = ? AND deleted_at_ms IS NULL)`,
        params: [scope.kind],
      };
    case 'orphans':
      return {
        sql: `${live} AND d.id IN (SELECT document FROM annotations WHERE orphaned = 1 AND deleted_at_ms IS NULL)`,
        params: [],
      };
    case 'label': {
      const own = labelled('document', scope.label);
      const passages = labelled('annotation', scope.label);
      return {
        sql: `${live} AND d.id IN (${own.sql}
          UNION SELECT document FROM annotations WHERE deleted_at_ms IS NULL AND id IN (${passages.sql}))`,
        params: [...own.params, ...passages.params],
      };
    }
    case 'collection':
      return {
        sql: `${live} AND d.id IN (SELECT document FROM collection_documents WHERE collection = ?)`,
        params: [collectionKey(store, scope.collection)],
      };
    default:
      return assertNever(scope);
  }
}
