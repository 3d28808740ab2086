/** Whether bytes are a picture that is kept, and if not, why: the one rule for imports and for what is put into a note. */
import { assetLimits } from '../model/asset';
import { type SniffedImage, sniffImage } from './sniff-image';

/** `pixel`: counts visits, or keeps a place; nothing is lost by leaving it out. */
export type ImageRefusal = 'unknown' | 'too-large' | 'pixel';

export type AcceptedImage =
  | { readonly accepted: true; readonly image: SniffedImage }
  | { readonly accepted: false; readonly reason: ImageRefusal };

/** Pictures narrower or lower than this, in pixels, show nothing. */
const smallestSide = 3;

/** Looks at the bytes alone. */
export function acceptImage(bytes: Uint8Array): AcceptedImage {
  if (bytes.length > assetLimits.bytes) return { accepted: false, reason: 'too-large' };
  const image = sniffImage(bytes);
  if (image === null) return { accepted: false, reason: 'unknown' };
  const { mediaType, width, height } = image;
  const tooLarge =
    Math.max(width, height) > assetLimits.side ||
    width * height > assetLimits.pixels ||
    (mediaType === 'image/svg+xml' && bytes.length > assetLimits.svgBytes);
  if (tooLarge) return { accepted: false, reason: 'too-large' };
  if (Math.min(width, height) < smallestSide) return { accepted: false, reason: 'pixel' };
  return { accepted: true, image };
}
