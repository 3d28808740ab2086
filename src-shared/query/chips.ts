/**
 * A query as the row of things a search box shows: its terms, operators and brackets,
 * each with its place in the text typed. Printing them gives a text that reads the same.
 */
import { assertNever } from '../outcome/outcome';
import { printQuery } from './print-query';
import type { QueryTerm } from './query';

/** Places are UTF-16 offsets in the text parsed, half-open. */
export type Chip = { readonly start: number; readonly end: number } & (
  | { readonly type: 'term'; readonly term: QueryTerm; readonly negated: boolean }
  | { readonly type: 'or' }
  | { readonly type: 'open'; readonly negated: boolean }
  | { readonly type: 'close' }
);

/** What a person would type for one chip. */
export function printChip(chip: Chip): string {
  switch (chip.type) {
    case 'term':
      return `${chip.negated ? '-' : ''}${printQuery(chip.term)}`;
    case 'or':
      return 'OR';
    case 'open':
      return chip.negated ? '-(' : '(';
    case 'close':
      return ')';
    default:
      return assertNever(chip);
  }
}

/** A text that reads as the same tree as the one the chips came from. */
export const printChips = (chips: readonly Chip[]): string => chips.map(printChip).join(' ');

/** The text without one of its chips, the rest as it was typed. */
export function withoutChip(text: string, { start, end }: Chip): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return /\s$|^$/.test(before) ? before + after.trimStart() : before + after;
}

/** The text with a field, asked for or excluded, added at its end. */
export function withField(text: string, field: QueryTerm & { readonly type: 'field' }, negated = false): string {
  const chip = printChip({ type: 'term', term: field, negated, start: 0, end: 0 });
  return text.trim() === '' ? chip : `${text.trimEnd()} ${chip}`;
}
