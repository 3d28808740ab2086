/**
 * From a selector back to a range, in a text that may have changed. Pure.
 *
 * The order is: same text → same place; the quote still at its place → there; the
 * quote elsewhere, told apart by its context → there; otherwise nowhere. It never
 * settles for a similar quote and never chooses between two equally good places:
 * a passage is orphaned rather than moved silently to a look-alike.
 */
import type { Selector } from '../model/annotation';

export type Resolution =
  | { readonly found: true; readonly start: number; readonly end: number }
  | { readonly found: false; readonly reason: 'missing' | 'ambiguous' };

/** Length of the common ending of two strings, in code units. */
function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Length of the common beginning of two strings, in code units. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Every place where `exact` stands, overlapping ones included. */
function* placesOf(text: string, exact: string): Generator<number> {
  for (let place = text.indexOf(exact); place !== -1; place = text.indexOf(exact, place + 1)) yield place;
}

/** Code units of context that agree around a place. */
function contextScore(text: string, place: number, selector: Selector): number {
  const end = place + selector.exact.length;
  const before = text.slice(Math.max(0, place - selector.prefix.length), place);
  const after = text.slice(end, end + selector.suffix.length);
  return commonEnd(before, selector.prefix) + commonStart(after, selector.suffix);
}

/**
 * A quote this short stands for itself only where its context agrees: "Kim" alone
 * says nothing of which Kim was meant. Chosen by eye on the samples.
 */
const tellingQuoteLength = 24;
/** Context that must agree for a short quote found away from its place, of at most 64. */
const shortQuoteContext = 12;

/**
 * Finds the passage a selector describes.
 *
 * @param text The canonical text to look in.
 * @param hash `textHash(text)`; equal to the selector's, its offsets hold as they are.
 */
export function resolve(text: string, selector: Selector, hash: string): Resolution {
  const { start, end, exact } = selector;
  if (hash === selector.textHash && text.slice(start, end) === exact) return { found: true, start, end };
  if (exact === '') return { found: false, reason: 'missing' };
  let best = -1;
  let bestScore = -1;
  let tied = false;
  for (const place of placesOf(text, exact)) {
    const score = contextScore(text, place, selector);
    if (score > bestScore) {
      best = place;
      bestScore = score;
      tied = false;
    } else if (score === bestScore) tied = true;
  }
  if (best === -1) return { found: false, reason: 'missing' };
  if (tied) {
    const atPlace = text.startsWith(exact, start) && contextScore(text, start, selector) === bestScore;
    const fullContext = bestScore === selector.prefix.length + selector.suffix.length;
    if (!(atPlace && fullContext)) return { found: false, reason: 'ambiguous' };
    best = start;
  }
  const needed =
    exact.length >= tellingQuoteLength
      ? 0
      : Math.min(shortQuoteContext, selector.prefix.length + selector.suffix.length);
  if (bestScore < needed) return { found: false, reason: 'missing' };
  return { found: true, start: best, end: best + exact.length };
}
