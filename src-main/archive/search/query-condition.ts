/**
 * The parts of a query that are filters, as SQL: on `documents d` for documents, on
 * `annotations a JOIN documents d` for passages. Values are always parameters.
 */

import { assertNever } from '@shared/outcome/outcome';
import { parseDateRange } from '@shared/query/date-range';
import type { Query, QueryField } from '@shared/query/query';
import { afterAll, type Condition, labelled } from '../scope-condition';
import { matchExpression } from './match-expression';

/** What is looked through. */
export type Target = 'documents' | 'passages';

const never: Condition = { sql: '0', params: [] };
const always: Condition = { sql: '1', params: [] };

/**
 * A query, or a part of one, as a condition on a row of the target.
 *
 * @param ownLabels Whether a passage's labels are only its own, not those of its document too.
 */
export function queryCondition(query: Query, target: Target, ownLabels = false): Condition {
  const index = target === 'documents' ? 'document_index' : 'annotation_index';
  const match = matchExpression(query, target === 'documents');
  if (match !== null) {
    return {
      sql: `${target === 'documents' ? 'd.id' : 'a.id'} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`,
      params: [match],
    };
  }
  switch (query.type) {
    case 'word':
    case 'phrase':
      return never;
    case 'field':
      return fieldCondition(query.field, query.value, target, ownLabels);
    case 'not': {
      const { sql, params } = queryCondition(query.operand, target, ownLabels);
      return { sql: `NOT (${sql})`, params };
    }
    case 'and':
      return combined(
        query.operands.map((operand) => queryCondition(operand, target, ownLabels)),
        ' AND ',
        always,
      );
    case 'or':
      return combined(
        query.operands.map((operand) => queryCondition(operand, target, ownLabels)),
        ' OR ',
        never,
      );
    default:
      return assertNever(query);
  }
}

function combined(conditions: readonly Condition[], glue: string, empty: Condition): Condition {
  if (conditions.length === 0) return empty;
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(glue),
    params: conditions.flatMap(({ params }) => params),
  };
}

function fieldCondition(field: QueryField, value: string, target: Target, ownLabels: boolean): Condition {
  switch (field) {
    case 'in':
      if (value === 'article' || value === 'note')
        return target === 'documents' ? { sql: 'd.type = ?', params: [value] } : never;
      return target === 'passages' ? { sql: 'a.kind = ?', params: [value] } : never;
    case 'title':
    case 'author':
    case 'site': {
      // A passage has these from its document; a document has them in its own index.
      const match = matchExpression({ type: 'field', field, value }, true) ?? '';
      return { sql: 'd.id IN (SELECT rowid FROM document_index WHERE document_index MATCH ?)', params: [match] };
    }
    case 'label':
      return labelCondition(value, target, ownLabels);
    case 'lang': {
      // LIKE knows no case in ASCII, which is all a language tag has.
      const language = value.replace(/[%_]/g, '');
      return { sql: '(d.language LIKE ? OR d.language LIKE ?)', params: [language, `${language}-%`] };
    }
    case 'verdict':
      return target === 'passages'
        ? { sql: `json_extract(a.fields, '$.verdict') = ?`, params: [value.toLowerCase()] }
        : never;
    case 'date':
      return dateCondition(value, target);
    default:
      return assertNever(field);
  }
}

function labelCondition(label: string, target: Target, ownLabels: boolean): Condition {
  const ofDocument = labelled('document', label);
  if (target === 'documents') return { sql: `d.id IN (${ofDocument.sql})`, params: ofDocument.params };
  const own = labelled('annotation', label);
  if (ownLabels) return { sql: `a.id IN (${own.sql})`, params: own.params };
  return {
    sql: `(d.id IN (${ofDocument.sql}) OR a.id IN (${own.sql}))`,
    params: [...ofDocument.params, ...own.params],
  };
}

/** A dated event counts by its own date, any other passage by its document's. */
function dateCondition(value: string, target: Target): Condition {
  const range = parseDateRange(value);
  if (range === null) return never;
  const date = target === 'documents' ? 'd.date' : `ifnull(nullif(json_extract(a.fields, '$.date'), ''), d.date)`;
  const parts = [`${date} <> ''`];
  const params: string[] = [];
  if (range.from !== null) {
    parts.push(`${date} >= ?`);
    params.push(range.from);
  }
  if (range.to !== null) {
    // "2025-10" holds "2025-10-27": everything that begins with the end belongs to the range.
    parts.push(`${date} < ?`);
    params.push(`${range.to}${afterAll}`);
  }
  return { sql: `(${parts.join(' AND ')})`, params };
}
