/**
 * What a picture is, told by its first bytes and headers, never by a name: its kind and
 * its size in pixels. Decodes nothing. Pure.
 */
import type { AssetMediaType } from '../model/asset';
import { avifSize, gifSize, jpegSize, pngSize, type Size, webpSize } from './raster-sizes';
import { svgSize } from './svg-size';

export interface SniffedImage extends Size {
  readonly mediaType: AssetMediaType;
}

const readers: readonly (readonly [AssetMediaType, (bytes: Uint8Array) => Size | null])[] = [
  ['image/png', pngSize],
  ['image/jpeg', jpegSize],
  ['image/gif', gifSize],
  ['image/webp', webpSize],
  ['image/avif', avifSize],
  ['image/svg+xml', svgSize],
];

/** The kind and size of a picture; null for bytes that are none, are cut off before their size, or have none. */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  for (const [mediaType, sizeOf] of readers) {
    const size = sizeOf(bytes);
    if (size !== null && size.width > 0 && size.height > 0) return { mediaType, ...size };
  }
  return null;
}
