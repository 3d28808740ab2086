/** Runs the archive's checks in a thread of their own, with progress and a way to stop. */
import { Worker } from 'node:worker_threads';
import type { VerifyReport } from '@shared/contract/archive-shapes';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import type { Verify } from '../services/services-api';

export interface VerifyTask {
  readonly path: string;
}
export type VerifyReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly type: 'report'; readonly report: VerifyReport }
  | { readonly type: 'failed'; readonly error: ErrorData };

/** A {@link Verify} over the archive at `path`. `workerFile` is the built worker script. */
export function verifyInWorker(workerFile: string, path: string): Verify {
  return ({ signal, onProgress }) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: { path } satisfies VerifyTask });
      const finish = (settle: () => void): void => {
        signal.removeEventListener('abort', onAbort);
        settle();
        void worker.terminate();
      };
      const onAbort = (): void => finish(() => reject(stopped()));
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      worker.on('message', (reply: VerifyReply) => {
        if (reply.type === 'progress') onProgress(reply.done, reply.total, reply.name);
        else if (reply.type === 'report') finish(() => resolve(reply.report));
        else finish(() => reject(new Failure(reply.error.code, reply.error.message, reply.error.params)));
      });
      worker.on('error', (error) => finish(() => reject(error)));
      worker.on('exit', () => finish(() => reject(new Error('The checking thread ended without an answer'))));
    });
}

const stopped = (): Failure => new Failure('verify/cancelled', 'The check was stopped. It changed nothing.');
