/**
 * Parsing in worker threads, each with a limit of memory and time. A worker that
 * exceeds one is ended and replaced; its file is reported as broken, the rest goes on.
 */
import { Worker } from 'node:worker_threads';
import type { ErrorData, Outcome } from '@shared/outcome/outcome';
import type { FileToParse, Parse, Parsed } from '../services/services-api';

/** Message to a worker. */
export interface ParseTask {
  readonly task: number;
  readonly file: FileToParse;
}
/** A worker's answer; `fault` is a bug in an importer. */
export type ParseReply =
  | { readonly task: number; readonly outcome: Outcome<Parsed> }
  | { readonly task: number; readonly fault: Error };

export interface ParsePoolOptions {
  /** The built worker script. */
  readonly workerFile: string;
  /** Threads at most; they start when there is work. */
  readonly size?: number;
  /** Time a file may take, in milliseconds. */
  readonly timeLimitMs?: number;
  /** Memory a worker's old generation may take, in MB. */
  readonly memoryLimitMb?: number;
}

export interface ParsePool {
  readonly parse: Parse;
  /** Ends the threads; waiting files are answered as cancelled. */
  readonly close: () => Promise<void>;
}

interface Waiting extends ParseTask {
  readonly settle: (outcome: Outcome<Parsed>) => void;
  readonly fail: (error: unknown) => void;
  readonly signal: AbortSignal | undefined;
}

/** A worker is let go after being idle for so long: its language tables are some 50 MB. */
const idleMs = 30_000;

/** Makes a pool; no thread starts before the first file. */
export function createParsePool(options: ParsePoolOptions): ParsePool {
  const { workerFile, size = 2, timeLimitMs = 60_000, memoryLimitMb = 768 } = options;
  const queue: Waiting[] = [];
  const lanes = Array.from({ length: size }, () => createLane({ workerFile, timeLimitMs, memoryLimitMb }));
  let lastTask = 0;
  let closed = false;

  const pump = (): void => {
    for (const lane of lanes) {
      if (lane.busy()) continue;
      const next = queue.shift();
      if (next === undefined) return;
      void lane.run(next).finally(pump);
    }
  };

  return {
    parse: (file, signal) => {
      if (closed || signal?.aborted) return Promise.resolve(cancelled(file));
      return new Promise((settle, fail) => {
        queue.push({ task: ++lastTask, file, settle, fail, signal });
        pump();
      });
    },
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.settle(cancelled(waiting.file));
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

interface Lane {
  readonly busy: () => boolean;
  /** Parses one file and settles it; never rejects. */
  readonly run: (waiting: Waiting) => Promise<void>;
  readonly close: () => Promise<void>;
}

type LaneOptions = Required<Omit<ParsePoolOptions, 'size'>>;

function createLane({ workerFile, timeLimitMs, memoryLimitMb }: LaneOptions): Lane {
  let worker: Worker | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let busy = false;

  const end = async (): Promise<void> => {
    clearTimeout(idleTimer);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const run = async (waiting: Waiting): Promise<void> => {
    busy = true;
    clearTimeout(idleTimer);
    worker ??= new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } });
    const result = await ask(worker, waiting, timeLimitMs);
    if (result.workerLost) await end();
    busy = false;
    if (worker !== null) idleTimer = setTimeout(() => void end(), idleMs).unref();
    if ('fault' in result) waiting.fail(result.fault);
    else waiting.settle(result.outcome);
  };

  return { busy: () => busy, run, close: end };
}

type Asked = { readonly workerLost: boolean } & ({ readonly outcome: Outcome<Parsed> } | { readonly fault: unknown });

/** Sends a file to a worker and waits for its answer, its end, the clock or the person. */
function ask(worker: Worker, { task, file, signal }: Waiting, timeLimitMs: number): Promise<Asked> {
  return new Promise((resolve) => {
    const finish = (asked: Asked): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
      // A worker being ended may still fail; without a listener that would end the process.
      worker.on('error', ignoreLateError);
      resolve(asked);
    };
    const lost = (outcome: Outcome<Parsed>): void => finish({ workerLost: true, outcome });
    const onAbort = (): void => lost(cancelled(file));
    const timer = setTimeout(() => lost(tookTooLong(file, timeLimitMs)), timeLimitMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.removeAllListeners('error');
    worker.on('message', (reply: ParseReply) => {
      if (reply.task !== task) return;
      finish(
        'fault' in reply ? { workerLost: false, fault: reply.fault } : { workerLost: false, outcome: reply.outcome },
      );
    });
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) lost(tookTooMuch(file));
      else finish({ workerLost: true, fault: error });
    });
    worker.on('exit', () => lost(tookTooMuch(file)));
    worker.postMessage({ task, file } satisfies ParseTask);
  });
}

const ignoreLateError = (_error: unknown): void => undefined;

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const broken = (name: string, what: string): Outcome<Parsed> =>
  failed(
    'import/broken',
    `“${name}” ${what} It may be damaged; open it in another program and save it anew, then import that.`,
    name,
  );
const tookTooLong = ({ name }: FileToParse, limitMs: number): Outcome<Parsed> =>
  broken(name, `took too long to read (more than ${String(Math.round(limitMs / 1000))} seconds).`);
const tookTooMuch = ({ name }: FileToParse): Outcome<Parsed> => broken(name, 'needed too much memory to be read.');
const cancelled = ({ name }: FileToParse): Outcome<Parsed> =>
  failed('import/cancelled', 'The import was stopped.', name);

function failed(code: ErrorData['code'], message: string, name: string): Outcome<Parsed> {
  return { ok: false, error: { code, message, params: { name } } };
}
