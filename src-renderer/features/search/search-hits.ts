/** Reading hits and turning one into what the reading room opens. */

import { call } from '@renderer/client/client';
import { expectPages } from '@renderer/client/use-paged';
import type { CallInput, Scope } from '@shared/contract/calls';
import type { SearchHit, SearchResult, SearchSort } from '@shared/contract/search-shapes';
import { isKindId } from '@shared/kinds/kinds';
import { annotationUid, type DocumentUid } from '@shared/model/ids';
import { expandAliases } from '@shared/query/expand-aliases';
import { withNouns } from '@shared/query/korean-nouns';
import { parseQuery } from '@shared/query/parse-query';
import { printQuery } from '@shared/query/print-query';
import type { SearchState } from './search-state';

/** All that decides which hits there are, and in which order. */
export interface Question extends Pick<SearchState, 'only' | 'within' | 'expand'> {
  readonly query: string;
  readonly sort: SearchSort;
  readonly scope: Scope;
}

/** Where to take the reader; the same shape as the reading room's target. */
export interface HitTarget {
  readonly annotation?: ReturnType<typeof annotationUid>;
  readonly place?: { readonly start: number; readonly end: number };
  readonly query?: string;
  /** At the last hit rather than the first: the reader comes from the document after it. */
  readonly fromEnd?: boolean;
  /** Opened by a key: the reader goes on in the text by keys. */
  readonly focus?: boolean;
}

/** The document of a hit and the place in it; `marked` is the query whose hits are marked there. */
export function targetOf(hit: SearchHit, marked: string): { readonly uid: DocumentUid; readonly target: HitTarget } {
  const target: HitTarget = {
    query: marked,
    ...(hit.place === null ? {} : { place: hit.place }),
    ...(isKindId(hit.kind) ? { annotation: annotationUid(hit.uid) } : {}),
  };
  return { uid: hit.document, target };
}

/** The query whose words are marked in texts: with what it searches inside of, and what the archive's answer said of it. */
export function markedQuery(
  { query, within }: Pick<Question, 'query' | 'within'>,
  answer: Pick<SearchResult, 'expansions' | 'nouns'> | undefined,
): string {
  const whole = within === null || within.trim() === '' ? query : query === '' ? within : `(${within}) ${query}`;
  const { expansions = [], nouns = [] } = answer ?? {};
  if (expansions.length === 0 && nouns.length === 0) return whole;
  const asTyped = withNouns(parseQuery(whole, { typing: true }), (word) => nouns.includes(word));
  const sets = expansions.map(({ name, aliases }) => [name, ...aliases]);
  return printQuery(expandAliases(asTyped, sets, true).query);
}

/** What a search call takes, without its page; what is as usual is left out. */
export function searchInput({
  query,
  sort,
  scope,
  only,
  within,
  expand,
}: Question): Omit<CallInput<'search'>, 'offset' | 'limit'> {
  return {
    query,
    sort,
    ...(scope.in === 'all' ? {} : { scope }),
    ...(only === 'all' ? {} : { only }),
    ...(within === null ? {} : { within }),
    ...(expand ? {} : { expand }),
  };
}

/** Asks what is about to be shown: the archive then answers while the window still draws the key. */
export const expectHits = (question: Question): void => expectPages('search', searchInput(question));

/** The best hit of a query, read now, so that Enter never opens a stale one. */
export async function bestHit(
  question: Question,
): Promise<{ readonly hit: SearchHit; readonly marked: string } | null> {
  const answer = await call('search', { ...searchInput(question), limit: 1, offset: 0 });
  const [hit] = answer.hits;
  return hit === undefined ? null : { hit, marked: markedQuery(question, answer) };
}

/** The call that only counts hits of one type: a page past the first proposes nothing and costs least. */
export function countInput(question: Question, only: 'documents' | 'passages'): CallInput<'search'> {
  return { ...searchInput({ ...question, only, sort: 'relevance' }), offset: 0, limit: 0 };
}
