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
import { type Page, pagesBetween } from './paging';
import { queryClient, read } from './queries';

/** Calls that answer page by page. */
type PagedCall = 'listDocuments' | 'search';
/** Rows a page. Of a search two screens full at most: its answer reads a text and marks it for each, at every key. */
const pageSizes: Readonly<Record<PagedCall, number>> = { listDocuments: 50, search: 20 };
type PagedInput<N extends PagedCall> = Omit<CallInput<N>, 'offset' | 'limit'>;

/** Rows read at once where many are taken and none of them shown. */
const gatheredSize = 250;

function pageQuery<N extends PagedCall & CallName>(
  name: N,
  input: PagedInput<N>,
  page: number,
  pageSize: number = pageSizes[name],
) {
  // Putting offset and limit back gives the call's whole input.
  const whole = { ...input, offset: page * pageSize, limit: pageSize } as CallInput<N>;
  return { queryKey: [name, whole], queryFn: (asking: QueryFunctionContext) => read(name, whole, asking) };
}

/** Begins to read a long answer that is about to be shown. What goes wrong is said where it is shown. */
export function expectPages<N extends PagedCall>(name: N, input: PagedInput<N>): void {
  void queryClient.prefetchQuery(pageQuery(name, input, 0));
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
  const pageSize = pageSizes[name];
  const wanted = useMemo(
    () => pagesBetween(range.first, range.last, pageSize).filter((page) => page > 0),
    [range, pageSize],
  );
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
        const size = pagesBetween(from, to, pageSize).length === 1 ? pageSize : gatheredSize;
        for (const page of pagesBetween(from, to, size)) {
          const answer = await queryClient.fetchQuery(pageQuery(name, input, page, size));
          const start = page * size;
          rows.push(...rowsOf(answer).slice(Math.max(from - start, 0), to - start + 1));
        }
        return rows;
      },
      onRange,
    };
  }, [name, input, pageSize, rowsOf, first, stale, error, wanted, others, onRange]);
}
