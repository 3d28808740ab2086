/** What searching and the calls around it answer: plain readonly values, safe to clone. */
import type { KindId } from '../kinds/kinds';
import type { DocumentSummary } from '../model/document';
import type { AliasUid, AnnotationUid, DocumentUid, SavedSearchUid } from '../model/ids';
import type { QueryHint } from '../query/hints';

/** Orders of hits; `added` is when a document came in or a passage was marked. */
export const searchSorts = ['relevance', 'date', 'added'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** Something that could be put in a search box at the caret. */
export interface QueryCompletion {
  /** Replaces the text from `from` to `to` (UTF-16, half-open). */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** How it is shown: the value without quotation marks. */
  readonly label: string;
  /** Documents or passages that have the value. */
  readonly count?: number;
}

/** What facets tell hits apart by. */
export const facetNames = ['type', 'kind', 'year', 'language', 'site', 'label', 'verdict', 'speaker'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  readonly value: string;
  /** Hits that have it: a document for what it says itself, a passage also for what its document does. */
  readonly count: number;
}

export interface Facets {
  /** True when there are so many hits that only the newest were counted. */
  readonly approximate: boolean;
  /** Hits counted. */
  readonly counted: number;
  /** Values, most frequent first; years oldest first. */
  readonly values: Readonly<Record<FacetName, readonly FacetValue[]>>;
}

/** A name in the query, and the other names it was also searched by. */
export interface Expansion {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface SavedSearch {
  readonly uid: SavedSearchUid;
  readonly name: string;
  readonly query: string;
  readonly sort: SearchSort;
  /** Hits it has now. */
  readonly count: number;
}

/** Names that mean the same. */
export interface AliasSet {
  readonly uid: AliasUid;
  readonly names: readonly string[];
}

/** Names that may mean the same, most certain first; a person decides. */
export interface AliasProposal {
  /** As they stand in the texts, of different scripts or spellings. */
  readonly names: readonly string[];
  /** Documents that have each name, in the order of the names. */
  readonly documents: readonly number[];
  /** Documents that have more than one of them. */
  readonly together: number;
  /** Rare numbers (figures, amounts) that documents of different names share: signs that they tell of the same. */
  readonly shared: readonly string[];
}

/** Why a document is like another. */
export interface RelatedReason {
  readonly type: 'word' | 'name' | 'label';
  /** As it stands in the document asked about. */
  readonly text: string;
}

export interface RelatedDocument {
  readonly document: DocumentSummary;
  /** What they share, the most telling first. */
  readonly reasons: readonly RelatedReason[];
  /** Larger is more alike; comparable only within one answer. */
  readonly score: number;
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
  /** Korean words of the query that end like a particle and are nouns as they stand. */
  readonly nouns: readonly string[];
  /** The query with misspelt words put right, when it finds little and the other finds more; else null. */
  readonly didYouMean: string | null;
  /** Null unless asked for. */
  readonly facets: Facets | null;
}
