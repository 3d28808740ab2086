/**
 * Work that outlives the call that started it: an id, progress, cancelling, and one
 * event at the end. Knows nothing of what the work is.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveEvent, JobKind, JobStage, RunningJob, RunningWork } from '@shared/contract/events';
import { type ErrorData, Failure } from '@shared/outcome/outcome';

/** Shortest time between two progress events of a job, in milliseconds: three frames. */
const progressIntervalMs = 50;

export interface JobContext {
  readonly signal: AbortSignal;
  /** `stage`: what is done before the job itself. */
  readonly progress: (done: number, total: number, current: string, stage?: JobStage) => void;
}

type Work = (job: string, context: JobContext) => Promise<ArchiveEvent>;

/** A job that writes somewhere says where, for a window that did not start it. */
type JobToStart = JobKind | Pick<RunningJob, 'kind' | 'name' | 'grant'>;

export interface Jobs {
  /** Starts work and returns its id; `work` ends in the event to announce. */
  readonly start: (what: JobToStart, work: Work) => string;
  /** Those under way, oldest first. */
  readonly running: () => readonly RunningJob[];
  /** Asks a job to stop; one that is over or unknown is left alone. */
  readonly cancel: (job: string) => void;
  /** Asks all of them to stop, and resolves when they have. */
  readonly stopAll: () => Promise<void>;
  /** The same for all but one: for that one to call. */
  readonly stopOthers: (job: string) => Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  readonly about: RunningJob;
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

/**
 * Keeps the running jobs. `onBug` hears of errors that are no expected failure, `onWork` of what
 * is under way whenever that changes.
 */
export function createJobs(
  emit: (event: ArchiveEvent) => void,
  onBug: (error: unknown) => void,
  nowMs: () => number,
  onWork: (work: readonly RunningWork[]) => void = () => undefined,
): Jobs {
  const running = new Map<string, Running>();
  const tell = (): void => onWork([...running.values()].map(({ about }) => workOf(about)));
  const announce = (event: ArchiveEvent): void => {
    const known = event.type === 'jobProgress' ? running.get(event.job) : undefined;
    if (event.type === 'jobProgress' && known !== undefined) {
      const { done, total, current, stage } = event;
      const { job, kind, name, grant } = known.about;
      const about = { job, kind, name, grant, done, total, current, ...(stage === undefined ? {} : { stage }) };
      running.set(event.job, { ...known, about });
      tell();
    }
    emit(event);
  };

  const run = async (job: string, work: Work, signal: AbortSignal): Promise<void> => {
    try {
      emit(await work(job, { signal, progress: throttledProgress(job, announce, nowMs) }));
    } catch (error) {
      if (!(error instanceof Failure)) onBug(error);
      emit({ type: 'jobFailed', job, ...errorDataOf(error) });
    } finally {
      running.delete(job);
      tell();
    }
  };

  const stop = async (jobs: readonly Running[]): Promise<void> => {
    for (const { controller } of jobs) controller.abort();
    await Promise.all(jobs.map(({ ended }) => ended));
  };

  return {
    start: (what, work) => {
      const job = randomUUID();
      const controller = new AbortController();
      // After this tick, so that the id is known before the first event. `run` catches all there is to catch.
      const ended = nextTurn().then(() => run(job, work, controller.signal));
      running.set(job, { controller, ended, about: { job, ...toStart(what), done: 0, total: 0, current: '' } });
      tell();
      return job;
    },
    running: () => [...running.values()].map(({ about }) => about),
    cancel: (job) => running.get(job)?.controller.abort(),
    stopAll: () => stop([...running.values()]),
    stopOthers: (job) => stop([...running.values()].filter(({ about }) => about.job !== job)),
  };
}

const toStart = (what: JobToStart): Exclude<JobToStart, JobKind> =>
  typeof what === 'string' ? { kind: what, name: '', grant: '' } : what;

const workOf = ({ kind, done, total, stage }: RunningJob): RunningWork => ({
  kind,
  done,
  total,
  ...(stage === undefined ? {} : { stage }),
});

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
