/** Tells text from everything else by its first bytes. */

interface Signature {
  readonly looksLike: string;
  /** Latin-1 characters at `offset`. */
  readonly magic: string;
  readonly offset?: number;
}

/** Formats people do try to import, by their magic numbers (file(1), RFC 1952, PKWARE APPNOTE). */
const signatures: readonly Signature[] = [
  { looksLike: 'a PDF document', magic: '%PDF-' },
  { looksLike: 'a zip file or an office document', magic: 'PK\x03\x04' },
  { looksLike: 'an empty zip file', magic: 'PK\x05\x06' },
  { looksLike: 'an RTF document', magic: '{\\rtf' },
  { looksLike: 'an old Word, Excel or PowerPoint document', magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { looksLike: 'a PNG picture', magic: '\x89PNG\r\n\x1a\n' },
  { looksLike: 'a JPEG picture', magic: '\xff\xd8\xff' },
  { looksLike: 'a GIF picture', magic: 'GIF87a' },
  { looksLike: 'a GIF picture', magic: 'GIF89a' },
  { looksLike: 'a TIFF picture', magic: 'II*\0' },
  { looksLike: 'a TIFF picture', magic: 'MM\0*' },
  { looksLike: 'a WebP, AVI or WAV file', magic: 'RIFF' },
  { looksLike: 'a video or HEIC picture', magic: 'ftyp', offset: 4 },
  { looksLike: 'an Ogg recording', magic: 'OggS' },
  { looksLike: 'an MP3 recording', magic: 'ID3' },
  { looksLike: 'a gzip file', magic: '\x1f\x8b\x08' },
  { looksLike: 'a 7-Zip file', magic: '7z\xbc\xaf\x27\x1c' },
  { looksLike: 'an xz file', magic: '\xfd7zXZ\0' },
  { looksLike: 'a Zstandard file', magic: '\x28\xb5\x2f\xfd' },
  { looksLike: 'a RAR file', magic: 'Rar!\x1a\x07' },
  { looksLike: 'an SQLite database', magic: 'SQLite format 3\0' },
  { looksLike: 'a program', magic: '\x7fELF' },
  { looksLike: 'a program', magic: 'MZ\x90\0' },
  { looksLike: 'a program', magic: '\xcf\xfa\xed\xfe' },
  { looksLike: 'a Java class or a program', magic: '\xca\xfe\xba\xbe' },
  { looksLike: 'a font', magic: 'wOFF' },
  { looksLike: 'a font', magic: 'wOF2' },
  { looksLike: 'an Apple property list', magic: 'bplist00' },
];

/** Bytes looked at for control characters: enough to meet a header's zeroes. */
const sampleBytes = 65_536;
/** Share of control bytes above which content is no text; compressed data has about 10 %. */
const maxControlShare = 0.01;

/** Byte-order mark or plain pattern of UTF-16: every other byte of Latin text is zero. */
export function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const end = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (end < 8) return null;
  let evenZeroes = 0;
  let oddZeroes = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) evenZeroes++;
    if (bytes[index + 1] === 0) oddZeroes++;
  }
  const half = end / 2;
  if (oddZeroes > half * 0.6 && evenZeroes < half * 0.02) return 'utf-16le';
  if (evenZeroes > half * 0.6 && oddZeroes < half * 0.02) return 'utf-16be';
  return null;
}

/** Names what binary content looks like ("a PDF document"), or null when it may be text. */
export function looksBinary(bytes: Uint8Array): string | null {
  for (const { looksLike, magic, offset = 0 } of signatures) {
    let same = bytes.length >= offset + magic.length;
    for (let index = 0; same && index < magic.length; index++) same = bytes[offset + index] === magic.charCodeAt(index);
    if (same) return looksLike;
  }
  if (utf16Kind(bytes)) return null;
  const end = Math.min(bytes.length, sampleBytes);
  let controls = 0;
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] ?? 0;
    // tab, LF, VT, FF, CR and ESC (ISO-2022 character sets) occur in text
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls > end * maxControlShare ? 'binary data' : null;
}
