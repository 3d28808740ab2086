/**
 * The tree a search box's text is parsed into. Anything that can't be parsed is
 * searched as plain words: parsing never fails.
 */

/** Fields a query may name, `field:value`. */
export const queryFields = ['in', 'title', 'author', 'site', 'label', 'lang', 'verdict', 'date'] as const;
export type QueryField = (typeof queryFields)[number];

export type Query =
  | { readonly type: 'word'; readonly word: string; readonly prefix: boolean }
  | { readonly type: 'phrase'; readonly text: string }
  | { readonly type: 'field'; readonly field: QueryField; readonly value: string }
  | { readonly type: 'not'; readonly operand: Query }
  | { readonly type: 'and'; readonly operands: readonly Query[] }
  | { readonly type: 'or'; readonly operands: readonly Query[] };
