/** Jobs of the archive process that are under way: what they do and how far they are. */

import type { BackupInfo, VerifyReport } from '@shared/contract/archive-shapes';
import type { JobKind, JobStage, RunningJob } from '@shared/contract/events';
import type { ExportReport } from '@shared/contract/export-shapes';
import type { ImportReport } from '@shared/contract/import-report';
import type { ErrorData } from '@shared/outcome/outcome';
import { create } from 'zustand';
import { call, subscribe } from './client';
import { tellingFailure } from './tell-failure';

/** A job under way; `total` is 0 until it is known. */
export interface Job {
  readonly job: string;
  readonly kind: JobKind;
  /** What the person chose: a file's or folder's name, or empty. */
  readonly name: string;
  /** For an export: what it is written to, to show it afterwards. */
  readonly grant: string;
  readonly done: number;
  readonly total: number;
  readonly current: string;
  readonly stopping: boolean;
  /** What it does before the work it is named after. */
  readonly stage?: JobStage | undefined;
}

/** The jobs under way, oldest first, and the kinds that a dialog shows by itself. */
export const useJobs = create<{ readonly jobs: readonly Job[]; readonly inDialog: readonly JobKind[] }>(() => ({
  jobs: [],
  inDialog: [],
}));

/** A dialog shows these jobs; returns what gives them back. */
export function showInDialog(...kinds: readonly JobKind[]): () => void {
  useJobs.setState({ inDialog: kinds });
  return () => useJobs.setState({ inDialog: [] });
}

/** Jobs that ended before the answer to their start arrived. */
const ended = new Map<string, (job: Job) => void>();

function change(job: string, patch: Partial<Job>): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.map((one) => (one.job === job ? { ...one, ...patch } : one)) }));
}

function finish(job: string, then: (job: Job) => void): void {
  const found = useJobs.getState().jobs.find((one) => one.job === job);
  if (found === undefined) {
    ended.set(job, then);
    return;
  }
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((one) => one.job !== job) }));
  then(found);
}

/** Follows a job from its start; failures to start are told. */
export async function startJob(
  what: Pick<Job, 'kind' | 'name'> & { readonly grant?: string },
  start: Promise<{ readonly job: string }>,
): Promise<void> {
  const answer = await tellingFailure(start);
  if (answer === undefined) return;
  const job: Job = { grant: '', ...what, job: answer.job, done: 0, total: 0, current: '', stopping: false };
  const then = ended.get(job.job);
  if (then === undefined) {
    useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
    return;
  }
  ended.delete(job.job);
  then(job);
}

/** Jobs that go on though the page that started them is gone, as after a crash: shown again. Call once, when jobs are followed. */
export async function adoptRunningJobs(): Promise<void> {
  const running = await tellingFailure(call('runningJobs', {}));
  if (running !== undefined) adopt(running);
}

function adopt(running: readonly RunningJob[]): void {
  for (const one of running) {
    const job: Job = { ...one, stopping: false };
    const then = ended.get(one.job);
    if (then !== undefined) {
      ended.delete(one.job);
      then(job);
    } else if (!useJobs.getState().jobs.some((known) => known.job === one.job)) {
      useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
    }
  }
}

/** Asks a job to stop; it ends by itself soon after. */
export function stopJob(job: string): void {
  change(job, { stopping: true });
  void tellingFailure(call('cancelJob', { job }));
}

/** What happens when jobs of this window end. */
export interface JobEnds {
  readonly imported: (report: ImportReport) => void;
  readonly exported: (report: ExportReport, job: Job) => void;
  readonly backedUp: (backup: BackupInfo) => void;
  readonly verified: (report: VerifyReport) => void;
  readonly indexed: (documents: number) => void;
  readonly failed: (error: ErrorData, job: Job) => void;
}

/** Hears the archive's events on jobs; returns the function that stops it. */
export function followJobs(ends: JobEnds): () => void {
  return subscribe((event) => {
    switch (event.type) {
      case 'jobProgress':
        change(event.job, { done: event.done, total: event.total, current: event.current, stage: event.stage });
        break;
      case 'importDone':
        finish(event.job, () => ends.imported(event.report));
        break;
      case 'folderImported':
        // Nobody has to follow it: most bring in a file or two.
        useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((one) => one.job !== event.job) }));
        break;
      case 'exportDone':
        finish(event.job, (job) => ends.exported(event.report, job));
        break;
      case 'backupDone':
        finish(event.job, () => ends.backedUp(event.backup));
        break;
      case 'verifyDone':
        // Without a job it is the archive's own weekly check, which shows in its health.
        if (event.job !== '') finish(event.job, () => ends.verified(event.report));
        break;
      case 'restoreDone':
        // Main makes the window anew, and says so there.
        finish(event.job, () => undefined);
        break;
      case 'indexRebuilt':
        finish(event.job, () => ends.indexed(event.documents));
        break;
      case 'jobFailed':
        finish(event.job, (job) =>
          ends.failed({ code: event.code, message: event.message, params: event.params }, job),
        );
        break;
      case 'archiveRestarted':
        // The jobs went away with the process that ran them.
        useJobs.setState({ jobs: [] });
        break;
      default:
        break;
    }
  });
}
