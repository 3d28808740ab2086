/** Starting the long works on the archive as a whole, and what the last check found. */
import type { VerifyReport } from '@shared/contract/archive-shapes';
import { create } from 'zustand';
import { call, subscribe } from './client';
import { startJob, useJobs } from './jobs';
import { tellingFailure } from './tell-failure';

/** What the last check of this window found; null before it. */
export const useVerification = create<{ readonly report: VerifyReport | null }>(() => ({ report: null }));

const runs = (kind: 'backup' | 'verify' | 'index'): boolean => useJobs.getState().jobs.some((job) => job.kind === kind);

/** Backs up, unless that is under way. */
export async function startBackup(): Promise<void> {
  if (!runs('backup')) await startJob({ kind: 'backup', name: '' }, call('startBackup', {}));
}

/** Checks, unless that is under way; what the last check found is forgotten. */
export async function startVerification(): Promise<void> {
  if (runs('verify')) return;
  useVerification.setState({ report: null });
  await startJob({ kind: 'verify', name: '' }, call('startVerify', {}));
}

/** Makes the search index anew, unless that is under way. */
export async function startRebuildingIndex(): Promise<void> {
  if (!runs('index')) await startJob({ kind: 'index', name: '' }, call('startRebuildIndex', {}));
}

/**
 * Backs up before so many documents are deleted for good, where that is wanted and the last backup is old.
 * False when it was stopped or failed, which the person is told: then nothing should be deleted.
 */
export async function backUpBeforeDeleting(documents: number): Promise<boolean> {
  // Heard from the beginning: the job may end before the answer to its start arrives.
  const ends = new Map<string, boolean>();
  let hear = (): void => undefined;
  const stop = subscribe((event) => {
    if (event.type === 'backupDone' || event.type === 'jobFailed') ends.set(event.job, event.type === 'backupDone');
    if (event.type === 'archiveRestarted') ends.set('', false);
    hear();
  });
  try {
    const answer = await tellingFailure(call('startBackupFirst', { documents }));
    if (answer === undefined) return false;
    const { job } = answer;
    if (job === null) return true;
    await startJob({ kind: 'backup', name: '' }, Promise.resolve({ job }));
    return await new Promise<boolean>((resolve) => {
      hear = () => {
        const made = ends.get(job) ?? ends.get('');
        if (made !== undefined) resolve(made);
      };
      hear();
    });
  } finally {
    stop();
  }
}
