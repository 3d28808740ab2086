/** Small true pictures, made byte by byte; used by tests only. */

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part)),
  );
const big32 = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const little32 = (value: number): readonly number[] => big32(value).toReversed();
const little16 = (value: number): readonly number[] => [value & 0xff, value >> 8];

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(bytes: readonly number[]): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/** A grey-scale PNG of one shade, 0 to 255; its rows are stored, not deflated. Up to 250 × 250. */
export function pngOf(width: number, height: number, shade = 128): Uint8Array {
  const chunk = (name: string, data: readonly number[]): readonly number[] => {
    const typed = [...bytesOf(name), ...data];
    return [...big32(data.length), ...typed, ...big32(crc32(typed))];
  };
  const rows = Array.from({ length: height }, () => [0, ...Array.from({ length: width }, () => shade)]).flat();
  const stored = [1, ...little16(rows.length), ...little16(rows.length ^ 0xffff), ...rows];
  const zlib = [0x78, 0x01, ...stored, ...big32(adler32(rows))];
  return bytesOf(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    chunk('IHDR', [...big32(width), ...big32(height), 8, 0, 0, 0, 0]),
    chunk('IDAT', zlib),
    chunk('IEND', []),
  );
}

/** A GIF of one black pixel a place, drawn by the fewest codes that are whole: one pixel stands for the first row's first. */
export const gifOf = (width: number, height: number): Uint8Array =>
  bytesOf(
    'GIF89a',
    little16(width),
    little16(height),
    [0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0],
    little16(width),
    little16(height),
    [0, 2, 2, 0x44, 1, 0, 0x3b],
  );

/** The headers of a JPEG; EXIF's orientation where one is given. No picture follows. */
export function jpegHeaderOf(width: number, height: number, orientation?: number): Uint8Array {
  const exif =
    orientation === undefined
      ? []
      : [
          ...[0xff, 0xe1, 0, 34, ...bytesOf('Exif'), 0, 0],
          ...[...bytesOf('II'), 42, 0, 8, 0, 0, 0, 1, 0],
          ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
        ];
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return bytesOf([0xff, 0xd8], exif, [0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0], [0xff, 0xd9]);
}

/** A lossless WebP's headers, padded; no picture follows. */
export function webpHeaderOf(width: number, height: number): Uint8Array {
  const bits = ((width - 1) | ((height - 1) << 14)) >>> 0;
  const chunk = [0x2f, ...little32(bits), ...Array.from({ length: 11 }, () => 0)];
  return bytesOf('RIFF', little32(12 + chunk.length), 'WEBPVP8L', little32(chunk.length), chunk);
}

/** The boxes of an AVIF up to the size of its picture; no picture follows. */
export const avifHeaderOf = (width: number, height: number): Uint8Array =>
  bytesOf(
    big32(24),
    'ftypavif',
    big32(0),
    'mif1avif',
    big32(20),
    'ispe',
    big32(0),
    big32(width),
    big32(height),
    Array.from({ length: 16 }, () => 0),
  );

export const svgOf = (content: string, attributes = 'width="40" height="30"'): Uint8Array =>
  bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
