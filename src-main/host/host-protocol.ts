/**
 * What Electron's main process and the archive process say to each other over the
 * parent port. Both ends are ours; windows never speak here.
 */
import type { ErrorData } from '@shared/outcome/outcome';

/** Where things are; main alone knows. All paths are absolute. */
export interface HostPaths {
  readonly archive: string;
  readonly samplesFolder: string;
  readonly logsFolder: string;
  /** The built worker scripts: one parses, one verifies. */
  readonly workerFile: string;
  readonly verifyWorkerFile: string;
  readonly backupsFolder: string;
}

/** Main → archive process. A `port` message carries one MessagePort. */
export type ToHost =
  | { readonly type: 'open'; readonly paths: HostPaths }
  | { readonly type: 'port' }
  | { readonly type: 'grant'; readonly grant: string; readonly paths: readonly string[] }
  | { readonly type: 'close' };

/** Archive process → main. */
export type FromHost =
  | { readonly type: 'opened' }
  | { readonly type: 'failed'; readonly error: ErrorData }
  /** Everything is on disk and closed; the process may be ended. */
  | { readonly type: 'closed' };
