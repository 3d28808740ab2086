/**
 * What Electron's main process and the archive process say to each other over the
 * parent port. Both ends are ours; windows never speak here.
 */
import type { RunningWork } from '@shared/contract/events';
import type { RecoveryAnswer, RecoveryProgress, RecoveryWish } from '@shared/contract/shell-recovery';
import type { Asset } from '@shared/model/asset';
import type { Sha256 } from '@shared/model/ids';
import type { ErrorData, Outcome } from '@shared/outcome/outcome';
import type { PrintSettings } from '../services/services-api';

/** A window's wish with what main alone knows: where a copy goes. */
export type HostWish =
  | Exclude<RecoveryWish, { do: 'copy-elsewhere' }>
  | { readonly do: 'copy-elsewhere'; readonly to: string }
  /** The archive process's own: the copy a restore puts in place later; answered by what it holds, as a look into the backup. */
  | { readonly do: 'prepare-restore'; readonly backup: string };

/** Where things are; main alone knows. All paths are absolute. */
export interface HostPaths {
  readonly archive: string;
  readonly samplesFolder: string;
  readonly logsFolder: string;
  /** The built worker scripts: one parses, one verifies, one recovers. */
  readonly workerFile: string;
  readonly verifyWorkerFile: string;
  readonly recoverWorkerFile: string;
  readonly backupsFolder: string;
  /** What is remembered of this archive's watched folder; absent: none is watched. */
  readonly watchFile?: string;
  /** The person's setting: a backup before large jobs. */
  readonly backUpFirst: boolean;
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
  | { readonly type: 'backUpFirst'; readonly on: boolean }
  /** Only while no archive is open. */
  | { readonly type: 'recover'; readonly id: number; readonly wish: HostWish; readonly paths: HostPaths }
  | { readonly type: 'stopRecovery' }
  /** What came of a page that was to be printed. */
  | { readonly type: 'printed'; readonly id: number; readonly outcome: Outcome<Uint8Array> }
  /** A picture is to be shown. */
  | { readonly type: 'readAsset'; readonly id: number; readonly sha256: Sha256 }
  | { readonly type: 'close' };

/** Archive process → main. */
export type FromHost =
  | { readonly type: 'opened' }
  /** The archive can't be opened, or can't be used any longer. */
  | { readonly type: 'failed'; readonly error: ErrorData }
  | { readonly type: 'recoveryProgress'; readonly progress: RecoveryProgress }
  | { readonly type: 'recovered'; readonly id: number; readonly outcome: Outcome<RecoveryAnswer> }
  /** A backup was put in the archive's place and is open; what was there lies beside it under this name. */
  | { readonly type: 'restored'; readonly aside: string | null }
  /** It was verified by itself. */
  | { readonly type: 'checked'; readonly atMs: number }
  /** What a quit would cut short, whenever that changes. */
  | { readonly type: 'work'; readonly work: readonly RunningWork[] }
  /** A page without script to be made into a PDF. */
  | { readonly type: 'print'; readonly id: number; readonly page: Uint8Array; readonly settings: PrintSettings }
  /** Null: the archive has no such picture, or can't be read at the moment. */
  | { readonly type: 'asset'; readonly id: number; readonly asset: Asset | null }
  /** It knows the paths behind this name. */
  | { readonly type: 'granted'; readonly grant: string }
  /** Everything is on disk and closed; the process may be ended. */
  | { readonly type: 'closed' };
