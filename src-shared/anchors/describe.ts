/** From a range in a text to a selector that can find it again. Pure. */
import type { Selector } from '../model/annotation';
import { textHash } from '../text/text-hash';

/** Code units of context kept on each side of a passage. */
export const contextLength = 32;

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Moves an offset that falls inside a surrogate pair to the pair's start. */
export function toCharacterStart(text: string, offset: number): number {
  return offset > 0 && offset < text.length && isLowSurrogate(text.charCodeAt(offset)) ? offset - 1 : offset;
}

/** Moves an offset that falls inside a surrogate pair to the pair's end. */
export function toCharacterEnd(text: string, offset: number): number {
  return offset > 0 && offset < text.length && isLowSurrogate(text.charCodeAt(offset)) ? offset + 1 : offset;
}

/**
 * Describes the passage `[start, end)` of a canonical text (UTF-16 code units).
 * A bound inside a surrogate pair is widened to the whole character.
 *
 * @param hash `textHash(text)` when the caller has it already.
 * @throws RangeError when the range is empty or not inside the text.
 */
export function describe(text: string, start: number, end: number, hash: string = textHash(text)): Selector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`No passage at ${start}–${end} of a text of ${text.length} code units`);
  }
  const from = toCharacterStart(text, start);
  const to = toCharacterEnd(text, end);
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(toCharacterEnd(text, Math.max(0, from - contextLength)), from),
    suffix: text.slice(to, toCharacterStart(text, Math.min(text.length, to + contextLength))),
    textHash: hash,
  };
}
