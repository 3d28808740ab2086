/** Annotations and links: rows that point into a document's canonical text. */
import type { KindId } from '../kinds/kinds';
import type { RelationId } from '../kinds/relations';
import type { AnnotationUid, DocumentUid, LinkUid } from './ids';

/** Where a passage lies. Offsets count UTF-16 code units, half-open. */
export interface Selector {
  readonly start: number;
  readonly end: number;
  /** The passage itself. */
  readonly exact: string;
  /** Up to 32 code units before it, never half a surrogate pair. */
  readonly prefix: string;
  /** Up to 32 code units after it. */
  readonly suffix: string;
  /** `textHash` of the text the offsets count in. */
  readonly textHash: string;
}

/** Values of a kind's own fields, by field id; absent means not filled in. */
export type AnnotationFields = Readonly<Record<string, string>>;

export interface Annotation {
  readonly uid: AnnotationUid;
  readonly document: DocumentUid;
  readonly kind: KindId;
  readonly selector: Selector;
  /** True when the passage no longer stands in the text; kept, listed, never dropped. */
  readonly orphaned: boolean;
  /** Markdown: emphasis, lists, links; empty when there is none. */
  readonly comment: string;
  readonly labels: readonly string[];
  readonly fields: AnnotationFields;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** A typed edge from an annotation to an annotation or a document. */
export interface Link {
  readonly uid: LinkUid;
  readonly from: AnnotationUid;
  readonly to: { readonly annotation: AnnotationUid } | { readonly document: DocumentUid };
  readonly relation: RelationId;
  readonly createdAtMs: number;
}
