/** The calls about the archive as a whole: checking it, its index, its backups. Declared like all others (calls.ts). */
import { z } from 'zod';
import type { ArchiveFacts, ArchiveHealth, BackupInfo, VerifyReport } from './archive-shapes';
import { call } from './call';
import { count, shortText } from './schemas';

const nothing = z.strictObject({});

export const keepingCalls = {
  verify: call(nothing)<VerifyReport>(),
  /** Verifies beside other work; the report comes as the event `verifyDone`. */
  startVerify: call(nothing)<{ readonly job: string }>(),
  /** Backups of this archive, newest first, and the folder they lie in; `reachable` is false when that can't be read. */
  listBackups: call(nothing)<{
    readonly folder: string;
    readonly reachable: boolean;
    readonly backups: readonly BackupInfo[];
  }>(),
  /** Makes a backup by hand; the event `backupDone` tells of it. */
  startBackup: call(nothing)<{ readonly job: string }>(),
  /** Makes a backup before so many documents are deleted for good, if they are many and the last backup is old; else `job` is null. */
  startBackupFirst: call(z.strictObject({ documents: count }))<{ readonly job: string | null }>(),
  /** What a backup would bring back, beside what is here now. */
  lookIntoBackup: call(z.strictObject({ name: shortText }))<{
    readonly backup: ArchiveFacts;
    readonly here: ArchiveFacts;
  }>(),
  /** Puts a backup in the archive's place, what was there being kept beside it; main tells of it and makes the window anew. */
  startRestore: call(z.strictObject({ name: shortText }))<{ readonly job: string }>(),
  /** What is wrong with the archive or its keeping, to be shown until it is put right. */
  health: call(nothing)<ArchiveHealth>(),
  /** Makes the search index anew out of the content; the event `indexRebuilt` tells of it. */
  startRebuildIndex: call(nothing)<{ readonly job: string }>(),
} as const;
