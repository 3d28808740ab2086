/** What the services offer to the host (the app's archive process) and to the command line. */

import type { ArchiveFacts, ArchiveHealth, VerifyReport } from '@shared/contract/archive-shapes';
import type { ExportSelection, Handlers } from '@shared/contract/calls';
import type { ArchiveEvent, JobStage, RunningWork } from '@shared/contract/events';
import type { ExportChoices } from '@shared/contract/export-choices';
import type { ExportReport } from '@shared/contract/export-shapes';
import type { ImportReport } from '@shared/contract/import-report';
import type { ImportedBundle } from '@shared/model/bundle';
import type { ImportedConnections, ImportedDocument, SourcePassages } from '@shared/model/document';
import type { CollectionUid, DocumentUid } from '@shared/model/ids';
import type { ImportLoss } from '@shared/outcome/import-loss-words';
import type { Outcome } from '@shared/outcome/outcome';
import type { Archive } from '../archive/archive-api';
import type { PreparedImport } from '../archive/prepared-import';
import type { Backups } from './backups';
import type { WatchMemory } from './watch-memory';
import type { FolderWatch } from './watched-folder';

/** A file on its way in: `name` (with its ending) helps to tell the format. */
export interface FileToParse {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it lies, for a file on this disk: what a browser saved beside it may be read. */
  readonly path?: string;
  /** The folder it was found in, when a whole folder was picked. */
  readonly root?: string;
}
/** What a file turned out to hold. */
export type Parsed =
  | {
      readonly holds: 'documents';
      readonly documents: readonly ImportedDocument[];
      readonly connections?: ImportedConnections;
      /** The only document made ready where it was parsed; absent for what is made ready when it is written. */
      readonly prepared?: PreparedImport;
    }
  | { readonly holds: 'archive'; readonly bundle: ImportedBundle }
  | {
      readonly holds: 'annotations';
      readonly sources: readonly SourcePassages[];
      readonly losses: readonly ImportLoss[];
      readonly connections?: ImportedConnections;
    };
/** Parsing, in this thread (command line, tests) or in workers (the app). Pure but for that. */
export type Parse = (file: FileToParse, signal?: AbortSignal) => Promise<Outcome<Parsed>>;

/** Verifying beside other work. @throws Failure `verify/cancelled`, `archive/…` */
export type Verify = (options: {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, check: string) => void;
}) => Promise<VerifyReport>;

/** How a page becomes paper. */
export interface PrintSettings {
  readonly paper: 'A4' | 'Letter';
  /** At the head of every page, one line of plain text. */
  readonly title: string;
}
/** Turns a page without script into a PDF. @throws Failure `export/cannot-print`, `export/cancelled` */
export type PrintPage = (page: Uint8Array, settings: PrintSettings, signal?: AbortSignal) => Promise<Uint8Array>;

/** What the app can do with its archive and the command line does otherwise. */
export interface ArchiveKeeping {
  readonly backups: Backups;
  /** Whether the person wants a backup before large jobs. */
  readonly backUpFirst: () => boolean;
  readonly verify: Verify;
  readonly health: () => ArchiveHealth;
  /** What a backup in the folder holds. @throws Failure `archive/…`, `backup/not-found` */
  readonly lookInto: (name: string) => Promise<ArchiveFacts>;
  readonly restore: Restore;
}

/**
 * Copies and proves a backup while the archive stays open, then closes the archive, puts the copy in its place and opens it.
 * @throws Failure `recovery/cancelled`, `archive/…`; the archive is then as it was, and open
 */
export type Restore = (
  path: string,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (stage: JobStage, done: number, total: number) => void;
    /** Awaited before the archive is closed: nothing may go on in it. */
    readonly beforeReplacing: () => Promise<void>;
  },
) => Promise<void>;

export interface ServicesOptions {
  readonly archive: Archive;
  readonly parse: Parse;
  readonly nowMs?: () => number;
  /** Paths behind a grant's opaque name; empty when the name is unknown. */
  readonly grantedPaths?: (grant: string) => readonly string[];
  /** Folder of the sample articles. */
  readonly samplesFolder: string;
  /** What is remembered of the watched folder; absent where none is watched. */
  readonly watchMemory?: WatchMemory;
  /** Absent in the command line. */
  readonly keeping?: ArchiveKeeping;
  /** Prints a page; absent where there is no Chromium. */
  readonly print?: PrintPage;
  readonly emit?: (event: ArchiveEvent) => void;
  /** Hears what is under way whenever that changes. */
  readonly onWork?: (work: readonly RunningWork[]) => void;
  /** Hears of errors that are no expected failure, to be logged; the person is told calmly elsewhere. */
  readonly onBug?: (error: unknown) => void;
}

export interface ImportOptions {
  readonly collection?: CollectionUid;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, current: string) => void;
  /** Awaited once it is known what comes in, before anything is written. */
  readonly beforeWriting?: (size: ImportSize) => Promise<void>;
}

/** How much an import brings. */
export interface ImportSize {
  readonly files: number;
  readonly bytes: number;
}

export interface Services {
  readonly handlers: Handlers;
  /** Runs a command under an id, not twice under the same. */
  readonly once: Archive['once'];
  /** The watched folder, begun and ended by whoever opened the archive; null where none is watched. */
  readonly folderWatch: Pick<FolderWatch, 'start' | 'stop'> | null;
  /** Asks all jobs to stop, and resolves when they have: nothing they wrote is half there. */
  readonly stopWork: () => Promise<void>;
  /** Files and folders (recursive) into the archive, one document a transaction. */
  readonly importPaths: (paths: readonly string[], options?: ImportOptions) => Promise<ImportReport>;
  /** A file into a document that is here, as its newest version. Never fails as a whole: what went wrong is in the report. */
  readonly importInto: (
    uid: DocumentUid,
    path: string,
    options?: Omit<ImportOptions, 'collection'>,
  ) => Promise<ImportReport>;
  /** Writes a selection in a format to a file or folder; nothing half-written stays. @throws Failure */
  readonly exportTo: (
    format: string,
    selection: ExportSelection,
    path: string,
    options?: {
      readonly choices?: ExportChoices;
      readonly signal?: AbortSignal;
      readonly onProgress?: (done: number, total: number) => void;
    },
  ) => Promise<ExportReport>;
}
/** Implemented by services/services.ts. */
export type CreateServices = (options: ServicesOptions) => Services;
