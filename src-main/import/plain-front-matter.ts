/**
 * Front matter of the plainest kind: lines of `name: value`, as most programs write it. Read here
 * it takes a hundredth of the time a YAML parser does; anything else is left to that.
 */

/** A name, and a value in double quotes without escapes, or a bare one that begins with a letter, or a date. */
const field = /^([A-Za-z][\w-]*): +(?:"([^"\\]*)"|(\p{L}[^\n]*)|(\d{4}-\d\d-\d\d)) *$/u;
/** Bare values that are no texts in YAML's core schema. */
const notText = /^(?:null|true|false)$/i;
/** A bare value with one of these may be more than itself: a comment, or a field inside a field. */
const maybeMore = /[:#\t]/;

/** The fields by name in lower case; null for what only a YAML parser should read. */
export function plainFrontMatter(block: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    if (line === '') continue;
    const [, name = '', quoted, bare, date] = field.exec(line) ?? [];
    if (bare !== undefined && (maybeMore.test(bare) || notText.test(bare.trim()))) return null;
    const value = quoted ?? bare?.trim() ?? date;
    // of a name given twice YAML's reader takes the last; so does it, and says the same of both spellings
    if (value === undefined || /[\t\u0085]/.test(value)) return null;
    fields.set(name.toLowerCase(), value);
  }
  return fields.size === 0 ? null : fields;
}
