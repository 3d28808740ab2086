/**
 * Where a quotation stands that comes from another program: its words sign for sign but for
 * white space, its neighbours as far as the file gives any. Nothing is known of the text it was
 * taken from, so a place is taken only when no other is as good. Pure.
 */

export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 code units, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** More places than this are a word, not a passage. */
const mostPlaces = 1_000;
/** Signs, white space left out, that must agree around words that stand more than once, or say little. */
const neededContext = 8;
/** Words at least this long are told by themselves when they stand once. */
const tellingLength = 24;
/** Longest quotation looked for with its white space free; longer ones must agree in it. */
const longestFree = 20_000;

/** The place of a quotation; null when it stands nowhere, or in two places equally well. */
export function findQuote(text: string, quote: Quote): Range | null {
  const places = occurrences(text, quote.exact);
  const rated = places
    .map((place) => ({ place, context: contextAt(text, place, quote) }))
    .sort((a, b) => b.context - a.context);
  const [best, next] = rated;
  if (best === undefined || rated.length >= mostPlaces) return null;
  if (next !== undefined) return best.context >= neededContext && best.context > next.context ? best.place : null;
  const silent = quote.prefix.trim() === '' && quote.suffix.trim() === '';
  const told = silent || quote.exact.length >= tellingLength || best.context >= neededContext;
  return told || isAllContext(best.context, quote) ? best.place : null;
}

const isAllContext = (agreed: number, { prefix, suffix }: Quote): boolean =>
  agreed > 0 && agreed === bare(prefix).length + bare(suffix).length;

const bare = (text: string): string => text.replace(/\s+/g, '');

function occurrences(text: string, exact: string): readonly Range[] {
  const words = exact.trim().split(/\s+/);
  if (words[0] === '' || words[0] === undefined) return [];
  if (exact.length > longestFree) return literally(text, exact);
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'g');
  const places: Range[] = [];
  for (const found of text.matchAll(pattern)) {
    // With the white space at its ends, where that stands as it was quoted.
    const start = found.index;
    const whole = text.startsWith(exact, start - leading(exact)) ? start - leading(exact) : null;
    places.push(whole === null ? { start, end: start + found[0].length } : { start: whole, end: whole + exact.length });
    if (places.length >= mostPlaces) break;
  }
  return places;
}

const leading = (exact: string): number => exact.length - exact.trimStart().length;

function literally(text: string, exact: string): readonly Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length < mostPlaces; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length });
  return places;
}

/** Signs before and after that agree, counted outwards from the place, white space left out. */
function contextAt(text: string, { start, end }: Range, { prefix, suffix }: Quote): number {
  const before = bare(text.slice(Math.max(0, start - 4 * prefix.length), start));
  const after = bare(text.slice(end, end + 4 * suffix.length));
  const [given, following] = [bare(prefix), bare(suffix)];
  let agreed = 0;
  let back = 1;
  while (back <= given.length && back <= before.length && given.at(-back) === before.at(-back)) back++;
  agreed += back - 1;
  let on = 0;
  while (on < following.length && on < after.length && following[on] === after[on]) on++;
  return agreed + on;
}
