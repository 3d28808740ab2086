/** What an archive holds, how it is kept safe, and how it fares. */
import type { CheckFound } from '../outcome/check-words';
import type { ErrorData } from '../outcome/outcome';

/** What an archive holds, in numbers, the bin included: to prove a copy, and to show what a backup would bring back. */
export interface ArchiveFacts {
  readonly schemaVersion: number;
  readonly articles: number;
  readonly notes: number;
  readonly annotations: number;
  readonly links: number;
  readonly originals: number;
  /** When anything in it was last changed, in milliseconds since 1970; 0 when it holds nothing. */
  readonly changedAtMs: number;
  /** Grows with every saved body: tells apart what counts alike. */
  readonly revisions: number;
}

/** Why a backup was made. */
export const backupReasons = ['daily', 'by-hand', 'before-import', 'before-delete'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** A proven copy of the archive in the backups' folder. */
export interface BackupInfo {
  /** Its file's name, by which calls speak of it. */
  readonly name: string;
  readonly madeAtMs: number;
  readonly sizeBytes: number;
  readonly reason: BackupReason;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    /** `found` in English words. */
    readonly detail: string;
    readonly found: CheckFound;
  }[];
}

/** What needs the person's attention, and stays wrong until something is done. */
export interface ArchiveHealth {
  /** Why the last backup nobody asked for was not made. */
  readonly backup: ErrorData | null;
  /** There was no room for something to be written, and there still is little. */
  readonly diskFull: boolean;
  /** Names of the checks that the last verification found failing. */
  readonly failedChecks: readonly string[];
  /** Making the search index anew was cut short: searches miss documents. */
  readonly indexIncomplete: boolean;
}

export interface ArchiveStats {
  readonly documents: number;
  readonly articles: number;
  readonly notes: number;
  readonly annotations: number;
  readonly links: number;
  readonly originals: number;
  readonly pictures: number;
  /** What the pictures take of the file. */
  readonly pictureBytes: number;
  /** Size of the archive's file. */
  readonly bytes: number;
}

export interface ArchiveInfo {
  /** File name without path and ending. */
  readonly name: string;
  readonly path: string;
  readonly schemaVersion: number;
}
