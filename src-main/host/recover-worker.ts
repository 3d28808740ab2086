/** Entry of a worker thread that carries out one recovery and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RecoveryStage } from '@shared/contract/shell-recovery';
import { Failure } from '@shared/outcome/outcome';
import { internalError } from './answer';
import { createHostLog } from './host-log';
import { recover } from './recover';
import type { RecoveryReply, RecoveryTask } from './recover-in-worker';

if (parentPort === null) throw new Error('This script is the entry of a worker thread.');
const say = (reply: RecoveryReply): void => parentPort?.postMessage(reply);
// Given by recover-in-worker.ts alone.
const { wish, places, stop } = workerData as RecoveryTask;

/** Shortest time between two reports of one stage, in milliseconds: three frames. */
const intervalMs = 50;
let told: { readonly stage: RecoveryStage; readonly atMs: number } | null = null;

function watch(stage: RecoveryStage, done: number, total: number): void {
  if (Atomics.load(stop, 0) !== 0)
    throw new Failure('recovery/cancelled', 'Stopped. Nothing was changed, and nothing half-made was kept.');
  const atMs = Date.now();
  if (told?.stage === stage && atMs - told.atMs < intervalMs) return;
  told = { stage, atMs };
  say({ type: 'progress', progress: { stage, done, total } });
}

const outcome = await recover(
  wish,
  places,
  (error) => {
    createHostLog(places.logsFolder).bug('recover', error);
    return internalError;
  },
  watch,
);
say({ type: 'answer', outcome });
