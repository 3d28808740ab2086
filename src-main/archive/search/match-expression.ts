/** From a query tree to FTS5's language. Every term is quoted; nothing a person types is syntax here. */
import { nearTerms } from '@shared/query/find-hits';
import { beginningSign, longestBeginning, stemSign } from '@shared/query/index-text';
import { bareNoun } from '@shared/query/korean-nouns';
import type { Query } from '@shared/query/query';
import { stemmedWord, withoutElision } from '@shared/query/query-stems';
import type { StemLanguage } from '@shared/query/stems';
import { queryTokens, type SearchTerm } from '@shared/query/tokens';

/** Fields that are columns of the document index. */
const textColumns = { title: 'title', author: 'people', site: 'site' } as const;
type TextField = keyof typeof textColumns;

const isTextField = (field: string): field is TextField => field in textColumns;

/** A term as an FTS5 string: tokens in a row, `*` when the last may go on. */
export function termExpression({ tokens, prefix }: SearchTerm): string {
  const [only = '', ...more] = tokens;
  if (prefix && more.length === 0 && [...only].length <= longestBeginning) return `"${beginningSign}${only}"`;
  return `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
}

/** What a match is made for. */
export interface Wording {
  /** Whether `title:` and the like are columns of the index asked. */
  readonly fields: boolean;
  /** Languages in which words are also found by their stems; empty for the forms typed alone. */
  readonly stems: readonly StemLanguage[];
  /** Whether Korean words are also found without the particles typed behind them. */
  readonly particles: boolean;
}

function wordExpression(query: Query & { readonly type: 'word' }, wording: Wording): string {
  const { word: typed, prefix, unfinished, mode } = query;
  if (mode === 'exact') return termExpression(queryTokens(typed, prefix));
  const word = withoutElision(typed);
  const exact = termExpression(queryTokens(word, prefix));
  const stemmed = prefix && !unfinished ? null : stemmedWord(word, wording.stems);
  if (stemmed === null) {
    const bare = wording.particles && (!prefix || unfinished) ? bareNoun(query) : null;
    return bare === null ? exact : `(${exact} OR ${termExpression(queryTokens(bare))})`;
  }
  const { before, last, stems } = stemmed;
  // A stem stands in the index only where it differs from the word.
  const forms = stems.flatMap((stem) => (stem === last ? [stemSign + stem] : [stemSign + stem, stem]));
  const others = forms.map((form) => `"${form}"`).join(' OR ');
  if (before.length === 0) return `(${exact} OR ${others})`;
  return `(${exact} OR (${before.map((part) => `"${part}"`).join(' AND ')} AND (${others})))`;
}

/**
 * The query as one MATCH expression, or null when part of it is no matter of full text
 * (a field that is a filter, an exclusion that stands alone).
 */
export function matchExpression(query: Query, wording: Wording): string | null {
  switch (query.type) {
    case 'word':
      return wordExpression(query, wording);
    case 'phrase':
      return termExpression(queryTokens(query.text));
    case 'near':
      return nearExpression(query.text, query.distance);
    case 'field':
      if (!wording.fields || !isTextField(query.field)) return null;
      return `${textColumns[query.field]} : ${termExpression(queryTokens(query.value, true))}`;
    case 'not':
      return null;
    case 'and':
      return conjunction(query.operands, wording);
    case 'or':
      return all(query.operands, wording)?.join(' OR ') ?? null;
  }
}

function nearExpression(text: string, distance: number): string {
  const terms = nearTerms(text).map(termExpression);
  return terms.length === 1 ? terms.join('') : `NEAR(${terms.join(' ')}, ${distance})`;
}

function all(operands: readonly Query[], wording: Wording): readonly string[] | null {
  const expressions: string[] = [];
  for (const operand of operands) {
    const expression = matchExpression(operand, wording);
    if (expression === null) return null;
    expressions.push(`(${expression})`);
  }
  return expressions.length === 0 ? null : expressions;
}

/** FTS5 can exclude only from something found. */
function conjunction(operands: readonly Query[], wording: Wording): string | null {
  const wanted = all(
    operands.filter(({ type }) => type !== 'not'),
    wording,
  );
  const unwanted = all(
    operands.flatMap((operand) => (operand.type === 'not' ? [operand.operand] : [])),
    wording,
  );
  const excludes = operands.some(({ type }) => type === 'not');
  if (wanted === null || (excludes && unwanted === null)) return null;
  const found = wanted.join(' AND ');
  return unwanted === null ? found : `(${found}) NOT (${unwanted.join(' OR ')})`;
}
