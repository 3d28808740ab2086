/**
 * What Electron's main process and the archive process say to each other over the
 * parent port. Both ends are ours; windows never speak here.
 */
import type { RecoveryAnswer, RecoveryWish } from '@shared/contract/shell-recovery';
import type { ErrorData, Outcome } from '@shared/outcome/outcome';

/** Where things are; main alone knows. All paths are absolute. */
export interface HostPaths {
  readonly archive: string;
  readonly samplesFolder: string;
  readonly logsFolder: string;
  /** The built worker scripts: one parses, one verifies. */
  readonly workerFile: string;
  readonly verifyWorkerFile: string;
  readonly backupsFolder: string;
  /** Whether an archive is made where nothing is: not where there was one before. */
  readonly mayCreate: boolean;
  /** When the archive was last verified by itself, in milliseconds since 1970; 0 for never. */
  readonly checkedAtMs: number;
}

/** Main → archive process. A `port` message carries one MessagePort. */
export type ToHost =
  | { readonly type: 'open'; readonly paths: HostPaths }
  | { readonly type: 'port' }
  | { readonly type: 'grant'; readonly grant: string; readonly paths: readonly string[] }
  | { readonly type: 'backupsFolder'; readonly folder: string }
  /** Only while no archive is open. */
  | { readonly type: 'recover'; readonly id: number; readonly wish: RecoveryWish; readonly paths: HostPaths }
  | { readonly type: 'close' };

/** Archive process → main. */
export type FromHost =
  | { readonly type: 'opened' }
  /** The archive can't be opened, or can't be used any longer. */
  | { readonly type: 'failed'; readonly error: ErrorData }
  | { readonly type: 'recovered'; readonly id: number; readonly outcome: Outcome<RecoveryAnswer> }
  /** It was verified by itself. */
  | { readonly type: 'checked'; readonly atMs: number }
  /** Everything is on disk and closed; the process may be ended. */
  | { readonly type: 'closed' };
