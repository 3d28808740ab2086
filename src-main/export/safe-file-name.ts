/**
 * File names from titles, for every system at once: Windows' reserved names and
 * characters, Obsidian's link characters, invisible and direction-changing
 * characters, length in bytes (Hangul takes three a syllable in NFC, nine in the
 * decomposed form old macOS volumes store).
 */

/** Longest name in code points, without its ending. */
const maxCodePoints = 80;
/** Longest name in bytes, without its ending; most file systems take 255 in all. */
const maxBytes = 200;

/** Refused by Windows, by Obsidian's links (`# ^ [ ] |`) or meaning something in addresses (`%`). */
const refused = /[<>:"/\\|?*#^%[\]]/g;
// Control characters, format characters (zero width, bidi, tags, byte-order mark), line and
// paragraph separators, lone surrogates, private use.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
/** Device names, reserved with any ending ("con.tar.gz" too). */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The longest beginning of whole graphemes within both limits; of a monstrous grapheme, its first code points. */
function shorten(name: string, codePoints: number, bytes: number): string {
  let short = '';
  let points = 0;
  let size = 0;
  for (const { segment } of segmenter.segment(name)) {
    points += [...segment].length;
    size += bytesOf(segment);
    if (points > codePoints || size > bytes) return short === '' ? [...segment].slice(0, 16).join('') : short;
    short += segment;
  }
  return short;
}

/** Windows drops trailing dots and spaces silently; a leading dot hides, a leading dash is an option. */
const trimEdges = (name: string): string => name.replace(/^[\s.\-~]+/u, '').replace(/[\s.]+$/u, '');

function cleanName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(invisible, '')
    .replace(refused, ' ')
    .replace(/\s+/gu, ' ');
  const name = trimEdges(shorten(trimEdges(plain), maxCodePoints, maxBytes));
  if (name === '') return 'untitled';
  return reserved.test(name) ? `_${shorten(name, maxCodePoints - 1, maxBytes - 1)}` : name;
}

/** How a name is compared: file systems differ in case and in normal form. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');

/**
 * A file name (without ending) for a title, different from all in `taken` even where
 * case doesn't count. Adds the name's key to `taken`.
 *
 * @returns At most 80 code points and 200 bytes of UTF-8, never empty.
 */
export function safeFileName(title: string, taken: Set<string>): string {
  const base = cleanName(title);
  let name = base;
  for (let number = 2; taken.has(keyOf(name)); number++) {
    const suffix = ` (${number})`;
    name = `${trimEdges(shorten(base, maxCodePoints - suffix.length, maxBytes - suffix.length))}${suffix}`;
  }
  taken.add(keyOf(name));
  return name;
}
