/** Reads a long answer page by page: only the pages in sight, and the first for the total. */

import type { CallInput, CallName, CallOutput } from '@shared/contract/calls';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from './client';
import { type Page, pageSize, pagesBetween } from './paging';
import { queryClient } from './queries';

/** Calls that answer page by page. */
type PagedCall = 'listDocuments' | 'search';
type PagedInput<N extends PagedCall> = Omit<CallInput<N>, 'offset' | 'limit'>;

function pageQuery<N extends PagedCall & CallName>(name: N, input: PagedInput<N>, page: number) {
  // Putting offset and limit back gives the call's whole input.
  const whole = { ...input, offset: page * pageSize, limit: pageSize } as CallInput<N>;
  return { queryKey: [name, whole], queryFn: () => call(name, whole) };
}

/** A long answer as the list sees it. */
export interface Paged<O, T> {
  /** The first page's answer: totals and the like. Undefined until it is read. */
  readonly first: O | undefined;
  /** True while what is shown answers the previous question. */
  readonly stale: boolean;
  readonly error: Error | null;
  /** The row, or undefined while its page is being read. */
  readonly rowAt: (index: number) => T | undefined;
  /** Rows `from` to `to` inclusive, read where need be. */
  readonly rowsBetween: (from: number, to: number) => Promise<readonly T[]>;
  /** Tell which rows are in sight. */
  readonly onRange: (first: number, last: number) => void;
}

/** Pages of a call; `rowsOf` takes the rows out of an answer. */
export function usePaged<N extends PagedCall, T>(
  name: N,
  input: PagedInput<N>,
  rowsOf: (answer: CallOutput<N>) => readonly T[],
  enabled = true,
): Paged<CallOutput<N>, T> {
  const [range, setRange] = useState<{ readonly first: number; readonly last: number }>({ first: 0, last: 0 });
  const first = useQuery({ ...pageQuery(name, input, 0), placeholderData: keepPreviousData, enabled });
  const wanted = pagesBetween(range.first, range.last).filter((page) => page > 0);
  const others = useQueries({ queries: wanted.map((page) => ({ ...pageQuery(name, input, page), enabled })) });
  const pages: Page<T>[] = first.data === undefined ? [] : [{ page: 0, rows: rowsOf(first.data) }];
  wanted.forEach((page, index) => {
    const data = others[index]?.data;
    if (data !== undefined && !first.isPlaceholderData) pages.push({ page, rows: rowsOf(data) });
  });
  return {
    first: first.data,
    stale: first.isPlaceholderData,
    error: first.error,
    rowAt: (index) => pages.find(({ page }) => page === Math.floor(index / pageSize))?.rows[index % pageSize],
    rowsBetween: async (from, to) => {
      const rows: T[] = [];
      for (const page of pagesBetween(from, to)) {
        const answer = await queryClient.fetchQuery(pageQuery(name, input, page));
        const start = page * pageSize;
        rows.push(...rowsOf(answer).slice(Math.max(from - start, 0), to - start + 1));
      }
      return rows;
    },
    onRange: (from, to) => setRange((old) => (old.first === from && old.last === to ? old : { first: from, last: to })),
  };
}
