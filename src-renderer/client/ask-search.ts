/** The window's one way of searching: through a queue that leaves out what nobody waits for any more. */
import type { CallInput, CallOutput } from '@shared/contract/calls';
import { call } from './client';
import { createSearchQueue } from './search-queue';

const queue = createSearchQueue();

/**
 * Searches when its turn comes. What wants no hits is only counted, and goes after what does.
 * @throws DOMException `AbortError` when the signal fires before its turn; CallError with the call's failure.
 */
export function askSearch(input: CallInput<'search'>, signal?: AbortSignal): Promise<CallOutput<'search'>> {
  return queue.run(() => call('search', input), input.limit === 0 ? 'count' : 'list', signal);
}
