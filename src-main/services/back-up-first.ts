/**
 * A backup before a job that brings or deletes much, when the last one is old. It is never
 * in the way: it shows how far it is, can be stopped, and where it can't be made an import goes on.
 */
import { Failure } from '@shared/outcome/outcome';
import type { JobContext } from './jobs';
import type { ArchiveKeeping, ImportSize } from './services-api';

/** A younger backup is as good as a new one, in milliseconds. */
const oldAfterMs = 60 * 60 * 1000;
/** From so many on, an import is worth the wait. */
const largeImport = { files: 25, bytes: 32 * 1024 * 1024 } as const;
/** From so many documents on, so is deleting for good. */
const largeDeletion = 10;

/** Whether an import is large. */
export const isLargeImport = ({ files, bytes }: ImportSize): boolean =>
  files >= largeImport.files || bytes >= largeImport.bytes;

/** Whether so many documents deleted for good are many. */
export const isLargeDeletion = (documents: number): boolean => documents >= largeDeletion;

/** Whether the person wants a backup first, and there is something to back up that no young backup has. */
export function wantsBackupFirst({ backups, backUpFirst, health }: ArchiveKeeping): boolean {
  // Deleting is what is left to do when the disk is full.
  return backUpFirst() && !health().diskFull && backups.isDue(oldAfterMs);
}

/**
 * Backs up before an import, if it is large and that is wanted.
 * A backup that can't be made is told of to `onFailure`; what was stopped shows in the context's signal.
 */
export async function backUpBeforeImport(
  keeping: ArchiveKeeping | undefined,
  size: ImportSize,
  { signal, progress }: JobContext,
  onFailure: (failure: Failure) => void,
): Promise<void> {
  if (keeping === undefined || !isLargeImport(size)) return;
  try {
    if (!wantsBackupFirst(keeping)) return;
    progress(0, 0, '', 'backing-up');
    await keeping.backups.make('before-import', {
      signal,
      onProgress: (done, total) => progress(done, total, '', 'backing-up'),
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!signal.aborted) onFailure(error);
  }
}
