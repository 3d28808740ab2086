/** What calls answer and events say: plain readonly values, safe to clone. */

import type { KindId } from '../kinds/kinds';
import type { Annotation, Link } from '../model/annotation';
import type { Body } from '../model/block';
import type { Loss, RevisionReason } from '../model/bundle';
import type { Collection, Document, DocumentSummary } from '../model/document';
import type { AnnotationUid, CollectionUid, DocumentUid, Sha256 } from '../model/ids';
import type { CheckFound } from '../outcome/check-words';
import type { ToldLoss } from '../outcome/import-loss-words';
import type { ErrorCode, ErrorData } from '../outcome/outcome';
import type { QueryHint } from '../query/hints';
import type { ExportOption } from './export-choices';
import type { Expansion, Facets } from './search-shapes';
import type { WatchedFolder } from './watch-calls';

export type { RevisionReason };

/** One page of the library's list. */
export interface DocumentPage {
  readonly total: number;
  readonly rows: readonly DocumentSummary[];
}

/** Numbers shown in the library's side bar and status line; the bin is counted only in `bin`. */
export interface LibraryCounts {
  readonly all: number;
  readonly articles: number;
  readonly notes: number;
  readonly bin: number;
  readonly annotations: number;
  readonly orphans: number;
  readonly kinds: Readonly<Record<KindId, number>>;
  readonly labels: readonly { readonly label: string; readonly count: number }[];
  readonly collections: readonly Collection[];
}

export interface LinkView extends Link {
  /** The other end as seen from the annotation it is listed under. */
  readonly otherEnd: {
    readonly document: DocumentUid;
    readonly annotation: AnnotationUid | null;
    /** Kind of the annotation; null for a document. */
    readonly kind: KindId | null;
    readonly title: string;
    readonly quote: string;
  };
  readonly direction: 'out' | 'in';
}

/** A note that quotes passages of a document, or mentions it. */
export interface Backlink {
  readonly note: DocumentUid;
  readonly title: string;
  /** Passages it quotes; empty for a mention of the document as a whole. */
  readonly annotations: readonly AnnotationUid[];
  readonly updatedAtMs: number;
}

/** All the reading room needs. */
export interface DocumentView {
  readonly document: Document;
  /** `textHash` of the document's text. */
  readonly textHash: string;
  /** In order of place; orphans last. */
  readonly annotations: readonly Annotation[];
  readonly links: Readonly<Record<AnnotationUid, readonly LinkView[]>>;
  /** Links whose end is this document as a whole; their other ends are annotations. */
  readonly documentLinks: readonly LinkView[];
  readonly backlinks: readonly Backlink[];
  readonly collections: readonly CollectionUid[];
  /** Width and height, in pixels, of its pictures that the archive has; those it names besides are not here. */
  readonly pictures: Readonly<Record<Sha256, readonly [width: number, height: number]>>;
}

/** An annotation with what its document is, as notes, mentions and pickers show it. */
export interface AnnotationView {
  readonly annotation: Annotation;
  readonly documentTitle: string;
  readonly site: string;
  /** EDTF, or empty. */
  readonly date: string;
  /** BCP 47, or empty. */
  readonly language: string;
  /** Whether its document lies in the bin. */
  readonly binned: boolean;
}

/** A moment of a document's history. */
export interface RevisionInfo {
  readonly revision: number;
  readonly savedAtMs: number;
  readonly reason: RevisionReason;
  readonly title: string;
  /** Length of the canonical text in UTF-16 code units. */
  readonly length: number;
}

export interface RevisionView extends RevisionInfo {
  readonly body: Body;
  readonly text: string;
}

/** A date that words of a passage name. */
export interface DateProposal {
  /** EDTF: never more exact than the words ("en juillet" gives a month). */
  readonly edtf: string;
  /** The words it was read from, as they stand. */
  readonly words: string;
}

