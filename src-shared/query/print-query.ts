/** From a query tree back to the text a person would type for it. */
import { assertNever } from '../outcome/outcome';
import type { Query, TermMode } from './query';

const modeSigns: Readonly<Record<TermMode, string>> = { exact: '=', aliases: '~' };
const sign = (mode: TermMode | undefined): string => (mode === undefined ? '' : modeSigns[mode]);

/** Writes a query; reading it again gives the same tree, but for a noun, which is wanted exactly then. */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'word':
      if (query.noun === true) return `=${query.word}`;
      return query.word === 'OR' && !query.prefix && query.mode === undefined
        ? quote(query.word)
        : `${sign(query.mode)}${query.word}${query.prefix ? '*' : ''}`;
    case 'phrase':
      return `${sign(query.mode)}${quote(query.text)}`;
    case 'near':
      return `${quote(query.text)}~${query.distance}`;
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

/** Quotation marks with all that would close them, as the parser knows them. */
const pairs = [
  { open: '"', close: '"', closers: '"' },
  { open: '«', close: '»', closers: '»' },
  { open: '“', close: '”', closers: '”"' },
  { open: '„', close: '“', closers: '“”' },
] as const;

/** Puts a text between marks it doesn't hold; whatever pair it was read from is always one. */
function quote(text: string): string {
  const pair = pairs.find(({ closers }) => ![...closers].some((closer) => text.includes(closer)));
  if (pair === undefined) throw new Error('A phrase holds every closing mark; no query is read so.');
  return `${pair.open}${text}${pair.close}`;
}
