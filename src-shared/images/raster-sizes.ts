/**
 * The sizes of PNG, JPEG, GIF, WebP and AVIF pictures, read from their headers. Each
 * answers null when the bytes are not of its kind or end before the size is told.
 */

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const asciiAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Signature, then the IHDR chunk, which is always first. */
export function pngSize(bytes: Uint8Array): Size | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 33 || signature.some((byte, at) => bytes[at] !== byte)) return null;
  if (asciiAt(bytes, 12, 4) !== 'IHDR') return null;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The logical screen of either version. */
export function gifSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 13 || !/^GIF8[79]a$/.test(asciiAt(bytes, 0, 6))) return null;
  const view = viewOf(bytes);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Walks the segments to the frame header (SOF0–SOF15 but the tables DHT, JPG and DAC). */
export function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return turned(bytes, { width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    // the scan has begun, or the picture ended, without a frame
    if (marker === 0xda || marker === 0xd9) return null;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += standsAlone ? 2 : 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
}

/** A photograph taken upright is stored lying, with a word (EXIF orientation 5 to 8) about how to turn it. */
function turned(bytes: Uint8Array, { width, height }: Size): Size {
  return exifOrientation(bytes) >= 5 ? { width: height, height: width } : { width, height };
}

/** EXIF's orientation, 1 to 8; 1 where nothing is said. Looks at an APP1 segment near the front only. */
function exifOrientation(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 18 < bytes.length && bytes[at] === 0xff && (bytes[at + 1] ?? 0) >= 0xe0 && (bytes[at + 1] ?? 0) <= 0xef) {
    if (bytes[at + 1] === 0xe1 && asciiAt(bytes, at + 4, 4) === 'Exif') return orientationIn(bytes.subarray(at + 10));
    at += 2 + view.getUint16(at + 2);
  }
  return 1;
}

function orientationIn(tiff: Uint8Array): number {
  const view = viewOf(tiff);
  if (tiff.length < 10) return 1;
  const little = asciiAt(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return 1;
}

/** The first chunk tells: lossy (VP8), lossless (VP8L) or extended (VP8X, with the canvas). */
export function webpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30 || asciiAt(bytes, 0, 4) !== 'RIFF' || asciiAt(bytes, 8, 4) !== 'WEBP') return null;
  const view = viewOf(bytes);
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (asciiAt(bytes, 12, 4)) {
    case 'VP8X':
      return { width: uint24(24) + 1, height: uint24(27) + 1 };
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (asciiAt(bytes, 23, 3) !== '\x9d\x01\x2a') return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

/** Bytes looked through for the properties of an AVIF picture; they stand before its data. */
const avifHeaderBytes = 65_536;

/** An ISO media file of an AVIF brand; its largest `ispe` property is that of the whole picture. */
export function avifSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 32 || asciiAt(bytes, 4, 4) !== 'ftyp') return null;
  const view = viewOf(bytes);
  const brands = asciiAt(bytes, 8, Math.min(Math.max(view.getUint32(0) - 8, 0), 256));
  if (!/avi[fs]/.test(brands)) return null;
  let found: Size | null = null;
  const end = Math.min(bytes.length - 16, avifHeaderBytes);
  for (let at = 16; at <= end; at++) {
    if (bytes[at] !== 0x69 || asciiAt(bytes, at, 4) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (found === null || size.width * size.height > found.width * found.height) found = size;
  }
  return found;
}
