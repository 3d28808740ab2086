/** From a query tree to FTS5's language. Every term is quoted; nothing a person types is syntax here. */
import { nearTerms } from '@shared/query/find-hits';
import type { Query } from '@shared/query/query';
import { queryTokens, type SearchTerm } from '@shared/query/tokens';

/** Fields that are columns of the document index. */
const textColumns = { title: 'title', author: 'people', site: 'site' } as const;
type TextField = keyof typeof textColumns;

const isTextField = (field: string): field is TextField => field in textColumns;

/** A term as an FTS5 string: tokens in a row, `*` when the last may go on. */
export function termExpression(term: SearchTerm): string {
  return `"${term.tokens.join(' ').replaceAll('"', '""')}"${term.prefix ? ' *' : ''}`;
}

/**
 * The query as one MATCH expression, or null when part of it is no matter of full text
 * (a field that is a filter, an exclusion that stands alone).
 *
 * @param fields Whether `title:` and the like are columns of the index asked.
 */
export function matchExpression(query: Query, fields: boolean): string | null {
  switch (query.type) {
    case 'word':
      return termExpression(queryTokens(query.word, query.prefix));
    case 'phrase':
      return termExpression(queryTokens(query.text));
    case 'near':
      return nearExpression(query.text, query.distance);
    case 'field':
      if (!fields || !isTextField(query.field)) return null;
      return `${textColumns[query.field]} : ${termExpression(queryTokens(query.value, true))}`;
    case 'not':
      return null;
    case 'and':
      return conjunction(query.operands, fields);
    case 'or':
      return all(query.operands, fields)?.join(' OR ') ?? null;
  }
}

function nearExpression(text: string, distance: number): string {
  const terms = nearTerms(text).map(termExpression);
  return terms.length === 1 ? terms.join('') : `NEAR(${terms.join(' ')}, ${distance})`;
}

function all(operands: readonly Query[], fields: boolean): readonly string[] | null {
  const expressions: string[] = [];
  for (const operand of operands) {
    const expression = matchExpression(operand, fields);
    if (expression === null) return null;
    expressions.push(`(${expression})`);
  }
  return expressions.length === 0 ? null : expressions;
}

/** FTS5 can exclude only from something found. */
function conjunction(operands: readonly Query[], fields: boolean): string | null {
  const wanted = all(
    operands.filter(({ type }) => type !== 'not'),
    fields,
  );
  const unwanted = all(
    operands.flatMap((operand) => (operand.type === 'not' ? [operand.operand] : [])),
    fields,
  );
  const excludes = operands.some(({ type }) => type === 'not');
  if (wanted === null || (excludes && unwanted === null)) return null;
  const found = wanted.join(' AND ');
  return unwanted === null ? found : `(${found}) NOT (${unwanted.join(' OR ')})`;
}
