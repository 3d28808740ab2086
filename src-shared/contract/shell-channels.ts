/**
 * Names and shapes of what preload and main say to each other: the one list both
 * sides are built from. The window itself sees only the bridge of shell.ts.
 */
import type { Outcome } from '../outcome/outcome';
import type { ArchiveChoice, Grant, ImportPick, RecentArchive, Settings, ShownFile } from './shell';
import type { ArchiveState, RecoveryAnswer, RecoveryWish } from './shell-recovery';

/** A window asks for its port to the archive; main answers on {@link portChannel}. */
export const helloChannel = 'postil:hello';
/** Main → window, with one MessagePort. Every further one replaces the one before. */
export const portChannel = 'postil:port';
/** Main → window: the port in use is dead, another will come. */
export const portLostChannel = 'postil:port-lost';
/** Main → window: a ShellEvent. */
export const eventChannel = 'postil:event';

/** What a window may ask of main: name → arguments and answer, as they cross. */
export interface ShellRequests {
  readonly settings: (input: null) => Settings;
  readonly saveSettings: (input: Settings) => null;
  readonly systemLanguage: (input: null) => 'en' | 'fr';
  readonly pickImport: (input: ImportPick) => Grant | null;
  /** Paths as the preload read them from the dropped `File` objects. */
  readonly grantDropped: (input: readonly string[]) => Grant | null;
  readonly pickExportTarget: (input: {
    target: 'file' | 'folder';
    suggestedName: string;
    extension: string;
  }) => Grant | null;
  readonly openExternal: (input: string) => null;
  readonly revealGrant: (input: string) => null;
  readonly archiveState: (input: null) => ArchiveState;
  readonly recentArchives: (input: null) => readonly RecentArchive[];
  readonly openArchive: (input: ArchiveChoice) => boolean;
  readonly moveArchive: (input: null) => null;
  readonly backUpInto: (input: 'chosen' | 'beside') => Grant | null;
  readonly showFile: (input: ShownFile) => null;
  readonly recover: (input: RecoveryWish) => Outcome<RecoveryAnswer>;
  readonly stopRecovery: (input: null) => null;
  readonly quit: (input: null) => null;
  readonly flushed: (input: null) => null;
  readonly screenReader: (input: null) => boolean;
  readonly platform: (input: null) => 'darwin' | 'win32' | 'linux';
}
export type ShellRequest = keyof ShellRequests;

/** The channel of a request. */
export const requestChannel = (name: ShellRequest): string => `postil:shell:${name}`;
