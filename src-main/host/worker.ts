/**
 * Entry of a worker thread: parses one file at a time. A file that brings it down,
 * by memory or time, brings nothing else down.
 */
import { parentPort } from 'node:worker_threads';
import { parseFile } from '../import/parse-file';
import type { ParseReply, ParseTask } from './parse-pool';

if (parentPort === null) throw new Error('This script is the entry of a worker thread.');
const port = parentPort;

port.on('message', (task: ParseTask) => {
  void reply(task);
});

async function reply(task: ParseTask): Promise<void> {
  try {
    const outcome = await parseFile(task.file);
    port.postMessage({ task: task.task, outcome } satisfies ParseReply);
  } catch (error) {
    port.postMessage({
      task: task.task,
      fault: error instanceof Error ? error : new Error('unknown'),
    } satisfies ParseReply);
  }
}
