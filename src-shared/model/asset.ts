/**
 * Pictures a document shows: kept once each by the SHA-256 of their bytes, named by the
 * image blocks of bodies. Nothing here knows how they are stored or shown.
 */
import type { Block, Body } from './block';
import type { Sha256 } from './ids';

/** Kinds of picture that are kept, with the ending a file of it has. */
export const assetExtensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
} as const;

export type AssetMediaType = keyof typeof assetExtensions;

/** A picture described; width and height in pixels. */
export interface AssetInfo {
  readonly sha256: Sha256;
  readonly mediaType: AssetMediaType;
  readonly width: number;
  readonly height: number;
}

export interface Asset extends AssetInfo {
  readonly bytes: Uint8Array;
}

/** What a picture and the pictures of a document may come to. */
export const assetLimits = {
  bytes: 32 * 1_048_576,
  /** A drawing is text that is parsed at every showing. */
  svgBytes: 4 * 1_048_576,
  /** Decoded, a pixel takes four bytes: 64 million are 256 MB. */
  pixels: 64_000_000,
  side: 30_000,
  documentBytes: 256 * 1_048_576,
} as const;

/** Every picture a body names, in the order of its blocks. */
export function assetsNamedBy(body: Body): ReadonlySet<Sha256> {
  const named = new Set<Sha256>();
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'image' && block.asset !== null) named.add(block.asset);
      if (block.type === 'table') for (const { cells } of block.rows) for (const cell of cells) walk(cell.blocks);
    }
  };
  walk(body.blocks);
  return named;
}
