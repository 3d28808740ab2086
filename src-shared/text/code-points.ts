/** Borders to formats that count Unicode code points instead of UTF-16 code units. */

/** Number of code points before a UTF-16 offset. An offset inside a pair counts the pair's first half as one. */
export function codePointsBefore(text: string, utf16Offset: number): number {
  let count = 0;
  for (let index = 0; index < utf16Offset && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}

/** UTF-16 offset of the code point with that index; the text's length when past its end. */
export function utf16OffsetOf(text: string, codePointIndex: number): number {
  let index = 0;
  for (let count = 0; count < codePointIndex && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
