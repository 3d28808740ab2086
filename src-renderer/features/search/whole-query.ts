/**
 * A question as one query, as a saved search keeps it and an export asks it: with the part of the library, what it is
 * inside of, and what the switches say. Opened again, the switches are set by it. Pure.
 */
import type { Scope } from '@shared/contract/calls';
import type { Collection } from '@shared/model/document';
import { assertNever } from '@shared/outcome/outcome';
import type { Chip } from '@shared/query/chips';
import { printQuery } from '@shared/query/print-query';
import { chipsOf, removeChip, type TermChip } from './query-edits';
import type { Question } from './search-hits';

/** A part of the library as the query that finds it; empty for all of it, null for the bin, which no query reaches. */
function scopeQuery(scope: Scope, collections: readonly Collection[]): string | null {
  const field = (name: 'in' | 'has' | 'label' | 'collection', value: string) =>
    printQuery({ type: 'field', field: name, value });
  switch (scope.in) {
    case 'all':
      return '';
    case 'articles':
      return field('in', 'article');
    case 'notes':
      return field('in', 'note');
    case 'kind':
      return field('in', scope.kind);
    case 'orphans':
      return field('has', 'orphans');
    case 'label':
      return field('label', scope.label);
    case 'collection': {
      const name = collections.find(({ uid }) => uid === scope.collection)?.name;
      return name === undefined ? '' : field('collection', name);
    }
    case 'bin':
      return null;
    default:
      return assertNever(scope);
  }
}

/** Parts that stand in no brackets. */
function outerChips(text: string): readonly Chip[] {
  let depth = 0;
  return chipsOf(text).filter(({ type }) => {
    if (type === 'close') depth--;
    const outside = depth === 0;
    if (type === 'open') depth++;
    return outside;
  });
}

const hasOr = (text: string): boolean => outerChips(text).some(({ type }) => type === 'or');

const typeFields = { all: '', documents: 'in:document', passages: 'in:passage' } as const;
const withoutAliases = 'aliases:off';

/** One query that says all of a question but its order: what it searches, where, inside what, and how. */
export function wholeQuery(
  { query, scope, within, only, expand }: Question,
  collections: readonly Collection[],
): string {
  const parts = [
    within ?? '',
    query,
    scopeQuery(scope, collections) ?? '',
    typeFields[only],
    expand ? '' : withoutAliases,
  ].filter((part) => part.trim() !== '');
  return parts.length === 1 ? parts.join('') : parts.map((part) => (hasOr(part) ? `(${part})` : part)).join(' ');
}

/** What the box shows of a whole query, and what the switches say. */
export function readWholeQuery(whole: string): Pick<Question, 'query' | 'only' | 'expand'> {
  // One of two alternatives says nothing of the whole.
  if (hasOr(whole)) return { query: whole, only: 'all', expand: true };
  const said = (field: string): TermChip | undefined =>
    outerChips(whole).find(
      (chip): chip is TermChip => chip.type === 'term' && !chip.negated && printQuery(chip.term) === field,
    );
  const only = (['documents', 'passages'] as const).find((type) => said(typeFields[type]) !== undefined) ?? 'all';
  const chip = said(typeFields[only]) ?? said(withoutAliases);
  if (chip === undefined) return { query: unwrapped(whole), only, expand: true };
  const rest = readWholeQuery(removeChip(whole, chip));
  // Asked for both, nothing is found: that is left in the query.
  if (only !== 'all' && rest.only !== 'all') return { query: whole, only: 'all', expand: rest.expand };
  return only === 'all' ? { ...rest, expand: false } : { ...rest, only };
}

/** Alternatives need no brackets when nothing stands beside them. */
function unwrapped(text: string): string {
  const outer = outerChips(text);
  const [first, last] = [outer[0], outer.at(-1)];
  if (outer.length !== 2 || first?.type !== 'open' || first.negated || last?.type !== 'close') return text;
  return text.slice(first.end, last.start).trim();
}
