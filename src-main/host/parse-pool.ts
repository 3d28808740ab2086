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

/**
 * Files a thread is given before it has answered the first: it goes on without waiting for the thread that writes,
 * which may be at a transaction. Of small files many; large ones don't wait behind each other.
 */
const filesAtHand = 4;
const smallFilesAtHand = 96;
const smallBytesAtHand = 1_048_576;

/** Makes a pool; no thread starts before the first file. */
export function createParsePool(options: ParsePoolOptions): ParsePool {
  const { workerFile, size = 2, timeLimitMs = 60_000, memoryLimitMb = 768 } = options;
  const queue: Waiting[] = [];
  let lastTask = 0;
  let closed = false;

  const pump = (): void => {
    // A file each before anyone has two.
    for (let atHand = 1; atHand <= smallFilesAtHand; atHand++) {
      for (const lane of lanes) {
        const [next] = queue;
        if (next === undefined || lane.atHand() >= atHand || !lane.hasRoomFor(next.file)) continue;
        queue.shift();
        lane.take(next);
      }
    }
  };
  const takeBack = (files: readonly Waiting[]): void => {
    for (const waiting of files) if (closed || waiting.signal?.aborted) waiting.settle(cancelled(waiting.file));
    queue.unshift(...files.filter(({ signal }) => !closed && !signal?.aborted));
    pump();
  };
  const lanes = Array.from({ length: size }, () =>
    createLane({ workerFile, timeLimitMs, memoryLimitMb, takeBack, onFree: pump }),
  );

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

/** One thread with the files it was given, which it answers in turn. */
interface Lane {
  readonly atHand: () => number;
  readonly hasRoomFor: (file: FileToParse) => boolean;
  readonly take: (waiting: Waiting) => void;
  readonly close: () => Promise<void>;
}

interface LaneOptions extends Required<Omit<ParsePoolOptions, 'size'>> {
  /** Given the files of a thread that was lost, but for the one it was lost by. */
  readonly takeBack: (files: readonly Waiting[]) => void;
  /** There is room for another file. */
  readonly onFree: () => void;
}

function createLane({ workerFile, timeLimitMs, memoryLimitMb, takeBack, onFree }: LaneOptions): Lane {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let files: (Waiting & { readonly onAbort: () => void })[] = [];

  const end = async (): Promise<void> => {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    if (ended === null) return;
    ended.removeAllListeners();
    // A thread being ended may still fail; without a listener that would end the process.
    ended.on('error', ignoreLateError);
    await ended.terminate();
  };
  /** The thread is gone, by the file in hand (the first) or by the person; what else it had goes to others. */
  const lose = (settle: (culprit: Waiting) => void, culprit = files[0]): void => {
    const others = files.filter((one) => one !== culprit);
    for (const { signal, onAbort } of files) signal?.removeEventListener('abort', onAbort);
    files = [];
    void end().finally(() => {
      if (culprit !== undefined) settle(culprit);
      takeBack(others);
    });
  };
  /** The clock of the file in hand; without any the thread is let go after a while. */
  const wind = (): void => {
    clearTimeout(timer);
    const [inHand] = files;
    timer =
      inHand === undefined
        ? setTimeout(() => void end(), idleMs).unref()
        : setTimeout(() => lose((lost) => lost.settle(tookTooLong(lost.file, timeLimitMs))), timeLimitMs);
  };
  const answer = (reply: ParseReply): void => {
    const [inHand] = files;
    if (inHand === undefined || reply.task !== inHand.task) return;
    files = files.slice(1);
    inHand.signal?.removeEventListener('abort', inHand.onAbort);
    wind();
    if ('fault' in reply) inHand.fail(reply.fault);
    else inHand.settle(reply.outcome);
    onFree();
  };
  const start = (): Worker => {
    const started = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } });
    started.on('message', answer);
    started.on('error', (error) =>
      lose((lost) => (isOutOfMemory(error) ? lost.settle(tookTooMuch(lost.file)) : lost.fail(error))),
    );
    started.on('exit', () => lose((lost) => lost.settle(tookTooMuch(lost.file))));
    return started;
  };

  return {
    atHand: () => files.length,
    hasRoomFor: ({ bytes }) =>
      files.length < filesAtHand ||
      files.reduce((sum, { file }) => sum + file.bytes.byteLength, bytes.byteLength) <= smallBytesAtHand,
    take: (waiting) => {
      worker ??= start();
      const given = { ...waiting, onAbort: () => lose((stopped) => stopped.settle(cancelled(stopped.file)), given) };
      files.push(given);
      waiting.signal?.addEventListener('abort', given.onAbort, { once: true });
      worker.postMessage({ task: waiting.task, file: waiting.file } satisfies ParseTask);
      if (files.length === 1) wind();
    },
    close: async () => {
      const left = files;
      files = [];
      await end();
      for (const { signal, onAbort, settle, file } of left) {
        signal?.removeEventListener('abort', onAbort);
        settle(cancelled(file));
      }
    },
  };
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
