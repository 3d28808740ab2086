/** Entry of a worker thread that verifies one archive and ends: the archive process goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '@shared/outcome/outcome';
import { verifyFile } from '../archive/verify-file';
import type { VerifyReply, VerifyTask } from './verify-in-worker';

if (parentPort === null) throw new Error('This script is the entry of a worker thread.');
const say = (reply: VerifyReply): void => parentPort?.postMessage(reply);
// Given by verify-in-worker.ts alone.
const { path } = workerData as VerifyTask;

try {
  const report = verifyFile(path, (done, total, name) => say({ type: 'progress', done, total, name }));
  say({ type: 'report', report });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say({ type: 'failed', error: error.data });
}
