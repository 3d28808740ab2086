/**
 * Entry of a worker thread: parses one file at a time and makes its document ready to be written. A file that brings it down,
 * by memory or time, brings nothing else down.
 */
import { parentPort } from 'node:worker_threads';
import type { Outcome } from '@shared/outcome/outcome';
import { prepareImport } from '../archive/prepare-import';
import { parseFile } from '../import/parse-file';
import { withCompanions } from '../services/companions';
import { originalOf } from '../services/import-batch';
import type { FileToParse, Parsed } from '../services/services-api';
import type { ParseReply, ParseTask } from './parse-pool';

if (parentPort === null) throw new Error('This script is the entry of a worker thread.');
const port = parentPort;

// In turn: the pool takes an answer to be that of the file in hand, and gives each its own time.
let inTurn = Promise.resolve();
port.on('message', (task: ParseTask) => {
  inTurn = inTurn.then(() => reply(task));
});

async function reply(task: ParseTask): Promise<void> {
  try {
    const outcome = prepared(task.file, await parseFile(withCompanions(task.file)));
    port.postMessage({ task: task.task, outcome } satisfies ParseReply, picturesOf(outcome));
  } catch (error) {
    port.postMessage({
      task: task.task,
      fault: error instanceof Error ? error : new Error('unknown'),
    } satisfies ParseReply);
  }
}

/** With what can be made of a lone document here, so that the archive's own thread only writes. */
function prepared(file: FileToParse, outcome: Outcome<Parsed>): Outcome<Parsed> {
  if (!outcome.ok || outcome.value.holds !== 'documents') return outcome;
  const [only, ...more] = outcome.value.documents;
  if (only === undefined || more.length > 0) return outcome;
  const ready = prepareImport(only, originalOf(file, only));
  // The same body in both crosses over once.
  const document = { ...only, body: ready.body.body };
  return { ok: true, value: { ...outcome.value, documents: [document], prepared: ready } };
}

/** Buffers handed over instead of copied: pictures have each their own, and are not needed here any more. */
function picturesOf(outcome: Outcome<Parsed>): ArrayBuffer[] {
  if (!outcome.ok || outcome.value.holds !== 'documents') return [];
  const buffers = outcome.value.documents.flatMap(({ assets = [] }) => assets.map(({ bytes }) => bytes.buffer));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
