/** Reads a long answer page by page: only the pages in sight, and the first for the total. */

import type { CallInput, CallName, CallOutput } from '@shared/contract/calls';
import {
  keepPreviousData,
  type QueryFunctionContext,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Page, pageSize, pagesBetween } from './paging';
import { queryClient, read } from './queries';

/** Calls that answer page by page. */
type PagedCall = 'listDocuments' | 'search';
type PagedInput<N extends PagedCall> = Omit<CallInput<N>, 'offset' | 'limit'>;

function pageQuery<N extends PagedCall & CallName>(name: N, input: PagedInput<N>, page: number) {
  // Putting offset and limit back gives the call's whole input.
  const whole = { ...input, offset: page * pageSize, limit: pageSize } as CallInput<N>;
  return { queryKey: [name, whole], queryFn: (asking: QueryFunctionContext) => read(name, whole, asking) };
}

/** Stable: a new function would have the pages put together anew at each rendering. */
const answersOf = <O>(pages: readonly UseQueryResult<O>[]): readonly (O | undefined)[] => pages.map(({ data }) => data);

/** A long answer as the list sees it; the same object as long as there is nothing else to show. */
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

/** Pages of a call; `rowsOf` takes the rows out of an answer. Give the same `input` while it asks the same. */
export function usePaged<N extends PagedCall, T>(
  name: N,
  input: PagedInput<N>,
  rowsOf: (answer: CallOutput<N>) => readonly T[],
  enabled = true,
): Paged<CallOutput<N>, T> {
  const [range, setRange] = useState<{ readonly first: number; readonly last: number }>({ first: 0, last: 0 });
  const {
    data: first,
    isPlaceholderData: stale,
    error,
  } = useQuery({ ...pageQuery(name, input, 0), placeholderData: keepPreviousData, enabled });
  const wanted = useMemo(() => pagesBetween(range.first, range.last).filter((page) => page > 0), [range]);
  const others = useQueries({
    queries: wanted.map((page) => ({ ...pageQuery(name, input, page), enabled })),
    combine: answersOf<CallOutput<N>>,
  });
  const onRange = useCallback(
    (from: number, to: number) =>
      setRange((old) => (old.first === from && old.last === to ? old : { first: from, last: to })),
    [],
  );
  return useMemo(() => {
    const pages: Page<T>[] = first === undefined ? [] : [{ page: 0, rows: rowsOf(first) }];
    wanted.forEach((page, index) => {
      const answer = others[index];
      if (answer !== undefined && !stale) pages.push({ page, rows: rowsOf(answer) });
    });
    return {
      first,
      stale,
      error,
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
      onRange,
    };
  }, [name, input, rowsOf, first, stale, error, wanted, others, onRange]);
}
