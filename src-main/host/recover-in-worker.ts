/**
 * Runs a recovery in a thread of its own, so that the process hears the wish to stop it.
 * Stopping is asked for, never forced: what is under way clears up behind itself.
 */
import { Worker } from 'node:worker_threads';
import type { RecoveryAnswer, RecoveryProgress } from '@shared/contract/shell-recovery';
import type { Outcome } from '@shared/outcome/outcome';
import type { HostPaths, HostWish } from './host-protocol';

export interface RecoveryTask {
  readonly wish: HostWish;
  readonly places: Pick<HostPaths, 'archive' | 'backupsFolder' | 'logsFolder'>;
  /** One number: not 0 once the work is to stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}
export type RecoveryReply =
  | { readonly type: 'progress'; readonly progress: RecoveryProgress }
  | { readonly type: 'answer'; readonly outcome: Outcome<RecoveryAnswer> };

export interface RunningRecovery {
  /** Rejects only for a bug. */
  readonly outcome: Promise<Outcome<RecoveryAnswer>>;
  /** It answers `recovery/cancelled` soon, or succeeds if it is too late. */
  readonly stop: () => void;
}

/** Begins a recovery. `paths.recoverWorkerFile` is the built worker script. */
export function recoverInWorker(
  wish: HostWish,
  paths: Pick<HostPaths, 'archive' | 'backupsFolder' | 'logsFolder' | 'recoverWorkerFile'>,
  onProgress: (progress: RecoveryProgress) => void,
): RunningRecovery {
  const { archive, backupsFolder, logsFolder } = paths;
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: RecoveryTask = { wish, places: { archive, backupsFolder, logsFolder }, stop };
  const outcome = new Promise<Outcome<RecoveryAnswer>>((resolve, reject) => {
    const worker = new Worker(paths.recoverWorkerFile, { workerData: task });
    worker.on('message', (reply: RecoveryReply) => {
      if (reply.type === 'progress') onProgress(reply.progress);
      else resolve(reply.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The recovering thread ended without an answer')));
  });
  return { outcome, stop: () => void Atomics.store(stop, 0, 1) };
}
