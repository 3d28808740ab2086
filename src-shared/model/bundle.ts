/**
 * What an exporter is given: one consistent reading of the archive, as values.
 * Exporters see only this; they know no database and no clock but `exportedAtMs`.
 */
import type { Annotation, Link } from './annotation';
import type { Asset, AssetInfo } from './asset';
import type { Body } from './block';
import type { Collection, Document } from './document';
import type { AnnotationUid, CollectionUid, DocumentUid, Sha256 } from './ids';
import type { KeptSearches } from './kept-searches';

/** Why a body came to be: written here, brought in by an import, or an earlier one brought back. */
export type RevisionReason = 'edit' | 'import' | 'restore';

/** When and why a body came to be. */
export interface BodyOrigin {
  readonly savedAtMs: number;
  readonly reason: RevisionReason;
}

/** The origin of a document's first body, and the best guess for one whose history is not known. */
export function likelyOrigin(
  document: Pick<Document, 'type' | 'revision' | 'createdAtMs' | 'updatedAtMs'>,
): BodyOrigin {
  if (document.revision > 0) return { savedAtMs: document.updatedAtMs, reason: 'edit' };
  return { savedAtMs: document.createdAtMs, reason: document.type === 'article' ? 'import' : 'edit' };
}

/** An earlier body of a document. */
export interface EarlierBody extends BodyOrigin {
  readonly revision: number;
  /** The document's title when it was replaced. */
  readonly title: string;
  readonly body: Body;
}

/** A document's history: where its present body came from, and the bodies before it, oldest first. */
export interface History {
  readonly present: BodyOrigin;
  readonly earlier: readonly EarlierBody[];
}

/** Two articles with nearly the same text, both to be kept. */
export type KeptApart = readonly [DocumentUid, DocumentUid];

export interface ExportBundle {
  /** Name of the archive, without path and ending. */
  readonly archiveName: string;
  readonly exportedAtMs: number;
  /** In the order the files are to be listed in. */
  readonly documents: readonly Document[];
  readonly annotations: readonly Annotation[];
  /** Links with at least one end in the bundle. */
  readonly links: readonly Link[];
  readonly collections: readonly Collection[];
  readonly memberships: readonly { readonly collection: CollectionUid; readonly document: DocumentUid }[];
  /** Pairs of its documents. */
  readonly keptApart: readonly KeptApart[];
  /** Saved searches and aliases, when all is taken and there are any. */
  readonly searches?: KeptSearches | undefined;
  /** Bytes of the documents' originals, read one at a time. */
  readonly readOriginal: (sha256: Sha256) => Uint8Array;
  /**
   * A picture that an image block names, read when it is needed: nobody holds more than one. Null
   * when the archive does not have it. A drawing (SVG) is foreign markup: put in as a picture, never as markup.
   */
  readonly readAsset: (sha256: Sha256) => Asset | null;
  /** The same without its bytes: cheap to ask of every picture. */
  readonly describeAsset: (sha256: Sha256) => AssetInfo | null;
  /** What the pictures come to that a document's present and earlier bodies name, in bytes by SHA-256: cheap to ask of every document. */
  readonly pictureBytes: (document: DocumentUid) => ReadonlyMap<Sha256, number>;
  /** The history of a document of the bundle, read when it is needed. */
  readonly readHistory: (document: DocumentUid) => History;
  /** What is known of documents the bundle refers to but does not hold. */
  readonly referenced: readonly Pick<Document, 'uid' | 'title' | 'metadata'>[];
  /** Where passages of such documents stand that the bundle's notes quote: the paragraph, counted from 1. */
  readonly quotedPlaces: readonly {
    readonly annotation: AnnotationUid;
    readonly paragraph: number;
    /** Of its source, where that has pages: "12", "12–13". */
    readonly pages?: string | undefined;
  }[];
}

/** A file an exporter made. `path` is relative, with `/`, safe on every system. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something a format can't carry, with how often it occurs in this bundle. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

/** A whole archive as the native format brings it back: everything with its uid. */
export interface ImportedBundle {
  readonly documents: readonly Document[];
  readonly annotations: readonly Annotation[];
  readonly links: readonly Link[];
  readonly collections: readonly Collection[];
  readonly memberships: ExportBundle['memberships'];
  readonly keptApart?: readonly KeptApart[];
  readonly searches?: KeptSearches | undefined;
  /** Bytes by SHA-256, checked against it already. */
  readonly originals: ReadonlyMap<Sha256, Uint8Array>;
  /** Pictures by SHA-256, checked against it already. */
  readonly assets: ReadonlyMap<Sha256, Asset>;
  /** By document; one that is absent has none but its present body. */
  readonly histories: ReadonlyMap<DocumentUid, History>;
}
