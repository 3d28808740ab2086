/**
 * What the archive offers to the services above it. Synchronous: the archive lives
 * in a process of its own. Every method that writes is one immediate transaction,
 * on disk when it returns. Rows never leave this folder; these are model values.
 */

import type { ArchiveFacts } from '@shared/contract/archive-shapes';
import type { CallAnswer, CallName, CheckedInput, ExportSelection } from '@shared/contract/calls';
import type { ChangedAnnotations } from '@shared/contract/events';
import type { ImportReport } from '@shared/contract/import-report';
import type { Asset } from '@shared/model/asset';
import type { ExportBundle, ImportedBundle } from '@shared/model/bundle';
import type { ImportedDocument, SourcePassages } from '@shared/model/document';
import type { CollectionUid, DocumentUid, Sha256 } from '@shared/model/ids';
import type { Backup, BackupOptions } from './backup';
import type { PreparedImport } from './prepared-import';

/** Calls the archive answers by itself; the services add the rest. */
export type ArchiveCallName = Exclude<
  CallName,
  | 'proposeDates'
  | 'health'
  | 'startRebuildIndex'
  | 'startVerify'
  | 'listBackups'
  | 'startBackup'
  | 'startBackupFirst'
  | 'lookIntoBackup'
  | 'startRestore'
  | 'startImport'
  | 'startPaste'
  | 'startSamples'
  | 'startExport'
  | 'cancelJob'
  | 'runningJobs'
  | 'exportFormats'
  | 'exportPreview'
  | 'copyDocument'
  | 'watchedFolder'
  | 'surveyFolder'
  | 'watchFolder'
  | 'pauseWatching'
  | 'stopWatching'
  | 'lookIntoWatched'
>;

export type ArchiveCalls = {
  readonly [N in ArchiveCallName]: (input: CheckedInput<N>) => CallAnswer<N>;
};

