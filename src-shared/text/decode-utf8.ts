/** UTF-8 to text, strictly, where neither a browser's nor Node's decoder is known. */

/** Code points put into a string at once: as arguments of one call they stand on the stack. */
const pieceLength = 4096;

/** Smallest code point that needs one, two, three continuation bytes: shorter ones may not be written longer. */
const smallest = [0x80, 0x800, 0x10000] as const;

/** The text of some bytes, without a byte-order mark; null when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let points: number[] = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const more = first < 0x80 ? 0 : first >> 5 === 0x6 ? 1 : first >> 4 === 0xe ? 2 : first >> 3 === 0x1e ? 3 : -1;
    const point = more === 0 ? first : more === -1 ? null : longPoint(bytes, at, more);
    if (point === null) return null;
    points.push(point);
    at += more + 1;
    if (points.length < pieceLength) continue;
    parts.push(String.fromCodePoint(...points));
    points = [];
  }
  parts.push(String.fromCodePoint(...points));
  return parts.join('');
}

function longPoint(bytes: Uint8Array, at: number, more: number): number | null {
  let point = (bytes[at] ?? 0) & (0x3f >> more);
  for (let next = 1; next <= more; next++) {
    const byte = bytes[at + next];
    if (byte === undefined || byte >> 6 !== 0x2) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (smallest[more - 1] ?? 0) || point > 0x10ffff || isSurrogate ? null : point;
}
