/**
 * The tree a search box's text is parsed into. Anything that can't be parsed is
 * searched as plain words: parsing never fails. docs/search.md describes the language.
 */

/** Fields a query may name, `field:value`. */
export const queryFields = [
  'in',
  'title',
  'author',
  'site',
  'label',
  'lang',
  'verdict',
  'speaker',
  'place',
  'has',
  'date',
  'added',
  'collection',
  'aliases',
] as const;
export type QueryField = (typeof queryFields)[number];

/** What `in:` may name besides a kind of passage: a type of document, all documents, all passages. */
export const inValues = ['article', 'note', 'document', 'passage'] as const;
export type InValue = (typeof inValues)[number];

/** What `aliases:` may say: names are searched as they stand, in the whole query. */
export const aliasValues = ['off'] as const;

/** What `has:` may ask of a document (and of a passage: `links`, `labels`). */
export const hasValues = ['claims', 'sources', 'events', 'links', 'orphans', 'notes', 'labels'] as const;
export type HasValue = (typeof hasValues)[number];

/** `exact` (`=word`): this form alone, no stem and no alias. `aliases` (`~name`): its aliases even when they are off. */
export type TermMode = 'exact' | 'aliases';

export type Query =
  | {
      readonly type: 'word';
      readonly word: string;
      /** Only the beginning of a word. */
      readonly prefix: boolean;
      /** A beginning because it was still being typed, not because of a star. */
      readonly unfinished?: true;
      readonly mode?: TermMode;
      /** A Korean noun as it stands, though it ends like a particle. Known from the archive, never from the text typed. */
      readonly noun?: true;
    }
  | { readonly type: 'phrase'; readonly text: string; readonly mode?: TermMode }
  /** Words in any order with at most `distance` others between them. */
  | { readonly type: 'near'; readonly text: string; readonly distance: number }
  | { readonly type: 'field'; readonly field: QueryField; readonly value: string }
  | { readonly type: 'not'; readonly operand: Query }
  | { readonly type: 'and'; readonly operands: readonly Query[] }
  | { readonly type: 'or'; readonly operands: readonly Query[] };

/** A query that is no combination of others. */
export type QueryTerm = Extract<Query, { readonly type: 'word' | 'phrase' | 'near' | 'field' }>;

/** The query that finds nothing. */
export const emptyQuery: Query = { type: 'and', operands: [] };

export const isInValue = (value: string): value is InValue => inValues.some((known) => known === value);
export const isAliasValue = (value: string): boolean => aliasValues.some((known) => known === value);
export const isHasValue = (value: string): value is HasValue => hasValues.some((known) => known === value);
