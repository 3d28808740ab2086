/** The calls about the archive as a whole: checking it, backing it up, bringing a backup back. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handlers } from '@shared/contract/calls';
import { Failure } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import { isLargeDeletion, wantsBackupFirst } from './back-up-first';
import type { JobContext, Jobs } from './jobs';
import type { ArchiveKeeping } from './services-api';

type KeepingCall =
  | 'health'
  | 'startRebuildIndex'
  | 'startVerify'
  | 'listBackups'
  | 'startBackup'
  | 'startBackupFirst'
  | 'lookIntoBackup'
  | 'startRestore';

/** Handlers over `keeping`; without it each refuses. */
export function keepingHandlers(
  archive: Pick<Archive, 'facts' | 'rebuildIndexStep'>,
  keeping: ArchiveKeeping | undefined,
  jobs: Jobs,
): Pick<Handlers, KeepingCall> {
  const kept = (): ArchiveKeeping => {
    if (keeping !== undefined) return keeping;
    throw new Failure('request/unknown', 'Backups are looked after by the app; see postil backup and postil restore.');
  };
  return {
    health: () => kept().health(),
    startRebuildIndex: () => ({
      job: jobs.start('index', async (job, context) => {
        const documents = await rebuildIndex(archive, context);
        return { type: 'indexRebuilt', job, documents };
      }),
    }),
    startVerify: () => {
      const { verify } = kept();
      return {
        job: jobs.start('verify', async (job, { signal, progress }) => {
          const report = await verify({ signal, onProgress: progress });
          return { type: 'verifyDone', job, report };
        }),
      };
    },
    listBackups: () => {
      const { backups } = kept();
      const reachable = backups.isReachable();
      // Another folder can be chosen however it is with this one.
      return { folder: backups.folder, reachable, backups: reachable ? backups.list() : [] };
    },
    startBackup: () => {
      const { backups } = kept();
      return {
        job: jobs.start('backup', async (job, { signal, progress }) => {
          const onProgress = (done: number, total: number): void => progress(done, total, '');
          const backup = await backups.make('by-hand', { signal, onProgress });
          return { type: 'backupDone', job, backup };
        }),
      };
    },
    startBackupFirst: ({ documents }) => {
      const { backups } = kept();
      if (!isLargeDeletion(documents) || !wantsBackupFirst(kept())) return { job: null };
      return {
        job: jobs.start('backup', async (job, { signal, progress }) => {
          const onProgress = (done: number, total: number): void => progress(done, total, '', 'backing-up');
          const backup = await backups.make('before-delete', { signal, onProgress });
          return { type: 'backupDone', job, backup };
        }),
      };
    },
    lookIntoBackup: async ({ name }) => {
      const backup = await kept().lookInto(name);
      return { backup, here: archive.facts() };
    },
    startRestore: ({ name }) => {
      const { backups, restore } = kept();
      const path = backups.pathOf(name);
      return {
        job: jobs.start('restore', async (job, { signal, progress }) => {
          await restore(path, {
            signal,
            onProgress: (stage, done, total) => progress(done, total, '', stage),
            beforeReplacing: () => jobs.stopOthers(job),
          });
          return { type: 'restoreDone', job };
        }),
      };
    },
  };
}

/** Step by step, so that other calls are answered in between. Returns how many documents were indexed. */
async function rebuildIndex(
  archive: Pick<Archive, 'rebuildIndexStep'>,
  { signal, progress }: JobContext,
): Promise<number> {
  let step = archive.rebuildIndexStep(null);
  while (step.last !== null) {
    progress(step.done, step.total, '');
    await nextTurn();
    if (signal.aborted)
      throw new Failure(
        'index/cancelled',
        'Making the search index was stopped. Searches miss documents until it is made again.',
      );
    step = archive.rebuildIndexStep(step.last);
  }
  return step.done;
}
