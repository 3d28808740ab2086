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
}

/** Longest value, in UTF-16 code units. */
const longestValue = 200_000;
/** Macros may be made of macros: bounded, or a small file would fill the memory. */
const mostMacros = 5_000;
const longestMacro = 2_000;

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
    return { type, key, fields: this.#fields() };
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
      else if (depth === 0 && sign === (opening === '{' ? '}' : '"')) break;
    }
    return this.#text.slice(start, this.#at++);
  }
}
