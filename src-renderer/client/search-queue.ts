/**
 * Searches go to the archive one at a time, so that one nobody waits for any more, as a newer key makes most of them,
 * is never sent. What is looked at goes before what is only counted. Knows nothing of what is asked.
 */

/** How long one may have to wait: a list is looked at, numbers beside it are not. */
export type Urgency = 'list' | 'count';

interface Waiting {
  readonly urgency: Urgency;
  readonly send: () => void;
}

/** Lines up what `run` is given. */
export interface SearchQueue {
  /**
   * Runs `ask` when its turn comes.
   * @throws DOMException `AbortError` when the signal fires before that; then it is never run.
   */
  readonly run: <T>(ask: () => Promise<T>, urgency: Urgency, signal?: AbortSignal) => Promise<T>;
}

/** A queue with nothing in it. */
export function createSearchQueue(): SearchQueue {
  const waiting: Waiting[] = [];
  let busy = false;

  const next = (): void => {
    const index = waiting.findIndex(({ urgency }) => urgency === 'list');
    const [first] = waiting.splice(Math.max(index, 0), 1);
    busy = first !== undefined;
    first?.send();
  };

  return {
    run: (ask, urgency, signal) =>
      new Promise((resolve, reject) => {
        const drop = (): void => {
          const index = waiting.indexOf(entry);
          if (index !== -1) waiting.splice(index, 1);
          reject(new DOMException('A newer search takes its place.', 'AbortError'));
        };
        const entry: Waiting = {
          urgency,
          send: () => {
            signal?.removeEventListener('abort', drop);
            ask().then(resolve, reject).finally(next);
          },
        };
        if (signal?.aborted) {
          drop();
          return;
        }
        signal?.addEventListener('abort', drop, { once: true });
        waiting.push(entry);
        if (!busy) next();
      }),
  };
}
