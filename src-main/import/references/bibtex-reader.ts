/**
 * BibTeX and biblatex entries, read by their own grammar: values as they stand, undecoded, so
 * that a date keeps its `~`. Bounded; what is no entry is passed over, as TeX does.
 */

export interface Entry {
  /** Lower case ("online"). */
  readonly type: string;
  readonly key: string;
  /** Values by field name in lower case, outer braces or quotes taken off. */
  readonly fields: ReadonlyMap<string, string>;
  /** A brace or quote of one of its values was never closed; the value ends with its line. */
  readonly isUnclosed: boolean;
}

/** Longest value, in UTF-16 code units. */
const longestValue = 200_000;
/** Macros may be made of macros: bounded, or a small file would fill the memory. */
const mostMacros = 5_000;
const longestMacro = 2_000;
/** Unclosed values of one entry that are read again from their line's end; the next takes the rest. */
const mostUnclosed = 50;

/** An entry at the beginning of a line: no value goes on beyond it, or one forgotten brace would swallow a file. */
const entryStart = /\n[ \t]*@(?=[A-Za-z]+[ \t]*[{(])/y;
/** After a value: nothing more of its entry, not even the brace that closes it. */
const entryIsOver = /\s*(?:@[A-Za-z]+[ \t]*[{(]|$)/y;
/** Where the line of an unclosed value ends: before the next field, or the entry's last brace. */
const nextField = /,?[ \t]*\n\s*(?:[A-Za-z][\w-]*\s*=\s*[{"\w]|[})]\s*$)/m;

/** Reads all entries of a file, macros (`@string`) put in their places. */
export function readEntries(text: string): readonly Entry[] {
  const reader = new Reader(text);
  const entries: Entry[] = [];
  for (let entry = reader.next(); entry !== null; entry = reader.next()) if (entry !== 'other') entries.push(entry);
  return entries;
}

class Reader {
  readonly #text: string;
  readonly #macros = new Map<string, string>();
  #at = 0;
  /** Unclosed values of the entry in hand. */
  #unclosed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next entry; `other` for a comment, macro or what cannot be read; null at the end. */
  next(): Entry | 'other' | null {
    const at = this.#text.indexOf('@', this.#at);
    if (at < 0) return null;
    this.#at = at + 1;
    const type = this.#match(/[A-Za-z]+/y)?.toLowerCase();
    if (type === undefined || this.#match(/\s*[{(]/y) === undefined) return 'other';
    if (type === 'comment' || type === 'preamble') return 'other';
    if (type === 'string') {
      for (const [name, value] of this.#fields())
        if (this.#macros.size < mostMacros) this.#macros.set(name, value.slice(0, longestMacro));
      return 'other';
    }
    const key = this.#match(/\s*[^\s,{}()=]*/y)?.trim() ?? '';
    if (this.#match(/\s*,/y) === undefined) return 'other';
    this.#unclosed = 0;
    const fields = this.#fields();
    return { type, key, fields, isUnclosed: this.#unclosed > 0 };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fields(): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#match(/[\s,]*/y);
      const name = this.#match(/[^\s,{}()="#@]+/y)?.toLowerCase();
      if (name === undefined || this.#match(/\s*=/y) === undefined) break;
      const value = this.#value();
      if (!fields.has(name)) fields.set(name, value);
    }
    this.#match(/\s*[})]/y);
    return fields;
  }

  /** Parts joined by `#`: braced, quoted, numbers and macros. */
  #value(): string {
    let value = '';
    do {
      this.#match(/\s*/y);
      const opening = this.#text[this.#at];
      if (opening === '{' || opening === '"') value += this.#delimited(opening);
      else {
        const bare = this.#match(/[^\s,{}()"#=@]+/y) ?? '';
        value += this.#macros.get(bare.toLowerCase()) ?? bare;
      }
      if (value.length > longestValue) value = value.slice(0, longestValue);
    } while (this.#match(/\s*#/y) !== undefined);
    return value;
  }

  /** What stands between balanced braces, or quotes outside of braces. */
  #delimited(opening: '{' | '"'): string {
    const start = ++this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at];
      if (sign === '\\') this.#at++;
      else if (sign === '{') depth++;
      else if (sign === '}' && depth > 0) depth--;
      else if (depth === 0 && sign === (opening === '{' ? '}' : '"')) return this.#closedValue(start);
      else if (sign === '\n' && this.#beginsEntry()) break;
    }
    return this.#unclosedValue(start, Math.min(this.#at, this.#text.length));
  }

  /** A value that took the brace of its entry for its own, and the fields between, was not closed either. */
  #closedValue(start: number): string {
    const value = this.#text.slice(start, this.#at++);
    if (!this.#stands(entryIsOver) || !nextField.test(value)) return value;
    return this.#unclosedValue(start, this.#at);
  }

  #beginsEntry(): boolean {
    return this.#stands(entryStart);
  }

  #stands(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  /** Ends a value that was never closed with its line, so that the fields after it are read. */
  #unclosedValue(start: number, end: number): string {
    this.#at = end;
    const whole = this.#text.slice(start, end);
    if (++this.#unclosed > mostUnclosed) return whole;
    const found = nextField.exec(whole);
    if (found === null) return whole.replace(/[\s})]+$/, '');
    this.#at = start + found.index;
    return whole.slice(0, found.index);
  }
}
