/** Jobs, and what the archive tells every window of them and of itself. */
import type { AnnotationUid, DocumentUid } from '../model/ids';
import type { ErrorCode } from '../outcome/outcome';
import type { ArchiveHealth, BackupInfo, VerifyReport } from './archive-shapes';
import type { ExportReport } from './export-shapes';
import type { ImportReport } from './import-report';
import type { WatchedFolder } from './watch-calls';

/** Work that outlives the call that started it. */
export type JobKind = 'import' | 'export' | 'backup' | 'verify' | 'index' | 'restore';

/**
 * What a job does before the work it is named after: a backup first. A restore copies, checks the copy,
 * and then replaces the archive, which can't be stopped and takes no time.
 */
export type JobStage = 'backing-up' | 'copying' | 'checking' | 'replacing';

/** Work that a quit would cut short, and how far it is; `total` is 0 until it is known. */
export interface RunningWork {
  readonly kind: JobKind;
  readonly stage?: JobStage;
  readonly done: number;
  readonly total: number;
}

/** A job as a window that did not start it follows it: one made anew after its page crashed. */
export interface RunningJob extends RunningWork {
  readonly job: string;
  /** What it is at, in words: a file, a check. */
  readonly current: string;
  /** For an export: the last part of where it goes, and the grant it goes by; else empty. */
  readonly name: string;
  readonly grant: string;
}

/** Annotations by document. */
export type ChangedAnnotations = Readonly<Record<DocumentUid, readonly AnnotationUid[]>>;

/** What the archive tells every window. */
export type ArchiveEvent =
  | {
      readonly type: 'archiveChanged';
      /** Documents to read again; `'many'` means everything. */
      readonly documents: readonly DocumentUid[] | 'many';
      /** Of documents in which nothing changed but these annotations: they were added, changed or deleted. */
      readonly annotations?: ChangedAnnotations;
    }
  | {
      readonly type: 'jobProgress';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly current: string;
      readonly stage?: JobStage;
    }
  | { readonly type: 'importDone'; readonly job: string; readonly report: ImportReport }
  /** Files of the watched folder came in, or failed to. */
  | {
      readonly type: 'folderImported';
      readonly job: string;
      readonly report: ImportReport;
      /** The last part of the folder's path. */
      readonly folder: string;
    }
  | { readonly type: 'watchChanged'; readonly watched: WatchedFolder | null }
  | { readonly type: 'verifyDone'; readonly job: string; readonly report: VerifyReport }
  /** A backup nobody asked for could not be made. */
  | {
      readonly type: 'backupFailed';
      readonly code: ErrorCode;
      readonly message: string;
      readonly params: Readonly<Record<string, string | number>>;
    }
  | { readonly type: 'healthChanged'; readonly health: ArchiveHealth }
  /** Backups go to another folder from now on. */
  | { readonly type: 'backupsMoved' }
  | { readonly type: 'indexRebuilt'; readonly job: string; readonly documents: number }
  | { readonly type: 'backupDone'; readonly job: string; readonly backup: BackupInfo }
  | { readonly type: 'exportDone'; readonly job: string; readonly report: ExportReport }
  /** The backup is in the archive's place, and open; main makes the windows anew. */
  | { readonly type: 'restoreDone'; readonly job: string }
  | {
      readonly type: 'jobFailed';
      readonly job: string;
      readonly code: ErrorCode;
      readonly message: string;
      readonly params: Readonly<Record<string, string | number>>;
    };
