/** A document and what is known about it. Nothing here knows how it is stored. */
import type { KindId } from '../kinds/kinds';
import type { ToldLoss } from '../outcome/import-loss-words';
import type { AnnotationFields, Link } from './annotation';
import type { Asset } from './asset';
import type { Body } from './block';
import type { AnnotationUid, CollectionUid, DocumentUid, Sha256 } from './ids';

export type DocumentType = 'article' | 'note';

/** What an article says of itself; every field may be empty. */
export interface Metadata {
  readonly authors: readonly string[];
  /** Name of the publication, as a reader would say it ("Le Monde"). */
  readonly site: string;
  /** Address it came from: http or https, or empty. */
  readonly url: string;
  /** EDTF date of publication ("2025-10-27", "2025-10"), or empty. */
  readonly date: string;
  /** BCP 47 language ("fr", "ko"), or empty when unknown. */
  readonly language: string;
  readonly description: string;
}

export const emptyMetadata: Metadata = { authors: [], site: '', url: '', date: '', language: '', description: '' };

/** The bytes as captured, described; the bytes themselves stay in the archive. */
export interface OriginalInfo {
  readonly sha256: Sha256;
  readonly fileName: string;
  /** MIME type ("text/html"). */
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly capturedAtMs: number;
}

/** A whole document. */
export interface Document {
  readonly uid: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly metadata: Metadata;
  readonly body: Body;
  /** The canonical text of the body (see text/canonical-text). */
  readonly text: string;
  readonly labels: readonly string[];
  /** Newest last; empty for notes. */
  readonly originals: readonly OriginalInfo[];
  /** Grows by one with each saved body; guards against overwriting another writer. */
  readonly revision: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Null unless in the bin. */
  readonly deletedAtMs: number | null;
}

/** A line of the library's list. */
export interface DocumentSummary {
  readonly uid: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly site: string;
  readonly date: string;
  readonly language: string;
  /** The first characters of the text. */
  readonly excerpt: string;
  readonly labels: readonly string[];
  /** Annotations by kind, zeroes left out. */
  readonly counts: Readonly<Partial<Record<KindId, number>>>;
  readonly orphans: number;
  readonly addedAtMs: number;
  readonly updatedAtMs: number;
}

export interface Collection {
  readonly uid: CollectionUid;
  readonly parent: CollectionUid | null;
  readonly name: string;
  /** Documents directly in it, the bin left out. */
  readonly documents: number;
}

/** A passage a file marks itself: a comment on it, or highlighting. Offsets count UTF-16 code units in the canonical text. */
export interface ImportedAnnotation {
  readonly start: number;
  readonly end: number;
  readonly kind: KindId;
  /** Markdown; empty for mere highlighting. */
  readonly comment: string;
  /** Its id, where the file gives one: it is not brought in twice. */
  readonly uid?: AnnotationUid;
  readonly labels?: readonly string[];
  readonly fields?: AnnotationFields;
  /** When it was made, in milliseconds since 1970, where the file says. */
  readonly createdAtMs?: number;
}

/** A passage known by its words alone, to be looked for in a document of the archive. */
export interface LoosePassage extends Omit<ImportedAnnotation, 'start' | 'end'> {
  readonly uid: AnnotationUid;
  readonly exact: string;
  /** Words before and after it, as the file gives them; empty when it does not. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood, in Unicode code points, half-open: only a hint, for the text may be another. */
  readonly position?: { readonly start: number; readonly end: number };
}

/** Passages of one document that is not in the file itself, and how it can be told. */
export interface SourcePassages {
  /** The document's id, when the file came out of an archive of Postil's. */
  readonly uid: DocumentUid | null;
  /** Web address, or empty. */
  readonly url: string;
  readonly title: string;
  readonly passages: readonly LoosePassage[];
}

/** A document as an importer reads it from a file: a value without ids. */
export interface ImportedDocument {
  /** Its id, where the file gives one: it is not brought in twice. */
  readonly uid?: DocumentUid;
  readonly type: DocumentType;
  readonly title: string;
  readonly metadata: Metadata;
  readonly body: Body;
  readonly labels: readonly string[];
  readonly mediaType: string;
  /** What the importer could not carry; empty when nothing was lost. */
  readonly losses: readonly ToldLoss[];
  /** Passages marked in the file; absent when its format marks none. */
  readonly annotations?: readonly ImportedAnnotation[];
  /** Pictures its body names, each once; absent when it names none. */
  readonly assets?: readonly Asset[];
}

/**
 * What a file says of its documents and passages beside them: links between those it names by their
 * ids, and collections. What is here already is left as it is.
 */
export interface ImportedConnections {
  readonly links: readonly Link[];
  readonly collections: readonly Collection[];
  /** A document by its place among those of the file. */
  readonly memberships: readonly { readonly collection: CollectionUid; readonly document: number }[];
}
