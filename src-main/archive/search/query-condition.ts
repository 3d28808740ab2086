/**
 * The parts of a query that are filters, as SQL: on `documents d` for documents, on
 * `annotations a JOIN documents d` for passages. Values are always parameters.
 */

import type { KindId } from '@shared/kinds/kinds';
import { assertNever } from '@shared/outcome/outcome';
import { parseDateRange } from '@shared/query/date-range';
import { indexText } from '@shared/query/index-text';
import { type HasValue, isHasValue, type Query, type QueryField } from '@shared/query/query';
import type { StemLanguage } from '@shared/query/stems';
import { fold } from '@shared/text/fold';
import { afterAll, type Condition, labelled } from '../scope-condition';
import { matchExpression } from './match-expression';

/** What is looked through. */
export type Target = 'documents' | 'passages';

const never: Condition = { sql: '0', params: [] };
const always: Condition = { sql: '1', params: [] };

/** What a whole query says about its parts. */
export interface Asked {
  /** Whether words pick the rows, so that the rest is asked of each; otherwise the rest has to find them. */
  readonly words: boolean;
  /** Languages in which words are found by their stems. */
  readonly stems: readonly StemLanguage[];
}

/** A query, or a part of one, as a condition on a row of the target. */
export function queryCondition(query: Query, target: Target, asked: Asked): Condition {
  const index = target === 'documents' ? 'document_index' : 'annotation_index';
  const match = matchExpression(query, { fields: target === 'documents', stems: asked.stems, particles: true });
  if (match !== null) {
    return {
      sql: `${target === 'documents' ? 'd.id' : 'a.id'} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`,
      params: [match],
    };
  }
  switch (query.type) {
    case 'word':
    case 'phrase':
    case 'near':
      return never;
    case 'field':
      return fieldCondition(query.field, query.value, target, asked.words);
    case 'not': {
      const { sql, params } = queryCondition(query.operand, target, asked);
      return { sql: `NOT (${sql})`, params };
    }
    case 'and':
      return combined(
        query.operands.map((operand) => queryCondition(operand, target, asked)),
        ' AND ',
        always,
      );
    case 'or':
      return combined(
        query.operands.map((operand) => queryCondition(operand, target, asked)),
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

function fieldCondition(field: QueryField, value: string, target: Target, words: boolean): Condition {
  switch (field) {
    case 'in':
      return inCondition(value, target);
    case 'title':
    case 'author':
    case 'site': {
      // A passage has these from its document; a document has them in its own index.
      const match =
        matchExpression({ type: 'field', field, value }, { fields: true, stems: [], particles: false }) ?? '';
      return { sql: 'd.id IN (SELECT rowid FROM document_index WHERE document_index MATCH ?)', params: [match] };
    }
    case 'label':
      return labelCondition(value, target, words);
    case 'lang': {
      // LIKE knows no case in ASCII, which is all a language tag has.
      const language = value.replace(/[%_]/g, '');
      return { sql: '(d.language LIKE ? OR d.language LIKE ?)', params: [language, `${language}-%`] };
    }
    case 'verdict':
      return target === 'passages'
        ? { sql: `json_extract(a.fields, '$.verdict') = ?`, params: [value.toLowerCase()] }
        : never;
    case 'speaker':
    case 'place':
      return target === 'passages' ? fieldValueCondition(field, value) : never;
    case 'has':
      return isHasValue(value) ? hasCondition(value, target) : never;
    case 'collection':
      return {
        sql: 'd.id IN (SELECT x.document FROM collection_documents x JOIN collections c ON c.id = x.collection WHERE fold_text(c.name) = ?)',
        params: [fold(value)],
      };
    case 'date':
      return dateCondition(value, target);
    case 'added':
      return addedCondition(value, target);
    case 'aliases':
      // Says how names are searched (expandAliases), not what is found.
      return always;
    default:
      return assertNever(field);
  }
}

/** @param value a type of document, `document`, `passage`, or a kind of passage */
function inCondition(value: string, target: Target): Condition {
  if (value === 'document' || value === 'passage') return target === `${value}s` ? always : never;
  if (value === 'article' || value === 'note')
    return target === 'documents' ? { sql: 'd.type = ?', params: [value] } : never;
  return target === 'passages' ? { sql: 'a.kind = ?', params: [value] } : never;
}

/** A passage has the labels of its document and its own. */
function labelCondition(label: string, target: Target, words: boolean): Condition {
  const ofDocument = labelled('document', label);
  if (target === 'documents') return { sql: `d.id IN (${ofDocument.sql})`, params: ofDocument.params };
  const own = labelled('annotation', label);
  return {
    sql: words
      ? `(d.id IN (${ofDocument.sql}) OR a.id IN (${own.sql}))`
      : `a.id IN (SELECT p.id FROM annotations p WHERE p.document IN (${ofDocument.sql}) UNION ${own.sql})`,
    params: [...ofDocument.params, ...own.params],
  };
}

/** A passage whose speaker (or place) has all the words asked for, as beginnings. */
function fieldValueCondition(field: 'speaker' | 'place', value: string): Condition {
  const words = indexText(value).split(' ');
  return {
    sql: `a.id IN (SELECT f.annotation FROM annotation_fields f WHERE f.field = ?${' AND has_word(f.value, ?)'.repeat(words.length)})`,
    params: [field, ...words],
  };
}

const livePassages = 'FROM annotations p WHERE p.document = d.id AND p.deleted_at_ms IS NULL';
const hasKind = (kind: KindId): Condition => ({
  sql: `EXISTS (SELECT 1 ${livePassages} AND p.kind = ?)`,
  params: [kind],
});

/** What a document has; a passage has links and labels of its own, the rest through its document. */
function hasCondition(value: HasValue, target: Target): Condition {
  switch (value) {
    case 'claims':
      return hasKind('claim');
    case 'sources':
      return hasKind('source');
    case 'events':
      return hasKind('event');
    case 'orphans':
      return target === 'passages'
        ? { sql: 'a.orphaned = 1', params: [] }
        : { sql: `EXISTS (SELECT 1 ${livePassages} AND p.orphaned = 1)`, params: [] };
    case 'notes':
      return { sql: 'EXISTS (SELECT 1 FROM quotations q WHERE q.document_uid = d.uid)', params: [] };
    case 'labels':
      return target === 'passages'
        ? { sql: 'EXISTS (SELECT 1 FROM annotation_labels x WHERE x.annotation = a.id)', params: [] }
        : { sql: 'EXISTS (SELECT 1 FROM document_labels x WHERE x.document = d.id)', params: [] };
    case 'links':
      return target === 'passages'
        ? { sql: 'EXISTS (SELECT 1 FROM links l WHERE l.from_annotation = a.id OR l.to_annotation = a.id)', params: [] }
        : {
            sql: `(EXISTS (SELECT 1 FROM links l WHERE l.to_document = d.id)
              OR EXISTS (SELECT 1 ${livePassages} AND EXISTS (SELECT 1 FROM links l WHERE l.from_annotation = p.id OR l.to_annotation = p.id)))`,
            params: [],
          };
    default:
      return assertNever(value);
  }
}

/** The moment a day, month or year begins, in this machine's time zone. */
function momentOf(date: string, after: 0 | 1): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return new Date(year + after, 0, 1).getTime();
  if (day === undefined) return new Date(year, month - 1 + after, 1).getTime();
  return new Date(year, month - 1, day + after).getTime();
}

/** When it came into the archive. */
function addedCondition(value: string, target: Target): Condition {
  const range = parseDateRange(value);
  if (range === null) return never;
  const created = target === 'documents' ? 'd.created_at_ms' : 'a.created_at_ms';
  const parts = ['1'];
  const params: number[] = [];
  if (range.from !== null) {
    parts.push(`${created} >= ?`);
    params.push(momentOf(range.from, 0));
  }
  if (range.to !== null) {
    parts.push(`${created} < ?`);
    params.push(momentOf(range.to, 1));
  }
  return { sql: `(${parts.join(' AND ')})`, params };
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
