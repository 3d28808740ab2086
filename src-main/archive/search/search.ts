/** Search over documents and passages: parse, plan, rank, and only then read what is shown. */
import type { SearchHit } from '@shared/contract/shapes';
import { termsOf } from '@shared/query/find-hits';
import { parseQuery, readQuery } from '@shared/query/parse-query';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';
import { documentHits, passageHits } from './hits';
import { type Plan, planFor } from './plan';
import { allHits, byDate, byRelevance, countHits, type RankedHit } from './ranked';

type SearchInput = Parameters<ArchiveCalls['search']>[0];

interface Found {
  readonly plan: Plan;
  readonly hit: RankedHit;
}

/** Two lists, each best first, as one. Dates need their rows, so those lists are merged by date below. */
function merge(a: readonly Found[], b: readonly Found[]): readonly Found[] {
  return [...a, ...b].sort((left, right) => right.hit.score - left.hit.score);
}

function shown(store: Store, page: readonly Found[], terms: ReturnType<typeof termsOf>): readonly SearchHit[] {
  const of = (target: Plan['target']): readonly RankedHit[] =>
    page.flatMap(({ plan, hit }) => (plan.target === target ? [hit] : []));
  const documents = [...documentHits(store, of('documents'), terms)];
  const passages = [...passageHits(store, of('passages'), terms)];
  return page.flatMap(({ plan }) => (plan.target === 'documents' ? documents : passages).shift() ?? []);
}

function search(store: Store, input: SearchInput): ReturnType<ArchiveCalls['search']> {
  const started = performance.now();
  const { query, hints } = readQuery(input.query, { typing: true });
  const plans = (['documents', 'passages'] as const).flatMap(
    (target) => planFor(store, query, target, input.scope) ?? [],
  );
  const need = input.offset + input.limit;
  let total = 0;
  let found: readonly Found[] = [];
  for (const plan of plans) {
    const count = countHits(store, plan);
    total += count;
    if (count === 0) continue;
    const hits = input.sort === 'date' ? byDate(store, plan, need) : byRelevance(store, plan, count, need);
    found = merge(
      found,
      hits.map((hit) => ({ plan, hit })),
    );
  }
  const terms = termsOf(query);
  const hits =
    input.sort === 'date'
      ? [...shown(store, found, terms)]
          .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
          .slice(input.offset, need)
      : shown(store, found.slice(input.offset, need), terms);
  return {
    query: input.query,
    total,
    tookMs: performance.now() - started,
    hits,
    hints,
    expansions: [],
    didYouMean: null,
    facets: null,
  };
}

/** Keys of the documents a query finds, by themselves or by a passage; oldest first. */
export function documentsFound(store: Store, text: string): readonly number[] {
  const query = parseQuery(text);
  const documents = planFor(store, query, 'documents', undefined);
  const passages = planFor(store, query, 'passages', undefined);
  const found = new Set(documents === null ? [] : allHits(store, documents));
  const ofPassages = passages === null ? [] : allHits(store, passages);
  const rows = store
    .sql<[string], { document: number }>(
      'SELECT DISTINCT document FROM annotations WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ofPassages));
  for (const { document } of rows) found.add(document);
  return [...found].sort((a, b) => a - b);
}

export function searchCalls(store: Store): Pick<ArchiveCalls, 'search'> {
  return { search: (input) => store.read(() => search(store, input)) };
}
