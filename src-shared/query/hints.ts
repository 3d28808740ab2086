/** What a person probably meant by something the query language doesn't know. Hints only: it is searched as it stands. */
import { kinds } from '../kinds/kinds';
import { editDistance } from './edit-distance';
import { aliasValues, hasValues, inValues, type QueryField, queryFields } from './query';

/** Why a hint is given; the words for it are the caller's. */
export type HintReason = 'unknown-field' | 'field-value' | 'unclosed-quote' | 'unclosed-bracket' | 'and' | 'or' | 'not';

export interface QueryHint {
  /** Where it stands: UTF-16 offset in the text parsed. */
  readonly at: number;
  /** What stands there. */
  readonly text: string;
  /** What to write in its place; empty to leave it out. */
  readonly suggestion: string;
  readonly reason: HintReason;
}

/** Operators of other search boxes. Only in capitals: "et", "or" and "oder" are words. */
const operators: Readonly<Record<string, { readonly suggestion: string; readonly reason: HintReason }>> = {
  AND: { suggestion: '', reason: 'and' },
  ET: { suggestion: '', reason: 'and' },
  UND: { suggestion: '', reason: 'and' },
  И: { suggestion: '', reason: 'and' },
  '&&': { suggestion: '', reason: 'and' },
  OU: { suggestion: 'OR', reason: 'or' },
  ODER: { suggestion: 'OR', reason: 'or' },
  ИЛИ: { suggestion: 'OR', reason: 'or' },
  '||': { suggestion: 'OR', reason: 'or' },
  NOT: { suggestion: '-', reason: 'not' },
  SAUF: { suggestion: '-', reason: 'not' },
  НЕ: { suggestion: '-', reason: 'not' },
};

/** The field names a misspelt one may be, by how far they may be from it. */
const mostEdits = (name: string): number => (name.length <= 3 ? 1 : 2);

function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const name of known) {
    const edits = editDistance(lower, name, mostEdits(lower));
    if (edits <= mostEdits(lower) && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** Values of fields that allow only some. */
const example: Partial<Readonly<Record<QueryField, readonly string[]>>> = {
  in: [...inValues, ...kinds.map(({ id }) => id)],
  aliases: aliasValues,
  has: hasValues,
  date: ['2025-10'],
  added: ['2025-10'],
};

/** The hint for a word that may be a misspelt field or another program's operator; null for an ordinary word. */
export function hintForWord(raw: string, at: number): QueryHint | null {
  const operator = operators[raw];
  if (operator !== undefined) return { at, text: raw, ...operator };
  const named = /^(\p{L}{2,12}):/u.exec(raw);
  const name = named?.[1];
  if (named === null || name === undefined || raw.startsWith('//', named[0].length)) return null;
  const field = queryFields.find((known) => known === name.toLowerCase());
  if (field === undefined) {
    const close = nearest(name, queryFields);
    return close === undefined ? null : { at, text: named[0], suggestion: `${close}:`, reason: 'unknown-field' };
  }
  const values = example[field];
  const value = raw.slice(named[0].length);
  if (values === undefined || value === '') return null;
  return { at, text: raw, suggestion: `${field}:${nearest(value, values) ?? values[0] ?? ''}`, reason: 'field-value' };
}
