/** What is being typed at the caret of a search box: the name of a field, or the value of one. Pure; places are UTF-16 offsets. */
import { type QueryField, queryFields } from './query';
import { fieldNamed } from './query-terms';

/** What a completion would replace, and what it begins with. */
export interface Completing {
  /** The field whose value is typed; null while the name of a field or a word is. */
  readonly field: QueryField | null;
  /** What stands before the caret of it, without quotation marks. */
  readonly typed: string;
  readonly from: number;
  readonly to: number;
}

const openQuote = /[\p{L}]+:"[^"]*$/u;
const word = /[^\s()"]*$/;
const wordRest = /^[^\s()"]*/;

/** Finds what is typed at a caret; null where nothing can be completed (after a space, in a phrase). */
export function completingAt(text: string, caret: number): Completing | null {
  const before = text.slice(0, caret);
  const quoted = openQuote.exec(before)?.[0];
  if (quoted !== undefined) {
    const colon = quoted.indexOf(':');
    const field = fieldNamed(quoted.slice(0, colon + 1));
    if (field === null) return null;
    const rest = /^[^"]*"?/.exec(text.slice(caret))?.[0] ?? '';
    // An unclosed value would swallow what follows: only what has been typed is replaced.
    const to = rest.endsWith('"') ? caret + rest.length : caret;
    return { field, typed: quoted.slice(colon + 2), from: caret - quoted.length + colon + 1, to };
  }
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const whole = word.exec(before)?.[0] ?? '';
  const raw = whole.startsWith('-') ? whole.slice(1) : whole;
  if (raw === '') return null;
  const from = caret - raw.length;
  const to = caret + (wordRest.exec(text.slice(caret))?.[0].length ?? 0);
  const colon = raw.indexOf(':');
  if (colon === -1) return { field: null, typed: raw, from, to };
  const field = fieldNamed(raw.slice(0, colon + 1));
  return field === null ? null : { field, typed: raw.slice(colon + 1), from: from + colon + 1, to };
}

/** The fields a word may be the beginning of. */
export const fieldsBeginning = (typed: string): readonly QueryField[] =>
  queryFields.filter((field) => field.startsWith(typed.toLowerCase()));

/** A value as it is written after `field:`. */
export const writtenValue = (value: string): string =>
  /[\s()"“„«]/.test(value) ? `"${value.replaceAll('"', ' ')}"` : value;
