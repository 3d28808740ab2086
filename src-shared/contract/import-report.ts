/** What came of an import, file by file. */
import type { DocumentUid } from '../model/ids';
import type { ToldLoss } from '../outcome/import-loss-words';
import type { ErrorCode } from '../outcome/outcome';

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
    /** The same bytes are here; of a file imported into a document, they are the ones it has. */
    readonly reason: 'already-here' | 'unchanged';
    readonly uid: DocumentUid;
    readonly title: string;
  }[];
  /** Articles that are here already, with other bytes: a new version, their passages carried over. */
  readonly updated: readonly {
    readonly uid: DocumentUid;
    readonly path: string;
    readonly title: string;
    /** A reference got its first text, an article another one, or the same in other bytes. */
    readonly text: 'first' | 'changed' | 'same';
    /** Passages found in the new text, and those that were not. */
    readonly carried: number;
    readonly orphaned: number;
    readonly losses: readonly ToldLoss[];
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A report being filled. */
export type GrowingReport = Omit<Mutable<ImportReport>, 'cancelled'>;

/** A report of nothing yet. */
export const emptyReport = (): GrowingReport => ({
  imported: [],
  skipped: [],
  updated: [],
  annotated: [],
  missing: [],
  alike: [],
  failed: [],
});
