/**
 * What a window and main say about an archive that can't be opened: its state, what may
 * be tried, and what came of it. Carried out by the archive process, which has nothing open then.
 */
import type { Damaged } from '../outcome/check-words';
import type { ErrorData } from '../outcome/outcome';
import type { ArchiveFacts, BackupInfo } from './archive-shapes';

/** An archive as a window names it; paths are shown, never sent back. */
export interface ArchivePlace {
  /** File name without ending. */
  readonly name: string;
  /** Its folder's path, to show. */
  readonly folder: string;
}

export type ArchiveState =
  | { readonly is: 'opening'; readonly archive: ArchivePlace }
  /** `restored`: a backup was just put in its place, told once; `aside` is the name of what was there. */
  | { readonly is: 'open'; readonly archive: ArchivePlace; readonly restored?: { readonly aside: string | null } }
  /** It is closed, and copied to where it opens next. */
  | { readonly is: 'copying'; readonly archive: ArchivePlace; readonly to: ArchivePlace }
  | { readonly is: 'trouble'; readonly archive: ArchivePlace; readonly error: ErrorData };

/** Something to be tried. Names are of backups in the archive's backup folder. */
export type RecoveryWish =
  /** What backups there are, and which is the newest that is whole. */
  | { readonly do: 'survey' }
  | { readonly do: 'look-into'; readonly name: string }
  /** Copies a backup to a new archive beside; the archive itself is left alone. */
  | { readonly do: 'copy-backup'; readonly name: string }
  /** Puts a backup in the archive's place; what was there is kept beside. */
  | { readonly do: 'restore'; readonly name: string }
  /** Makes the search index anew in the archive itself. */
  | { readonly do: 'rebuild-index' }
  /** Reads what can be read into a new archive beside; the archive itself is left alone. */
  | { readonly do: 'salvage' }
  /** Copies the archive where a dialog says, proves the copy and opens it; the archive itself is left alone. */
  | { readonly do: 'copy-elsewhere' };

/** What a long recovery is at: copying bytes, checking a file, reading rows, indexing documents. */
export type RecoveryStage = 'copying' | 'checking' | 'reading' | 'indexing';

/** How far a recovery is, in the stage's own units; `total` is 0 when nobody can say. */
export interface RecoveryProgress {
  readonly stage: RecoveryStage;
  readonly done: number;
  readonly total: number;
}

/** What a salvage could and could not read. */
export interface SalvageReport {
  readonly articles: number;
  readonly notes: number;
  readonly annotations: number;
  readonly originals: number;
  /** Rows that could not be read, by table; null when nobody can say how many. */
  readonly lost: readonly { readonly table: string; readonly rows: number | null }[];
  /** Titles of documents whose text could not be read; they are not in the new archive. */
  readonly lostDocuments: readonly string[];
  /** Titles of documents that have an older text, or one without its formatting. */
  readonly poorerDocuments: readonly string[];
  /** Rows that came over though they are not as they were written. */
  readonly altered: readonly Damaged[];
}

export type RecoveryAnswer =
  | {
      readonly did: 'survey';
      readonly folder: string;
      /** False when the folder is gone, as with a disk that is not connected. */
      readonly reachable: boolean;
      readonly backups: readonly BackupInfo[];
      readonly newest: { readonly backup: BackupInfo; readonly facts: ArchiveFacts } | null;
      /** Names of newer ones that are damaged. */
      readonly damaged: readonly string[];
    }
  | { readonly did: 'look-into'; readonly facts: ArchiveFacts }
  | { readonly did: 'copy-backup'; readonly file: string }
  | { readonly did: 'restore'; readonly aside: string | null }
  | { readonly did: 'rebuild-index'; readonly documents: number }
  | { readonly did: 'salvage'; readonly file: string; readonly report: SalvageReport }
  /** False: the person named no place. */
  | { readonly did: 'copy-elsewhere'; readonly copied: boolean };
