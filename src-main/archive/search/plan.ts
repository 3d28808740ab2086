/** A query made ready for one index: what the full text is asked, and what filters its answers. */
import type { Scope } from '@shared/contract/calls';
import type { Query } from '@shared/query/query';
import { type Condition, scopeCondition } from '../scope-condition';
import type { Store } from '../store';
import { languagesOf } from './languages';
import { matchExpression, type Wording } from './match-expression';
import { type Asked, queryCondition, type Target } from './query-condition';
import { sources } from './sources';
import { type WideBeginning, wideBeginning } from './wide-beginning';

export interface Plan {
  readonly target: Target;
  /** What ranks: the words every hit must have; null when the query is made of filters only. */
  readonly match: string | null;
  /** `match` without other forms of the words and other names: what it finds comes first. Null when it says the same. */
  readonly exact: string | null;
  /** The rest; null when `match` says all. */
  readonly filter: Condition | null;
  /** Beginnings a hit must have as well, with their keys; they are in no other part. */
  readonly wide: readonly WideBeginning[];
}

/** Whether any part of a query that is no exclusion is of some sort. */
function someWanted(query: Query, isOfSort: (part: Query) => boolean): boolean {
  if (query.type === 'and' || query.type === 'or')
    return query.operands.some((operand) => someWanted(operand, isOfSort));
  return isOfSort(query);
}

const isWord = (part: Query): boolean => part.type === 'word' || part.type === 'phrase' || part.type === 'near';
/** Fields that passages have themselves. */
const isOfPassages = (part: Query): boolean =>
  part.type === 'field' &&
  (part.field === 'verdict' ||
    part.field === 'speaker' ||
    part.field === 'place' ||
    part.field === 'label' ||
    (part.field === 'in' && part.value !== 'article' && part.value !== 'note' && part.value !== 'document'));

function joinConditions(conditions: readonly Condition[]): Condition | null {
  if (conditions.length === 0) return null;
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  };
}

const operandsOf = (query: Query): readonly Query[] => (query.type === 'and' ? query.operands : [query]);

/**
 * How to ask one target, or null when the query can't hit it.
 *
 * @param typed The query before names got their aliases: what has the names as typed comes first.
 * @param apart Whether beginnings of words that very many documents have stand apart, for what sorts by relevance or
 *   counts; what is sorted in another order asks for all words at once.
 */
export function planFor(
  store: Store,
  query: Query,
  target: Target,
  scope: Scope | undefined,
  { typed = query, apart = false }: { readonly typed?: Query; readonly apart?: boolean } = {},
): Plan | null {
  const operands = operandsOf(query);
  if (operands.length === 0) return null;
  const words = someWanted(query, isWord);
  // `title:` alone means documents, not all their passages.
  if (target === 'passages' && !words && !someWanted(query, isOfPassages)) return null;
  const asked: Asked = { words, stems: languagesOf(store) };
  const wording: Wording = { fields: target === 'documents', stems: asked.stems, particles: true };
  const matched: Query[] = [];
  const wide: WideBeginning[] = [];
  const isWide = (part: Query): boolean =>
    part.type === 'word' && part.prefix && wide.some(({ word }) => word === part.word);
  const filters: Condition[] = [];
  const excluded = operands.filter(
    (operand) => operand.type === 'not' && matchExpression(operand.operand, wording) !== null,
  );
  for (const operand of operands) {
    if (excluded.includes(operand)) continue;
    const expression = matchExpression(operand, wording);
    const beginning =
      apart && expression !== null ? wideBeginning(store, sources[target].index, operand, expression) : null;
    if (beginning !== null) wide.push(beginning);
    else if (expression !== null) matched.push(operand);
    else {
      const condition = queryCondition(operand, target, asked);
      // What is true of every row of the target is asked of none.
      if (condition.sql !== '1') filters.push(condition);
    }
  }
  if (filters.some(({ sql }) => sql === '0')) return null;
  // What is excluded goes with the words; without any it is a filter like the others.
  if (matched.length === 0) filters.push(...excluded.map((operand) => queryCondition(operand, target, asked)));
  if (scope !== undefined && scope.in !== 'all') filters.push(passageScope(store, scope, target));
  const match =
    matched.length === 0 ? null : matchExpression({ type: 'and', operands: [...matched, ...excluded] }, wording);
  const asTyped = operandsOf(typed).filter((part) => matchExpression(part, wording) !== null && !isWide(part));
  const exact =
    match === null
      ? null
      : matchExpression(
          { type: 'and', operands: [...asTyped, ...excluded] },
          { ...wording, stems: [], particles: false },
        );
  return { target, match, exact: exact === match ? null : exact, filter: joinConditions(filters), wide };
}

/** A scope of a kind or of orphans means those passages, not all passages of their documents. */
function passageScope(store: Store, scope: Scope, target: Target): Condition {
  if (target === 'passages' && scope.in === 'kind') return { sql: 'a.kind = ?', params: [scope.kind] };
  if (target === 'passages' && scope.in === 'orphans') return { sql: 'a.orphaned = 1', params: [] };
  return scopeCondition(store, scope);
}
