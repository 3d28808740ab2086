/**
 * A plain text as a body of one paragraph a line, and its places: positions count code points
 * of the text as it is written, ours UTF-16 code units of the normalised one.
 */
import type { Body } from '@shared/model/block';
import { normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';

export interface PlainSource {
  readonly body: Body;
  readonly text: string;
  /** The place of a range of code points, as far as it lies in the text; null when nothing of it does. */
  readonly placeOf: (start: number, end: number) => { readonly start: number; readonly end: number } | null;
}

/**
 * @param farthest The largest position that refers to the text: programs of Windows write CR LF
 *   and count one for both, others two; only a position beyond the shorter count tells them apart.
 */
export function plainSource(written: string, farthest: number): PlainSource {
  const withoutMark = written.replace(/^\ufeff/, '');
  const unix = withoutMark.replaceAll('\r\n', '\n');
  const counted = farthest > [...unix].length ? withoutMark : unix;
  const lines = normaliseText(unix).replace(/\n+$/, '').split('\n');
  const body = normaliseBody({
    version: 1,
    blocks: lines.map((text) => ({ type: 'paragraph', inlines: text === '' ? [] : [{ type: 'text', text }] })),
  });
  const text = textOf(body);
  const offsets = utf16Offsets(counted);
  // A text that is normal already is counted as it stands.
  const normalised = counted === text ? (offset: number) => offset : normalisedOffsets(counted);
  const at = (position: number): number => {
    const offset = offsets[Math.min(Math.max(position, 0), offsets.length - 1)] ?? 0;
    return Math.min(text.length, normalised(offset));
  };
  return {
    body,
    text,
    placeOf: (start, end) => {
      if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || end <= start) return null;
      const place = { start: at(start), end: at(end) };
      return place.start < place.end ? place : null;
    },
  };
}

/** From offsets in a text to those in its normal form. Lines are normalised apart: nothing composes across their ends. */
function normalisedOffsets(text: string): (offset: number) => number {
  const starts = [{ before: 0, after: 0 }];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const last = starts.at(-1) ?? { before: 0, after: 0 };
    starts.push({ before: at + 1, after: last.after + normaliseText(text.slice(last.before, at + 1)).length });
  }
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle]?.before ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { before, after } = starts[low] ?? { before: 0, after: 0 };
    return after + normaliseText(text.slice(before, offset)).length;
  };
}

/** UTF-16 offset of each code point, and of the end. */
function utf16Offsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; count++) {
    offsets[count] = index;
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;
  return offsets.subarray(0, count + 1);
}
