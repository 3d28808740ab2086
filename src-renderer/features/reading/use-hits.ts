/** Where the words of the search that led here stand in the text. */
import type { TextMap } from '@renderer/editor/text-map';
import { findHits, type Hit, termsOf } from '@shared/query/find-hits';
import { parseQuery } from '@shared/query/parse-query';
import { useMemo } from 'react';

const none: readonly Hit[] = [];
const mostHits = 2000;

/** Hits of a query's words and phrases; none without a query. */
export function useHits(map: TextMap, query: string | undefined): readonly Hit[] {
  return useMemo(
    () =>
      query === undefined || query.trim() === ''
        ? none
        : // Read as the search read it: the last word may be unfinished.
          findHits(map.text, termsOf(parseQuery(query, { typing: true })), mostHits),
    [map.text, query],
  );
}
