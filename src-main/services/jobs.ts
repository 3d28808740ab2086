/**
 * Work that outlives the call that started it: an id, progress, cancelling, and one
 * event at the end. Knows nothing of what the work is.
 */
import { randomUUID } from 'node:crypto';
import type { ArchiveEvent, JobStage } from '@shared/contract/shapes';
import { type ErrorData, Failure } from '@shared/outcome/outcome';

/** Shortest time between two progress events of a job, in milliseconds: three frames. */
const progressIntervalMs = 50;

export interface JobContext {
  readonly signal: AbortSignal;
  /** `stage`: what is done first, before the job itself. */
  readonly progress: (done: number, total: number, current: string, stage?: JobStage) => void;
}

type Work = (job: string, context: JobContext) => Promise<ArchiveEvent>;

export interface Jobs {
  /** Starts work and returns its id; `work` ends in the event to announce. */
  readonly start: (work: Work) => string;
  /** Asks a job to stop; one that is over or unknown is left alone. */
  readonly cancel: (job: string) => void;
}

/** Turns anything thrown into what a person is told; a bug becomes `internal`. */
export function errorDataOf(error: unknown): ErrorData {
  if (error instanceof Failure) return error.data;
  return {
    code: 'internal',
    message: 'Something went wrong inside Postil. Nothing was lost; please try again.',
    params: {},
  };
}

/** Keeps the running jobs. `onBug` hears of errors that are no expected failure. */
export function createJobs(
  emit: (event: ArchiveEvent) => void,
  onBug: (error: unknown) => void,
  nowMs: () => number,
): Jobs {
  const running = new Map<string, AbortController>();

  const run = async (job: string, work: Work, signal: AbortSignal): Promise<void> => {
    try {
      emit(await work(job, { signal, progress: throttledProgress(job, emit, nowMs) }));
    } catch (error) {
      if (!(error instanceof Failure)) onBug(error);
      emit({ type: 'jobFailed', job, ...errorDataOf(error) });
    } finally {
      running.delete(job);
    }
  };

  return {
    start: (work) => {
      const job = randomUUID();
      const controller = new AbortController();
      running.set(job, controller);
      // After this tick, so that the id is known before the first event. `run` catches all there is to catch.
      setImmediate(() => void run(job, work, controller.signal));
      return job;
    },
    cancel: (job) => running.get(job)?.abort(),
  };
}

function throttledProgress(
  job: string,
  emit: (event: ArchiveEvent) => void,
  nowMs: () => number,
): JobContext['progress'] {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (done, total, current, stage) => {
    const now = nowMs();
    if (now - lastMs < progressIntervalMs && done < total) return;
    lastMs = now;
    emit({ type: 'jobProgress', job, done, total, current, ...(stage === undefined ? {} : { stage }) });
  };
}
