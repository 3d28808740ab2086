/** Has what changed read again, also what is being read just now. */
import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Marks what is cached as out of date and reads again what is shown. A first reading that is on its way, and one nobody
 * waits for any more, would run on and its answer, read before the change, count as up to date: those begin anew.
 */
export function readAnew(client: QueryClient, filters: QueryFilters = {}): void {
  const answersTooEarly = (query: Query): boolean =>
    query.state.fetchStatus === 'fetching' &&
    (query.state.data === undefined || !query.isActive()) &&
    (filters.predicate?.(query) ?? true);
  void client.resetQueries({ ...filters, predicate: answersTooEarly });
  void client.invalidateQueries(filters);
}
