/**
 * The pictures this window knows of, with their sizes in pixels: those of the documents it
 * showed. A picture's name is its content, so what is known of it holds for every document.
 */
import type { DocumentView } from '@shared/contract/document-shapes';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const sizes = new Map<string, PictureSize>();

/** Takes note of the pictures of a document; call before its body is shown. */
export function notePictures(pictures: DocumentView['pictures']): void {
  for (const [asset, [width, height]] of Object.entries(pictures)) notePicture(asset, { width, height });
}

/** Takes note of one picture. */
export function notePicture(asset: string, size: PictureSize): void {
  sizes.set(asset, size);
}

/** The size of a picture the archive has; undefined for one it does not, or not any more. */
export const pictureSize = (asset: string): PictureSize | undefined => sizes.get(asset);
