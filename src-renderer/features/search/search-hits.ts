/** Reading hits and turning one into what the reading room opens. */

import { call } from '@renderer/client/client';
import type { Scope } from '@shared/contract/calls';
import type { SearchHit, SearchResult } from '@shared/contract/shapes';
import { isKindId } from '@shared/kinds/kinds';
import { annotationUid, type DocumentUid } from '@shared/model/ids';

export type HitSort = 'relevance' | 'date';

/** Where to take the reader; the same shape as the reading room's target. */
export interface HitTarget {
  readonly annotation?: ReturnType<typeof annotationUid>;
  readonly place?: { readonly start: number; readonly end: number };
  readonly query?: string;
}

/** The document of a hit and the place in it. */
export function targetOf(hit: SearchHit, query: string): { readonly uid: DocumentUid; readonly target: HitTarget } {
  const target: HitTarget = {
    query,
    ...(hit.place === null ? {} : { place: hit.place }),
    ...(isKindId(hit.kind) ? { annotation: annotationUid(hit.uid) } : {}),
  };
  return { uid: hit.document, target };
}

/** What a search call takes, without its page; the whole library needs no scope. */
export function searchInput(query: string, sort: HitSort, scope: Scope) {
  return { query, sort, ...(scope.in === 'all' ? {} : { scope }) };
}

/** The best hit of a query, read now, so that Enter never opens a stale one. */
export async function bestHit(query: string, sort: HitSort, scope: Scope): Promise<SearchHit | null> {
  const result: SearchResult = await call('search', { ...searchInput(query, sort, scope), limit: 1, offset: 0 });
  return result.hits[0] ?? null;
}
