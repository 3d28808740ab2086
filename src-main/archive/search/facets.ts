/** What hits have in common, counted: types, kinds, years, languages, sites, labels, verdicts, speakers. */
import type { FacetName, Facets, FacetValue } from '@shared/contract/search-shapes';
import type { Store } from '../store';
import type { Plan } from './plan';
import { newestHits } from './ranked';

/** Hits of each sort that are counted, newest first: some 20 ms. */
const mostCounted = 5000;
/** Values of one facet that are answered. */
const mostValues = 200;

class Tally {
  private readonly counts = new Map<FacetName, Map<string, number>>();

  add(name: FacetName, value: string, count = 1): void {
    if (value === '') return;
    const values = this.counts.get(name) ?? new Map<string, number>();
    values.set(value, (values.get(value) ?? 0) + count);
    this.counts.set(name, values);
  }

  values(name: FacetName): readonly FacetValue[] {
    const values = [...(this.counts.get(name) ?? [])].map(([value, count]) => ({ value, count }));
    if (name === 'year') return values.sort((a, b) => (a.value < b.value ? -1 : 1));
    return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues);
  }
}

interface HitRow {
  readonly sort: string;
  readonly date: string;
  readonly language: string;
  readonly site: string;
}

/** "2025-10-27", "2025~" and "2025/2026" are of 2025; a date that begins with no year is of none. */
const yearOf = (date: string): string => /^\d{4}/.exec(date)?.[0] ?? '';

function addRows(tally: Tally, name: 'type' | 'kind', rows: Iterable<HitRow>): void {
  for (const { sort, date, language, site } of rows) {
    tally.add(name, sort);
    tally.add('year', yearOf(date));
    tally.add('language', language);
    tally.add('site', site);
  }
}

const given = 'IN (SELECT value FROM json_each(?))';

function countDocuments(store: Store, tally: Tally, ids: string): void {
  const rows = store
    .sql<[string], HitRow>(`SELECT type AS sort, date, language, site FROM documents WHERE id ${given}`)
    .iterate(ids);
  addRows(tally, 'type', rows);
  const labels = store
    .sql<[string], FacetValue>(
      `SELECT l.name AS value, count(*) AS count FROM document_labels x JOIN labels l ON l.id = x.label
       WHERE x.document ${given} GROUP BY l.id`,
    )
    .all(ids);
  for (const { value, count } of labels) tally.add('label', value, count);
}

function countPassages(store: Store, tally: Tally, ids: string): void {
  const rows = store
    .sql<[string], HitRow>(
      `SELECT a.kind AS sort, ifnull(nullif(json_extract(a.fields, '$.date'), ''), d.date) AS date, d.language, d.site
       FROM annotations a JOIN documents d ON d.id = a.document WHERE a.id ${given}`,
    )
    .iterate(ids);
  addRows(tally, 'kind', rows);
  const labels = store
    .sql<[string, string], FacetValue>(
      `SELECT l.name AS value, count(*) AS count FROM (
         SELECT annotation, label FROM annotation_labels WHERE annotation ${given}
         UNION SELECT a.id, x.label FROM annotations a JOIN document_labels x ON x.document = a.document WHERE a.id ${given}
       ) y JOIN labels l ON l.id = y.label GROUP BY l.id`,
    )
    .all(ids, ids);
  for (const { value, count } of labels) tally.add('label', value, count);
  const fields = store
    .sql<[string], FacetValue & { readonly field: 'verdict' | 'speaker' }>(
      `SELECT field, value, count(*) AS count FROM annotation_fields
       WHERE annotation ${given} AND field IN ('verdict', 'speaker') GROUP BY field, value`,
    )
    .all(ids);
  for (const { field, value, count } of fields) tally.add(field, value, count);
}

/** Counts the hits of plans. Exact up to some thousands of hits; of more the newest are counted. */
export function facetsOf(store: Store, plans: readonly Plan[], total: number): Facets {
  const tally = new Tally();
  let counted = 0;
  for (const plan of plans) {
    const ids = newestHits(store, plan, mostCounted);
    counted += ids.length;
    (plan.target === 'documents' ? countDocuments : countPassages)(store, tally, JSON.stringify(ids));
  }
  const values = (name: FacetName): readonly FacetValue[] => tally.values(name);
  return {
    approximate: counted < total,
    counted,
    values: {
      type: values('type'),
      kind: values('kind'),
      year: values('year'),
      language: values('language'),
      site: values('site'),
      label: values('label'),
      verdict: values('verdict'),
      speaker: values('speaker'),
    },
  };
}
