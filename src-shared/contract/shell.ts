/**
 * What a window may ask of Electron's main process, and the one object the preload
 * puts into it (`window.postil`). Everything about the archive goes through `call`.
 */
import type { Outcome } from '../outcome/outcome';
import type { CallName } from './calls';
import type { ArchiveEvent } from './events';
import type { ArchivePlace, ArchiveState, RecoveryAnswer, RecoveryProgress, RecoveryWish } from './shell-recovery';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const languages = ['system', 'en', 'fr'] as const;
export type LanguageChoice = (typeof languages)[number];

export interface Settings {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** Whether a backup is made before a large import and before much is deleted for good, when the last one is old. */
  readonly backUpFirst: boolean;
}

/** Commands the native menu sends to the window; the window offers the same in its palette. */
export const menuCommands = [
  'new-archive',
  'open-archive',
  'recent-archives',
  'move-archive',
  'backups',
  'privacy',
  'new-note',
  'note-from-template',
  'todays-note',
  'import-files',
  'import-folder',
  'import-again',
  'watched-folder',
  'paste-article',
  'export',
  'search',
  'find-in-document',
  'replace-in-document',
  'undo',
  'redo',
  'toggle-editing',
  'passage-list',
  'history',
  'open-beside',
  'similar-articles',
  'show-library',
  'verify',
  'settings',
  'shortcuts',
  'command-palette',
  'delete',
  'text-larger',
  'text-smaller',
  'text-reset',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What a dialog asks for: files or folders to be imported, a document's one file, or the one folder to be watched. */
export const importPicks = ['files', 'folder', 'file', 'watched'] as const;
export type ImportPick = (typeof importPicks)[number];

/** A path the person chose, kept by main under an opaque name; null when they cancelled. */
export interface Grant {
  readonly grant: string;
  /** The last part of the path, to show. */
  readonly name: string;
}

/** What became of a drop: `unknown` are the names of those of which the system does not say where they lie. */
export interface DroppedGrant {
  readonly grant: Grant | null;
  readonly unknown: readonly string[];
}

/** An archive opened before; `id` is main's name for it. */
export interface RecentArchive extends ArchivePlace {
  readonly id: string;
  readonly openedAtMs: number;
  /** The one that is open, or should be. */
  readonly isCurrent: boolean;
}

/** Which archive to open in this one's place. */
export type ArchiveChoice =
  /** A new one, where a dialog says. */
  | { readonly open: 'new' }
  /** One that a dialog names. */
  | { readonly open: 'picked' }
  | { readonly open: 'recent'; readonly id: string }
  /** A file beside this one, as a recovery made it. */
  | { readonly open: 'beside'; readonly name: string }
  /** This one again. */
  | { readonly open: 'again' }
  /** This one, made new and empty where its file is gone. */
  | { readonly open: 'made-new' };

/** What the system's file manager may show of an archive. Names are those of files in its folder or its backups' folder. */
export type ShownFile =
  | { readonly show: 'archive' | 'backups' }
  | { readonly show: 'backup'; readonly name: string }
  | { readonly show: 'beside'; readonly name: string };

export type ShellEvent =
  | { readonly type: 'archiveState'; readonly state: ArchiveState }
  | { readonly type: 'command'; readonly command: MenuCommand }
  | { readonly type: 'recoveryProgress'; readonly progress: RecoveryProgress }
  /** The archive process went away and is back; views should be read again. */
  | { readonly type: 'archiveRestarted' }
  /** A screen reader came or went while the window stands. */
  | { readonly type: 'screenReader'; readonly isOn: boolean }
  /** The window is closing: save what is not saved and call `flushed`. */
  | { readonly type: 'flush' };

export interface PostilBridge {
  /** Calls the archive; the promise never rejects for an expected failure. */
  readonly call: (name: CallName, input: unknown) => Promise<Outcome<unknown>>;
  /** The same with input and outcome as JSON: objects are copied between the page's world and the bridge's one by one. */
  readonly callText: (name: CallName, inputJson: string) => Promise<string>;
  /** Hears archive and shell events; returns the function that stops it. */
  readonly subscribe: (listener: (event: ArchiveEvent | ShellEvent) => void) => () => void;
  readonly shell: {
    readonly settings: () => Promise<Settings>;
    readonly saveSettings: (settings: Settings) => Promise<null>;
    /** The language of the system, resolved to one the interface has. */
    readonly systemLanguage: () => Promise<'en' | 'fr'>;
    readonly pickImport: (what: ImportPick) => Promise<Grant | null>;
    /** Grants files and folders dropped on the window; takes the DOM `File` objects of the drop. */
    readonly grantDropped: (files: readonly object[]) => Promise<DroppedGrant>;
    readonly pickExportTarget: (
      target: 'file' | 'folder',
      suggestedName: string,
      extension: string,
    ) => Promise<Grant | null>;
    /** Asks the person, then opens the system's browser at an http(s) or mailto address. */
    readonly openExternal: (address: string) => Promise<null>;
    /** Shows an exported file in the system's file manager. */
    readonly revealGrant: (grant: string) => Promise<null>;
    readonly archiveState: () => Promise<ArchiveState>;
    readonly recentArchives: () => Promise<readonly RecentArchive[]>;
    /** Opens another archive in this one's place; the window is made anew. False when the person chose none. */
    readonly openArchive: (choice: ArchiveChoice) => Promise<boolean>;
    /** Asks for another name or folder and moves the archive there, then makes the window anew and says what came of it. */
    readonly moveArchive: () => Promise<null>;
    /** Has backups made in a folder that a dialog names, or beside the archive again. */
    readonly backUpInto: (where: 'chosen' | 'beside') => Promise<Grant | null>;
    readonly showFile: (file: ShownFile) => Promise<null>;
    /** Only while the archive can't be opened. */
    readonly recover: (wish: RecoveryWish) => Promise<Outcome<RecoveryAnswer>>;
    /** Has what is being recovered or copied stop; it fails with `recovery/cancelled` soon after. */
    readonly stopRecovery: () => Promise<null>;
    readonly quit: () => Promise<null>;
    readonly flushed: () => Promise<null>;
    /** Whether a screen reader, or the like, reads the window. */
    readonly screenReader: () => Promise<boolean>;
    readonly platform: () => Promise<'darwin' | 'win32' | 'linux'>;
  };
}
