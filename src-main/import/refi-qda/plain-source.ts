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
  const at = (position: number): number => {
    const offset = offsets[Math.min(Math.max(position, 0), offsets.length - 1)] ?? 0;
    // A text that is normal already is counted as it stands.
    return Math.min(text.length, counted === text ? offset : normaliseText(counted.slice(0, offset)).length);
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