export interface SearchHit {
  /** The document's uid, or the annotation's when the hit is a passage. */
  readonly uid: DocumentUid | AnnotationUid;
  /** The document the hit belongs to. */
  readonly document: DocumentUid;
  /** `article`, `note`, or the kind of the passage. */
  readonly kind: 'article' | 'note' | KindId;
  readonly title: string;
  /** Who wrote the document, where it was published, when, and in which language. */
  readonly authors: readonly string[];
  readonly site: string;
  /** The document's address; empty when it has none. */
  readonly url: string;
  readonly date: string;
  readonly lang: string;
  /** Part of the text around the best hit, as it stands, without marks. */
  readonly snippet: string;
  /** Hits in `snippet`: UTF-16, half-open, in order. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Where the first hit lies in the document's text, or null (title, comment). */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly counts: DocumentSummary['counts'];
  /** Of the passage, or of the document when the hit is one. */
  readonly labels: readonly string[];
  /** Larger is better; comparable only within one answer. */
  readonly score: number;
}

export interface SearchResult {
  readonly query: string;
  /** Exact number of hits. */
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly SearchHit[];
  /** What may have been meant by parts of the query; places are in its text. */
  readonly hints: readonly QueryHint[];
  /** Names that were searched by their aliases too. */
  readonly expansions: readonly Expansion[];
  /** The query with misspelt words put right, when it finds little and the other finds more; else null. */
  readonly didYouMean: string | null;
  /** Null unless asked for. */
  readonly facets: Facets | null;
}

export interface ImportReport {
  readonly imported: readonly {
    readonly uid: DocumentUid;
    readonly path: string;
    readonly title: string;
    readonly lang: string;
    readonly losses: readonly ToldLoss[];
    /** Passages the file marked itself, by comments or highlighting. */
    readonly passages: number;
  }[];
  readonly skipped: readonly {
    readonly path: string;
    readonly reason: 'already-here';
    readonly uid: DocumentUid;
    readonly title: string;
  }[];
  /** Articles of an address that is here already, with other bytes: a new version, its passages carried over. */
  readonly updated: readonly {
    readonly uid: DocumentUid;
    readonly path: string;
    readonly title: string;
    /** Passages found in the new text, and those that were not. */
    readonly carried: number;
    readonly orphaned: number;
  }[];
  /** Documents that were here and got passages from a file: with a place in the text, without one, here before. */
  readonly annotated: readonly {
    readonly uid: DocumentUid;
    readonly path: string;
    readonly title: string;
    readonly attached: number;
    readonly orphaned: number;
    readonly alreadyHere: number;
    readonly losses: readonly ToldLoss[];
  }[];
  /** Documents a file has passages of that are not here. */
  readonly missing: readonly {
    readonly path: string;
    readonly title: string;
    readonly url: string;
    readonly passages: number;
    /** What the file could not bring, said with the first of its documents. */
    readonly losses: readonly ToldLoss[];
  }[];
  /** Articles that came in with nearly the same text as another here; only looked for after imports of a usual size. */
  readonly alike: readonly {
    readonly uid: DocumentUid;
    readonly title: string;
    readonly other: DocumentUid;
    readonly otherTitle: string;
    /** What the two texts share, from 0.5 to 1. */
    readonly share: number;
  }[];
  readonly failed: readonly { readonly path: string; readonly code: ErrorCode; readonly message: string }[];
  /** True when the person stopped it; what came in before stays. */
  readonly cancelled: boolean;
}

export interface ExportReport {
  readonly format: string;
  /** Where it was written. */
  readonly path: string;
  readonly files: number;
  readonly sizeBytes: number;
  readonly losses: readonly Loss[];
}

export interface ExportFormat {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  /** What the format is for, one sentence. */
  readonly description: { readonly en: string; readonly fr: string };
  /** `file`: one file with this ending; `folder`: files in a folder. */
  readonly target: 'file' | 'folder';
  readonly extension: string;
  /** False for formats that take the whole archive only. */
  readonly selectable: boolean;
  /** What it holds, in a few words, for the table of formats. */
  readonly carries: { readonly en: string; readonly fr: string };
  readonly options: readonly ExportOption[];
  /** `printer`: made by the app's own Chromium, which the command line has not. */
  readonly needs: 'nothing' | 'printer';
  /** Whether the beginning of its files says something to a person. */
  readonly preview: 'text' | 'none';
}

/** What an export would write, before it is written. */
export interface ExportPreview {
  readonly documents: number;
  readonly passages: number;
  readonly links: number;
  readonly losses: readonly Loss[];
  /** Names of the first files a few documents would make. */
  readonly files: readonly string[];
  /** The beginning of the first of them; empty where it says nothing to a person. */
  readonly beginning: string;
}

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
