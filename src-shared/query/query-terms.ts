/** The terms a query is made of, from their words. Each is null when nothing could be found by it. */
import { isKindId } from '../kinds/kinds';
import { parseDateRange } from './date-range';
import {
  isAliasValue,
  isHasValue,
  isInValue,
  type Query,
  type QueryField,
  type QueryTerm,
  queryFields,
  type TermMode,
} from './query';
import { queryTokens } from './tokens';

const isEmpty = (text: string): boolean => queryTokens(text).tokens.length === 0;

/** The field a beginning like `title:` names. */
export function fieldNamed(raw: string): QueryField | null {
  const lower = raw.toLowerCase();
  return queryFields.find((field) => lower === `${field}:`) ?? null;
}

/** `field:value` read as a field. */
export function fieldOf(raw: string): QueryTerm | null {
  const colon = raw.indexOf(':');
  if (colon === -1) return null;
  const field = fieldNamed(raw.slice(0, colon + 1));
  const value = raw.slice(colon + 1);
  return field !== null && isUsable(field, value) ? { type: 'field', field, value } : null;
}

/** Whether a field can have a value; otherwise it is read as words. */
export function isUsable(field: QueryField, value: string): boolean {
  if (field === 'in') return isInValue(value) || isKindId(value);
  if (field === 'aliases') return isAliasValue(value);
  if (field === 'has') return isHasValue(value);
  if (field === 'date' || field === 'added') return parseDateRange(value) !== null;
  return !isEmpty(value);
}

/** A word, perhaps only its beginning. */
export function wordOf(raw: string, unfinished: boolean, mode: TermMode | undefined): QueryTerm | null {
  const word = raw.replace(/\*+$/, '');
  if (isEmpty(word)) return null;
  // "-OR" and the like: said as a phrase, since alone it would be the operator.
  if (raw === 'OR' && mode === undefined) return { type: 'phrase', text: raw };
  const term = { type: 'word', word, ...(mode === undefined ? {} : { mode }) } as const;
  if (word !== raw) return { ...term, prefix: true };
  return unfinished && mode !== 'exact' ? { ...term, prefix: true, unfinished } : { ...term, prefix: false };
}

export function phraseOf(text: string, mode: TermMode | undefined): QueryTerm | null {
  if (isEmpty(text)) return null;
  return mode === undefined ? { type: 'phrase', text } : { type: 'phrase', text, mode };
}

/** Words near each other; one word alone is a phrase. */
export function nearOf(text: string, distance: number): QueryTerm | null {
  if (isEmpty(text)) return null;
  return { type: 'near', text, distance };
}

/** One operand stands for itself; operands of the same type are taken apart. */
export function joined(type: 'and' | 'or', operands: readonly Query[]): Query | null {
  const flat = operands.flatMap((operand) => (operand.type === type ? operand.operands : [operand]));
  const [first] = flat;
  if (first === undefined) return null;
  return flat.length === 1 ? first : { type, operands: flat };
}
