/**
 * What a picture is drawn as in a text: a button with the picture in it, which opens it
 * large, or a quiet frame with its alternative text where there are no bytes to show.
 */
import { assetAddress } from '@shared/contract/asset-address';
import { sha256Hex } from '@shared/model/ids';
import type { EditorWords } from '../editor-words';
import { type PictureSize, pictureSize } from './picture-sizes';

/** Class of the buttons; whoever shows pictures large listens for their clicks. */
export const pictureClass = 'picture';

/** What a button of a picture shows; null for any other element. */
export function shownPicture(
  element: Element | null,
): (PictureSize & { readonly asset: string; readonly alt: string }) | null {
  const button = element?.closest<HTMLElement>(`.editor-surface .${pictureClass}`);
  const asset = button?.dataset.asset ?? '';
  const size = pictureSize(asset);
  return size === undefined ? null : { asset, alt: button?.querySelector('img')?.alt ?? '', ...size };
}

/** The element of a picture; not editable. */
export function pictureElement(asset: string, alt: string, words: EditorWords): HTMLElement {
  const size = pictureSize(asset);
  return size === undefined ? frameElement(alt, words) : buttonElement(asset, alt, size, words);
}

function frameElement(alt: string, words: EditorWords): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'figure-frame';
  frame.contentEditable = 'false';
  frame.setAttribute('role', 'img');
  const label = words.pictureNotKept(alt);
  frame.setAttribute('aria-label', label);
  frame.dataset.label = label;
  return frame;
}

function buttonElement(asset: string, alt: string, { width, height }: PictureSize, words: EditorWords): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = pictureClass;
  button.contentEditable = 'false';
  button.dataset.asset = asset;
  button.setAttribute('aria-label', words.openPicture(alt));
  // its room is known before its bytes are here, so nothing jumps
  button.style.setProperty('--width', String(width));
  button.style.setProperty('--height', String(height));
  // the keys of the button, not of the text around it
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  });
  const image = document.createElement('img');
  image.alt = alt;
  image.width = width;
  image.height = height;
  image.loading = 'lazy';
  image.decoding = 'async';
  image.draggable = false;
  image.addEventListener('error', () => button.replaceWith(frameElement(alt, words)));
  image.src = assetAddress(sha256Hex(asset));
  button.append(image);
  return button;
}
