/**
 * Drawings that stand in a page as markup (`<svg>`), each replaced by a picture before the page is read: a
 * diagram by a drawing of its own, cleaned; one that only wraps a bitmap by that bitmap; icons stay out.
 */
import type { DomDocument, DomElement, DomNode } from './dom';
import { isElement } from './dom';
import { isHidden } from './html-elements';
import { cleanDrawing } from './svg-cleaning';

/** Stands before a drawing's number where it is shown; an address nothing can load. */
const drawingAddress = 'postil-drawing:';

/** Pages draw hundreds of icons; diagrams are few. */
const mostDrawings = 200;
/** Pixels; icons are smaller, or made of less. */
const smallestDiagram = 64;
const leastShapes = 4;
const shapes = 'path, rect, circle, ellipse, line, polyline, polygon, use, text, image, foreignobject';

/** Replaces them; answers the bytes of a drawing by its address in the page, null for any other address. */
export function liftDrawings(page: DomDocument): (address: string) => Uint8Array | null {
  const lifted: Uint8Array[] = [];
  for (const svg of outermost(page)) {
    const bitmap = wrappedBitmap(svg);
    if (bitmap !== null) replace(page, svg, bitmap, wordsOf(svg));
    else if (lifted.length < mostDrawings && isDiagram(svg)) {
      const cleaned = cleanDrawing(svg);
      if (cleaned === null) continue;
      lifted.push(new TextEncoder().encode(cleaned));
      replace(page, svg, `${drawingAddress}${lifted.length - 1}`, wordsOf(svg));
    }
  }
  return (address) =>
    address.startsWith(drawingAddress) ? (lifted[Number(address.slice(drawingAddress.length))] ?? null) : null;
}

function* outermost(page: DomDocument): Generator<DomElement> {
  for (const svg of [...page.querySelectorAll('svg')]) {
    let inside = svg.parentNode;
    while (inside !== null && !(isElement(inside) && inside.localName === 'svg')) inside = inside.parentNode;
    if (inside === null) yield svg;
  }
}

function replace(page: DomDocument, svg: DomElement, address: string, alt: string): void {
  const picture = page.createElement('img');
  picture.setAttribute('src', address);
  picture.setAttribute('alt', alt);
  svg.replaceWith(picture);
}

/** The address of the one bitmap a drawing shows, as covers of e-books are made; null when it draws anything else. */
function wrappedBitmap(svg: DomElement): string | null {
  const drawn = [...svg.querySelectorAll(shapes)];
  const [image] = drawn;
  if (drawn.length !== 1 || image?.localName !== 'image') return null;
  const address = (image.getAttribute('xlink:href') ?? image.getAttribute('href') ?? '').trim();
  return address === '' || address.startsWith('#') ? null : address;
}

/** Large, and made of words or of several parts. */
function isDiagram(svg: DomElement): boolean {
  if (isHidden(svg) || svg.getAttribute('aria-hidden') === 'true' || inControl(svg)) return false;
  const [, , boxWidth = 0, boxHeight = 0] = (svg.getAttribute('viewBox') ?? svg.getAttribute('viewbox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sides = [sideOf(svg, 'width', boxWidth), sideOf(svg, 'height', boxHeight)];
  if (sides.some((side) => !(side >= smallestDiagram))) return false;
  if (svg.querySelector('text, foreignobject') !== null) return true;
  return [...svg.querySelectorAll(shapes)].length >= leastShapes;
}

function inControl(svg: DomElement): boolean {
  let levels = 0;
  for (let node: DomNode | null = svg.parentNode; node !== null && levels < 4; node = node.parentNode, levels++)
    if (isElement(node) && ['button', 'nav', 'select', 'label'].includes(node.localName)) return true;
  return false;
}

/** As it is asked for in pixels, else as the drawing's own box has it. */
function sideOf(svg: DomElement, name: 'width' | 'height', box: number): number {
  const asked = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(svg.getAttribute(name) ?? '')?.[1];
  return asked === undefined ? box : Number(asked);
}

/** Longest description made of a drawing's own words, in code units. */
const longestWords = 300;

/** What it says it shows, else the words in it. */
function wordsOf(svg: DomElement): string {
  const title = [...svg.querySelectorAll('title')].find(({ parentNode }) => parentNode === svg);
  const said = svg.getAttribute('aria-label')?.trim() || title?.textContent?.trim();
  const words =
    said || [...svg.querySelectorAll('text, foreignobject')].map(({ textContent }) => textContent).join(' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, longestWords).toWellFormed();
}
