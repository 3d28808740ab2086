/** What the library and the reading room show: plain readonly values, safe to clone. */
import type { KindId } from '../kinds/kinds';
import type { Annotation, Link } from '../model/annotation';
import type { Body } from '../model/block';
import type { RevisionReason } from '../model/bundle';
import type { Collection, Document, DocumentSummary } from '../model/document';
import type { AnnotationUid, CollectionUid, DocumentUid, Sha256 } from '../model/ids';

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