/** Bytes to be kept as an article's original. */
export interface OriginalBytes {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

/** A document to be imported, with what another thread may have made of it already. */
export interface ImportItem {
  readonly document: ImportedDocument;
  readonly original: OriginalBytes | null;
  readonly prepared?: PreparedImport | undefined;
}

/** What became of the passages of one document. */
export interface AttachOutcome {
  readonly uid: DocumentUid;
  readonly title: string;
  /** Passages with a place in the text, those without, and those that were here before. */
  readonly attached: number;
  readonly orphaned: number;
  readonly alreadyHere: number;
}

/** What a new version did to a document's text: gave a reference its first, made it another, or left its words alone. */
export type TextChange = ImportReport['updated'][number]['text'];

/** What became of an imported document. */
export type InsertOutcome =
  | { readonly did: 'insert'; readonly uid: DocumentUid }
  /** It is a new version of an article that is here: how many of its passages stand in it, and how many don't. */
  | {
      readonly did: 'update';
      readonly uid: DocumentUid;
      readonly title: string;
      readonly text: TextChange;
      readonly carried: number;
      readonly orphaned: number;
    }
  /** The same bytes are here already, perhaps in the bin (they are then taken out of it). */
  | { readonly did: 'nothing'; readonly uid: DocumentUid; readonly title: string }
  /**
   * Its id is here, or it is a reference without words to a document that is: that stays as it
   * is, but for what it did not say of itself, and gets the passages it had not.
   */
  | ({ readonly did: 'join' } & AttachOutcome);

/** What became of a file that was imported into a document. */
export type IntoOutcome = Extract<InsertOutcome, { readonly did: 'update' | 'nothing' }>;

/** A passage, and what is known of where it stands. */
export interface PassageInContext {
  readonly passage: string;
  /** Up to 300 code units of the text before it. */
  readonly before: string;
  /** BCP 47, or empty. */
  readonly language: string;
  /** EDTF date of publication, or empty. */
  readonly date: string;
}

/** Where a rebuilding stands. */
export interface IndexStep {
  /** Documents done of all there are. */
  readonly done: number;
  readonly total: number;
  /** To be given to the next step; null when there is nothing left to do. */
  readonly last: number | null;
}

export interface Archive extends ArchiveCalls {
  /**
   * Adds an imported document with its original, unless the same original is here. An
   * article whose address is here with much the same text becomes its new version.
   */
  readonly insertImported: (
    document: ImportedDocument,
    original: OriginalBytes | null,
    collection?: CollectionUid,
    prepared?: PreparedImport,
  ) => InsertOutcome;
  /**
   * {@link insertImported} for several, in one transaction: about twice as quick for
   * each. When one fails none is in the archive.
   */
  readonly insertAllImported: (items: readonly ImportItem[], collection?: CollectionUid) => readonly InsertOutcome[];
  /**
   * Makes a document's newest version of what a person says is its file, whatever its address, title or bytes;
   * `nothing` when it is the file it has already.
   * @throws Failure `document/not-found`, `import/not-an-article`
   */
  readonly importInto: (uid: DocumentUid, item: ImportItem & { readonly original: OriginalBytes }) => IntoOutcome;
  /** Attaches passages to documents that are here, in one transaction; null for each document that is not. */
  readonly attachAnnotations: (sources: readonly SourcePassages[]) => readonly (AttachOutcome | null)[];
  /** Adds everything of a bundle whose uid is not here yet; says what was left alone. */
  readonly insertBundle: (bundle: ImportedBundle) => {
    readonly inserted: readonly { readonly uid: DocumentUid; readonly title: string; readonly lang: string }[];
    readonly skipped: readonly { readonly uid: DocumentUid; readonly title: string }[];
  };
  /** A passage with what its dates are worked out from. @throws Failure `annotation/bad-range` outside of the text */
  readonly readPassage: (passage: CheckedInput<'proposeDates'>) => PassageInContext;
  /** A picture; null when the archive has none of that hash. */
  readonly readAsset: (sha256: Sha256) => Asset | null;
  /** One consistent reading for an exporter; it must be used up before the next write. */
  readonly readBundle: (selection: ExportSelection, nowMs: number) => ExportBundle;
  /** Grows when another connection (the command line) has written; cheap to ask often. */
  readonly dataVersion: () => number;
  /** Runs a command under an id, not twice under the same; see once.ts. */
  readonly once: <T>(id: string, run: () => T) => T;
  /** Copies the whole archive to `path` and proves the copy; see backup.ts. Other calls are answered meanwhile. */
  readonly backUp: (path: string, options?: BackupOptions) => Promise<Backup>;
  /** What it holds, in numbers, the bin included. */
  readonly facts: () => ArchiveFacts;
  /** One transaction of making the full-text index anew; see rebuild-index.ts. */
  readonly rebuildIndexStep: (after: number | null) => IndexStep;
  /** False after such a making was cut short. */
  readonly indexIsComplete: () => boolean;
  /** One transaction of merging what imports left of the full-text index; false when there is nothing left to do. */
  readonly tidyIndexStep: () => boolean;
  /** Writes the index rows that saves left for later; for a pause in writing. Asking the index does it too. */
  readonly settleIndex: () => void;
  /** Truncating checkpoint: after an import, when idle, at quit. */
  readonly checkpoint: () => void;
  readonly close: () => void;
}

export interface ArchiveOptions {
  /** Clock in milliseconds since 1970; injected for tests. */
  readonly nowMs?: () => number;
  /** Checks the structure even after a clean close. */
  readonly check?: boolean;
  /** Told after each commit which documents to read again, and of which of them only annotations. */
  readonly onChange?: (documents: readonly DocumentUid[] | 'many', annotations: ChangedAnnotations) => void;
}

/** Opens an existing archive; see open.ts. Creating one is a separate, explicit act. */
export type OpenArchive = (path: string, options?: ArchiveOptions) => Archive;
export type CreateArchive = (path: string, options?: ArchiveOptions) => Archive;
