/** Completion in the search box: names of fields, and the values fields have in this archive. */
import type { QueryCompletion } from '@shared/contract/search-shapes';
import { kinds } from '@shared/kinds/kinds';
import { completingAt, fieldsBeginning, writtenValue } from '@shared/query/completion';
import { aliasValues, hasValues, inValues, type QueryField } from '@shared/query/query';
import { fold } from '@shared/text/fold';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';

interface Value {
  readonly value: string;
  readonly count?: number;
}

const verdicts = kinds
  .flatMap(({ fields }) => fields)
  .flatMap((field) => (field.type === 'choice' && field.id === 'verdict' ? field.options.map(({ id }) => id) : []));

const live = 'd.deleted_at_ms IS NULL';
const liveAnnotation = `EXISTS (SELECT 1 FROM annotations a JOIN documents d ON d.id = a.document
  WHERE a.id = x.annotation AND a.deleted_at_ms IS NULL AND ${live})`;

/** Values with how often they are used; SQL that reads an index or a small table. */
const valuesSql: Readonly<Record<'author' | 'site' | 'lang' | 'label' | 'speaker' | 'place' | 'collection', string>> = {
  author: `SELECT x.value AS value, count(*) AS count FROM documents d, json_each(d.authors) x WHERE ${live} AND d.authors <> '[]' GROUP BY 1`,
  site: `SELECT max(d.site) AS value, count(*) AS count FROM documents d WHERE ${live} AND d.site_key <> '' GROUP BY d.site_key`,
  lang: `SELECT d.language AS value, count(*) AS count FROM documents d WHERE ${live} AND d.language <> '' GROUP BY 1`,
  label: `SELECT l.name AS value,
      (SELECT count(*) FROM document_labels x JOIN documents d ON d.id = x.document WHERE x.label = l.id AND ${live})
      + (SELECT count(*) FROM annotation_labels x WHERE x.label = l.id AND ${liveAnnotation}) AS count
    FROM labels l`,
  speaker: `SELECT x.value AS value, count(*) AS count FROM annotation_fields x WHERE x.field = 'speaker' AND x.value <> '' AND ${liveAnnotation} GROUP BY 1`,
  place: `SELECT x.value AS value, count(*) AS count FROM annotation_fields x WHERE x.field = 'place' AND x.value <> '' AND ${liveAnnotation} GROUP BY 1`,
  collection: `SELECT c.name AS value, (SELECT count(*) FROM collection_documents x WHERE x.collection = c.id) AS count FROM collections c`,
};

function valuesOf(store: Store, field: QueryField): readonly Value[] {
  switch (field) {
    case 'in':
      return [...inValues, ...kinds.map(({ id }) => id)].map((value) => ({ value }));
    case 'has':
      return hasValues.map((value) => ({ value }));
    case 'verdict':
      return verdicts.map((value) => ({ value }));
    case 'aliases':
      return aliasValues.map((value) => ({ value }));
    case 'title':
    case 'date':
    case 'added':
      return [];
    default:
      return store
        .sql<[], { readonly value: string; readonly count: number }>(
          `SELECT * FROM (${valuesSql[field]}) WHERE count > 0`,
        )
        .all();
  }
}

/** Whether a value, or a word in it, begins so. */
function begins(value: string, typed: string): boolean {
  const folded = fold(value);
  return folded.startsWith(typed) || folded.split(/[\s/’'.-]+/).some((word) => word.startsWith(typed));
}

function complete(
  store: Store,
  { text, caret, limit }: Parameters<ArchiveCalls['completeQuery']>[0],
): readonly QueryCompletion[] {
  const at = completingAt(text, Math.min(caret, text.length));
  if (at === null) return [];
  const { from, to } = at;
  if (at.field === null)
    return fieldsBeginning(at.typed)
      .slice(0, limit)
      .map((field) => ({ insert: `${field}:`, label: `${field}:`, from, to }));
  const typed = fold(at.typed);
  return valuesOf(store, at.field)
    .filter(({ value }) => begins(value, typed))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, limit)
    .map(({ value, count }) => ({
      insert: writtenValue(value),
      label: value,
      from,
      to,
      ...(count === undefined ? {} : { count }),
    }));
}

export function completionCalls(store: Store): Pick<ArchiveCalls, 'completeQuery'> {
  return { completeQuery: (input) => store.read(() => complete(store, input)) };
}
