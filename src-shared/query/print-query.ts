/** From a query tree back to the text a person would type for it. */
import { assertNever } from '../outcome/outcome';
import type { Query } from './query';

/** Writes a query; reading it again gives the same tree. */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'word':
      return query.word === 'OR' && !query.prefix ? quote(query.word) : `${query.word}${query.prefix ? '*' : ''}`;
    case 'phrase':
      return quote(query.text);
    case 'field':
      return `${query.field}:${/[\s()"“„«]/.test(query.value) ? quote(query.value) : query.value}`;
    case 'not':
      return `-${bracketed(query.operand)}`;
    case 'and':
      return query.operands
        .map((operand) => (operand.type === 'or' ? bracketed(operand) : printQuery(operand)))
        .join(' ');
    case 'or':
      return query.operands.map(printQuery).join(' OR ');
    default:
      return assertNever(query);
  }
}

function bracketed(query: Query): string {
  const printed = printQuery(query);
  return query.type === 'and' || query.type === 'or' ? `(${printed})` : printed;
}

function quote(text: string): string {
  return text.includes('"') ? `«${text.replaceAll('»', ' ')}»` : `"${text}"`;
}
