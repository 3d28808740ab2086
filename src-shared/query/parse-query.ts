/**
 * From a search box's text to a query tree, with the place of each part and hints. Never
 * fails: what means nothing as syntax (a lone quote, a bracket too many, an unknown
 * field) is read as plain words.
 */

import type { Chip } from './chips';
import { hintForWord, type QueryHint } from './hints';
import { emptyQuery, type Query, type QueryField, type QueryTerm, type TermMode } from './query';
import { fieldNamed, fieldOf, isUsable, joined, nearOf, phraseOf, wordOf } from './query-terms';

/** Code units read of a query; nobody types more, and junk stays cheap. */
const longestQuery = 10_000;
/** Terms of one query; FTS5 slows with each. */
const mostTerms = 64;
/** Brackets inside brackets; deeper ones are read as if they were not there. */
const deepest = 16;

/** Opening quotation marks and what closes each. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”"', '„': '“”"', '«': '»' };
const modes: Readonly<Record<string, TermMode>> = { '=': 'exact', '~': 'aliases' };
const space = /\s/;
const nearness = /~([1-9]\d{0,3})(?=[\s()]|$)/y;

export interface ParseOptions {
  /** The last word may be unfinished: read it as the beginning of a word unless a space follows. */
  readonly typing?: boolean;
}

/** A query with what a search box shows of it. */
export interface ReadQuery {
  readonly query: Query;
  /** Its parts in the order typed. */
  readonly chips: readonly Chip[];
  readonly hints: readonly QueryHint[];
}

/** Reads a query. See query.ts for the language. */
export function readQuery(text: string, options: ParseOptions = {}): ReadQuery {
  return new Parser(text.slice(0, longestQuery), options.typing ?? false).parse();
}

/** The tree alone of {@link readQuery}. */
export const parseQuery = (text: string, options: ParseOptions = {}): Query => readQuery(text, options).query;

class Parser {
  private readonly text: string;
  private readonly typing: boolean;
  private readonly chips: Chip[] = [];
  private readonly hints: QueryHint[] = [];
  private at = 0;
  private terms = 0;

  constructor(text: string, typing: boolean) {
    this.text = text;
    this.typing = typing;
  }

  parse(): ReadQuery {
    const parts: Query[] = [];
    while (this.at < this.text.length) {
      const part = this.alternatives(0);
      if (part !== null) parts.push(part);
      // What stopped it is a closing bracket nobody opened.
      if (this.at < this.text.length) this.close();
    }
    return { query: joined('and', parts) ?? emptyQuery, chips: this.chips, hints: this.hints };
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

  private close(): void {
    this.chips.push({ type: 'close', start: this.at, end: this.at + 1 });
    this.at++;
  }

  private skipSpace(): void {
    while (this.at < this.text.length && space.test(this.text.charAt(this.at))) this.at++;
  }

  private takeOr(): boolean {
    if (!this.text.startsWith('OR', this.at)) return false;
    const after = this.text.charAt(this.at + 2);
    if (after !== '' && !space.test(after) && after !== '(' && after !== ')' && quotes[after] === undefined)
      return false;
    this.chips.push({ type: 'or', start: this.at, end: this.at + 2 });
    this.at += 2;
    return true;
  }

  private operand(depth: number): Query | null {
    const start = this.at;
    const negated = this.takeMinus();
    if (this.text[this.at] === '(') {
      const operand = this.bracket(depth, start, negated);
      return operand !== null && negated ? { type: 'not', operand } : operand;
    }
    const term = this.term(negated);
    if (term === null || this.terms >= mostTerms) return null;
    this.terms++;
    this.chips.push({ type: 'term', term, negated, start, end: this.at });
    return negated ? { type: 'not', operand: term } : term;
  }

  private takeMinus(): boolean {
    if (this.text[this.at] !== '-') return false;
    const after = this.text.charAt(this.at + 1);
    if (after === '' || after === '-' || after === ')' || space.test(after)) return false;
    this.at++;
    return true;
  }

  private bracket(depth: number, start: number, negated: boolean): Query | null {
    const at = this.at;
    this.at++;
    if (depth >= deepest) return null;
    this.chips.push({ type: 'open', negated, start, end: this.at });
    const inside = this.alternatives(depth + 1);
    if (this.text[this.at] === ')') this.close();
    else this.hints.push({ at, text: '(', suggestion: '', reason: 'unclosed-bracket' });
    return inside;
  }

  private term(negated: boolean): QueryTerm | null {
    const mode = modes[this.text.charAt(this.at)];
    if (mode !== undefined) this.at++;
    if (quotes[this.text.charAt(this.at)] === undefined) return this.fieldOrWord(negated, mode);
    const quoted = this.takeQuoted();
    if (quoted === null) return null;
    nearness.lastIndex = this.at;
    const near = mode === undefined ? nearness.exec(this.text) : null;
    if (near === null) return phraseOf(quoted, mode);
    this.at += near[0].length;
    return nearOf(quoted, Number(near[1]));
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
    // One hint is enough for a text full of marks.
    if (this.hints.every(({ reason }) => reason !== 'unclosed-quote')) {
      const text = this.text.slice(this.at);
      this.hints.push({ at: this.at, text, suggestion: `${text}${closers.charAt(0)}`, reason: 'unclosed-quote' });
    }
    this.at++;
    return null;
  }

  private fieldOrWord(negated: boolean, mode: TermMode | undefined): QueryTerm | null {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (space.test(character) || character === '(' || character === ')') break;
      if (quotes[character] === undefined) continue;
      const field = mode === undefined ? fieldNamed(this.text.slice(start, this.at)) : null;
      if (field === null) break;
      return this.quotedField(field);
    }
    const raw = this.text.slice(start, this.at);
    const field = mode === undefined ? fieldOf(raw) : null;
    if (field !== null) return field;
    const hint = mode === undefined ? hintForWord(raw, start) : null;
    if (hint !== null) this.hints.push(hint);
    return wordOf(raw, this.typing && !negated && this.at === this.text.length, mode);
  }

  private quotedField(field: QueryField): QueryTerm | null {
    const quoted = this.takeQuoted();
    if (quoted === null) return null;
    return isUsable(field, quoted) ? { type: 'field', field, value: quoted } : phraseOf(quoted, undefined);
  }
}
