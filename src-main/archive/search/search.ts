/** Search over documents and passages: read, expand, plan, rank, and only then read what is shown. */
import type { SearchHit } from '@shared/contract/search-shapes';
import { expandAliases } from '@shared/query/expand-aliases';
import { termsOf } from '@shared/query/find-hits';
import type { QueryHint } from '@shared/query/hints';
import { withNouns } from '@shared/query/korean-nouns';
import { parseQuery, readQuery } from '@shared/query/parse-query';
import type { Query } from '@shared/query/query';
import { joined } from '@shared/query/query-terms';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';
import { aliasNames } from './aliases';
import { didYouMean } from './did-you-mean';
import { facetsOf } from './facets';
import { documentHits, passageHits } from './hits';
import { isKoreanNoun } from './korean-nouns';
import { type Plan, planFor } from './plan';
import type { Target } from './query-condition';
import { byRelevance, countHits, newestHits, ordered, type Ranked, type RankedHit } from './ranked';

type SearchInput = Parameters<ArchiveCalls['search']>[0];

interface Found {
  readonly plan: Plan;
  readonly hit: RankedHit;
}

interface Asked {
  readonly query: Query;
  /** Before names got their aliases. */
  readonly typed: Query;
  readonly hints: readonly QueryHint[];
  readonly expansions: ReturnType<typeof expandAliases>['expansions'];
  /** Korean words that are nouns as they stand. */
  readonly nouns: readonly string[];
}

const targets: readonly Target[] = ['documents', 'passages'];

/** The query with the one it searches inside of and the aliases of its names. */
function asked(store: Store, input: Pick<SearchInput, 'query' | 'within' | 'expand'>): Asked {
  const { query, hints } = readQuery(input.query, { typing: true });
  const within = parseQuery(input.within ?? '');
  const nouns = new Set<string>();
  const both = withNouns(joined('and', [query, within]) ?? query, (word) => {
    const is = isKoreanNoun(store, word);
    if (is) nouns.add(word);
    return is;
  });
  // Of the switch for aliases neither has anything left.
  const { query: typed } = expandAliases(both, [], false);
  return { hints, typed, nouns: [...nouns], ...expandAliases(both, aliasNames(store), input.expand ?? true) };
}

const plansFor = (
  store: Store,
  { query, typed }: Pick<Asked, 'query' | 'typed'>,
  { only, scope, sort }: Pick<SearchInput, 'only' | 'scope'> & { readonly sort?: SearchInput['sort'] },
): readonly Plan[] =>
  targets
    .filter((target) => only === undefined || only === target)
    .flatMap(
      (target) =>
        planFor(store, query, target, scope, { typed, apart: sort === undefined || sort === 'relevance' }) ?? [],
    );

/** How many documents and passages a query finds. */
export function countFound(
  store: Store,
  input: Pick<SearchInput, 'query' | 'within' | 'expand' | 'only' | 'scope'>,
): number {
  return plansFor(store, asked(store, input), input).reduce((sum, plan) => sum + countHits(store, plan), 0);
}

/** Two sorted lists as one. */
function merge(a: readonly Found[], b: readonly Found[], sort: SearchInput['sort']): readonly Found[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const before = ({ hit: x }: Found, { hit: y }: Found): number => {
    if (sort === 'relevance' || x.order === undefined || y.order === undefined) return y.score - x.score;
    return x.order === y.order ? 0 : x.order < y.order ? 1 : -1;
  };
  return [...a, ...b].sort(before);
}

function shown(store: Store, page: readonly Found[], terms: ReturnType<typeof termsOf>): readonly SearchHit[] {
  const of = (target: Target): readonly RankedHit[] =>
    page.flatMap(({ plan, hit }) => (plan.target === target ? [hit] : []));
  const documents = [...documentHits(store, of('documents'), terms)];
  const passages = [...passageHits(store, of('passages'), terms)];
  return page.flatMap(({ plan }) => (plan.target === 'documents' ? documents : passages).shift() ?? []);
}

function hitsOf(store: Store, plan: Plan, sort: SearchInput['sort'], need: number): Ranked {
  // Only counted, as for facets: nothing is scored that nobody sees.
  if (need === 0) return { total: countHits(store, plan), hits: [] };
  return sort === 'relevance' ? byRelevance(store, plan, need) : ordered(store, plan, sort, need);
}

function search(store: Store, input: SearchInput): ReturnType<ArchiveCalls['search']> {
  const started = performance.now();
  const { query, typed, hints, expansions, nouns } = asked(store, input);
  const plans = plansFor(store, { query, typed }, input);
  const need = input.offset + input.limit;
  let total = 0;
  let found: readonly Found[] = [];
  for (const plan of plans) {
    const ranked = hitsOf(store, plan, input.sort, need);
    total += ranked.total;
    found = merge(
      found,
      ranked.hits.map((hit) => ({ plan, hit })),
      input.sort,
    );
  }
  const hits = shown(store, found.slice(input.offset, need), termsOf(query));
  const facets = input.facets === true ? facetsOf(store, plans, total) : null;
  const meant =
    input.offset === 0
      ? didYouMean(store, input.query, total, (text) => countFound(store, { ...input, query: text }))
      : null;
  return {
    query: input.query,
    total,
    tookMs: performance.now() - started,
    hits,
    hints,
    expansions,
    nouns,
    didYouMean: meant,
    facets,
  };
}

/** Keys of the documents a query finds, by themselves or by a passage; oldest first. */
export function documentsFound(store: Store, text: string): readonly number[] {
  const asTyped = withNouns(parseQuery(text), (word) => isKoreanNoun(store, word));
  const { query } = expandAliases(asTyped, aliasNames(store), true);
  const keys = (target: Target): readonly number[] => {
    const plan = planFor(store, query, target, undefined);
    return plan === null ? [] : newestHits(store, plan);
  };
  const found = new Set(keys('documents'));
  const rows = store
    .sql<[string], { document: number }>(
      'SELECT DISTINCT document FROM annotations WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(keys('passages')));
  for (const { document } of rows) found.add(document);
  return [...found].sort((a, b) => a - b);
}

export function searchCalls(store: Store): Pick<ArchiveCalls, 'search'> {
  return { search: (input) => store.read(() => search(store, input)) };
}
