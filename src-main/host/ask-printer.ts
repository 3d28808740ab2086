/** The archive process asks main to print: requests by number, answers in any order. Knows no Electron. */
import type { PrintPage } from '@main/services/services-api';
import { Failure, type Outcome } from '@shared/outcome/outcome';
import type { FromHost } from './host-protocol';

export interface Printer {
  readonly print: PrintPage;
  /** Main's answer to a request; one that nobody waits for any more is dropped. */
  readonly printed: (id: number, outcome: Outcome<Uint8Array>) => void;
}

/** A printer at the other end of `say`. */
export function createPrinter(say: (message: Extract<FromHost, { type: 'print' }>) => void): Printer {
  const waiting = new Map<number, (outcome: Outcome<Uint8Array>) => void>();
  let last = 0;
  return {
    print: (page, settings, signal) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const stop = (): void => {
          waiting.delete(id);
          reject(new Failure('export/cancelled', 'The export was stopped. Files written before are whole.'));
        };
        if (signal?.aborted) return stop();
        signal?.addEventListener('abort', stop, { once: true });
        waiting.set(id, (outcome) => {
          signal?.removeEventListener('abort', stop);
          if (outcome.ok) resolve(outcome.value);
          else reject(new Failure(outcome.error.code, outcome.error.message, outcome.error.params));
        });
        say({ type: 'print', id, page, settings });
      }),
    printed: (id, outcome) => {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
    },
  };
}
