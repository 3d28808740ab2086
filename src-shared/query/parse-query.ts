/**
 * From a search box's text to a query tree. Never fails: what means nothing as
 * syntax (a lone quote, a bracket too many, an unknown field) is read as plain words.
 */
import { isKindId } from '../kinds/kinds';
import { parseDateRange } from './date-range';
import { type Query, type QueryField, queryFields } from './query';
import { queryTokens } from './tokens';

/** Code units read of a query; nobody types more, and junk stays cheap. */
const longestQuery = 10_000;
/** Terms of one query; FTS5 slows with each. */
const mostTerms = 64;
/** Brackets inside brackets; deeper ones are read as if they were not there. */
const deepest = 16;

/** Opening quotation marks and what closes each. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”"', '„': '“”"', '«': '»' };
const space = /\s/;

/** The query that finds nothing. */
export const emptyQuery: Query = { type: 'and', operands: [] };

export interface ParseOptions {
  /** The last word may be unfinished: read it as the beginning of a word unless a space follows. */
  readonly typing?: boolean;
}

/** Reads a query. See query.ts for the language. */
export function parseQuery(text: string, options: ParseOptions = {}): Query {
  return new Parser(text.slice(0, longestQuery), options.typing ?? false).parse();
}

class Parser {
  private readonly text: string;
  private readonly typing: boolean;
  private at = 0;
  private terms = 0;

  constructor(text: string, typing: boolean) {
    this.text = text;
    this.typing = typing;
  }

  parse(): Query {
    const parts: Query[] = [];
    while (this.at < this.text.length) {
      const part = this.alternatives(0);
      if (part !== null) parts.push(part);
      // What stopped it is a closing bracket nobody opened.
      if (this.at < this.text.length) this.at++;
    }
    return joined('and', parts) ?? emptyQuery;
  }

  /** `a b OR c d`; stops at a closing bracket or the end. */
  private alternatives(depth: number): Query | null {
    const groups: Query[] = [];
    let group: Query[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length || this.text[this.at] === ')') break;
      if (this.takeOr()) {
        const conjunction = joined('and', group);
        if (conjunction !== null) groups.push(conjunction);
        group = [];
        continue;
      }
      const operand = this.operand(depth);
      if (operand !== null) group.push(operand);
    }
    const conjunction = joined('and', group);
    if (conjunction !== null) groups.push(conjunction);
    return joined('or', groups);
  }

  private skipSpace(): void {
    while (this.at < this.text.length && space.test(this.text.charAt(this.at))) this.at++;
  }

  private takeOr(): boolean {
    if (!this.text.startsWith('OR', this.at)) return false;
    const after = this.text.charAt(this.at + 2);
    if (after !== '' && !space.test(after) && after !== '(' && after !== ')' && quotes[after] === undefined)
      return false;
    this.at += 2;
    return true;
  }

  private operand(depth: number): Query | null {
    const negated = this.takeMinus();
    const operand = this.positive(depth, negated);
    if (operand === null) return null;
    return negated ? { type: 'not', operand } : operand;
  }

  private takeMinus(): boolean {
    if (this.text[this.at] !== '-') return false;
    const after = this.text.charAt(this.at + 1);
    if (after === '' || after === '-' || after === ')' || space.test(after)) return false;
    this.at++;
    return true;
  }

  private positive(depth: number, negated: boolean): Query | null {
    const first = this.text.charAt(this.at);
    if (first === '(') return this.bracket(depth);
    if (quotes[first] !== undefined) {
      const quoted = this.takeQuoted();
      return quoted === null ? null : this.counted(phraseOf(quoted));
    }
    return this.counted(this.fieldOrWord(negated));
  }

  private bracket(depth: number): Query | null {
    this.at++;
    if (depth >= deepest) return null;
    const inside = this.alternatives(depth + 1);
    if (this.text[this.at] === ')') this.at++;
    return inside;
  }

  /** The text between quotation marks; null, past the mark, when nothing closes it. */
  private takeQuoted(): string | null {
    const closers = quotes[this.text.charAt(this.at)] ?? '';
    for (let end = this.at + 1; end < this.text.length; end++) {
      if (!closers.includes(this.text.charAt(end))) continue;
      const quoted = this.text.slice(this.at + 1, end);
      this.at = end + 1;
      return quoted;
    }
    this.at++;
    return null;
  }

  private fieldOrWord(negated: boolean): Query | null {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (space.test(character) || character === '(' || character === ')') break;
      if (quotes[character] === undefined) continue;
      const field = fieldNamed(this.text.slice(start, this.at));
      if (field === null) break;
      const quoted = this.takeQuoted();
      if (quoted !== null && isUsable(field, quoted)) return { type: 'field', field, value: quoted };
      return quoted === null ? null : phraseOf(quoted);
    }
    const raw = this.text.slice(start, this.at);
    return fieldOf(raw) ?? wordOf(raw, this.typing && !negated && this.at === this.text.length);
  }

  private counted(query: Query | null): Query | null {
    if (query === null || this.terms >= mostTerms) return null;
    this.terms++;
    return query;
  }
}

/** The field a beginning like `title:` names. */
function fieldNamed(raw: string): QueryField | null {
  return queryFields.find((field) => raw === `${field}:`) ?? null;
}

function fieldOf(raw: string): Query | null {
  const colon = raw.indexOf(':');
  if (colon === -1) return null;
  const field = fieldNamed(raw.slice(0, colon + 1));
  const value = raw.slice(colon + 1);
  return field !== null && isUsable(field, value) ? { type: 'field', field, value } : null;
}

function isUsable(field: QueryField, value: string): boolean {
  if (field === 'in') return value === 'article' || value === 'note' || isKindId(value);
  if (field === 'date') return parseDateRange(value) !== null;
  return queryTokens(value).tokens.length > 0;
}

function wordOf(raw: string, unfinished: boolean): Query | null {
  const word = raw.replace(/\*+$/, '');
  if (queryTokens(word).tokens.length === 0) return null;
  // "-OR" and the like: said as a phrase, since alone it would be the operator.
  if (raw === 'OR') return { type: 'phrase', text: raw };
  return { type: 'word', word, prefix: unfinished || word !== raw };
}

function phraseOf(text: string): Query | null {
  return queryTokens(text).tokens.length === 0 ? null : { type: 'phrase', text };
}

/** One operand stands for itself; operands of the same type are taken apart. */
function joined(type: 'and' | 'or', operands: readonly Query[]): Query | null {
  const flat = operands.flatMap((operand) => (operand.type === type ? operand.operands : [operand]));
  const [first] = flat;
  if (first === undefined) return null;
  return flat.length === 1 ? first : { type, operands: flat };
}
