/** Starting the long works on the archive as a whole, and what the last check found. */
import type { VerifyReport } from '@shared/contract/shapes';
import { create } from 'zustand';
import { call } from './client';
import { startJob, useJobs } from './jobs';

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
