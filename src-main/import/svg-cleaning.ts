/**
 * A drawing of a page written anew as a file of its own, by allow-list: shapes, words, colours and what they refer to
 * inside of the drawing. No script, no foreign markup, no animation, no address that leads out of it. Pure.
 */
import { assetLimits } from '@shared/model/asset';
import { type DomElement, type DomNode, isElement, textNode } from './dom';

/** Deeper drawings stay out. */
const maxDepth = 100;

/** Elements as SVG spells them; the page's parser has made their names lower case. */
const elements = new Map(
  [
    ...['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
    ...['text', 'tspan', 'textPath', 'title', 'desc', 'style', 'image', 'marker', 'mask', 'pattern', 'clipPath'],
    ...['linearGradient', 'radialGradient', 'stop', 'filter', 'feBlend', 'feColorMatrix', 'feComposite', 'feFlood'],
    ...['feGaussianBlur', 'feMerge', 'feMergeNode', 'feOffset', 'feDropShadow', 'feComponentTransfer', 'feFuncA'],
    ...['feFuncR', 'feFuncG', 'feFuncB', 'feMorphology', 'feTile', 'feTurbulence', 'feDisplacementMap'],
  ].map((name) => [name.toLowerCase(), name]),
);
/** Those that only group what they hold. */
const groups = new Set(['a', 'switch']);

/** Attributes that have capitals, for pages written without. */
const attributes = new Map(
  [
    ...['viewBox', 'preserveAspectRatio', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits'],
    ...['maskUnits', 'maskContentUnits', 'patternUnits', 'patternContentUnits', 'patternTransform', 'markerWidth'],
    ...['markerHeight', 'markerUnits', 'refX', 'refY', 'textLength', 'lengthAdjust', 'startOffset', 'stdDeviation'],
    ...['filterUnits', 'primitiveUnits', 'tableValues', 'baseFrequency', 'numOctaves', 'pathLength'],
  ].map((name) => [name.toLowerCase(), name]),
);

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can’t hold them
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(illegal, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** The drawing as a file; null for one that is too large or too deep. */
export function cleanDrawing(svg: DomElement): string | null {
  const cleaning = new Cleaning();
  cleaning.write(svg, 0);
  return cleaning.result();
}

class Cleaning {
  readonly #parts: string[] = [];
  #length = 0;
  #failed = false;

  result(): string | null {
    return this.#failed ? null : this.#parts.join('');
  }

  write(element: DomElement, depth: number): void {
    const name = groups.has(element.localName) ? 'g' : elements.get(element.localName);
    if (element.localName === 'foreignobject') this.#foreignWords(element);
    if (name === undefined || this.#failed) return;
    if (depth > maxDepth) this.#failed = true;
    this.#add(`<${name}${textOf(depth === 0 ? rootAttributes(element) : attributesOf(element, name))}>`);
    if (name === 'style') this.#add(escaped(inertStyle(element.textContent ?? '')));
    else for (let child = element.firstChild; child !== null; child = child.nextSibling) this.#child(child, depth);
    this.#add(`</${name}>`);
  }

  #child(child: DomNode, depth: number): void {
    if (child.nodeType === textNode) this.#add(escaped(child.textContent ?? ''));
    else if (isElement(child)) this.write(child, depth + 1);
  }

  /** Words that a drawing has as a piece of a page stay, in the middle of their place. */
  #foreignWords(element: DomElement): void {
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => Number(element.getAttribute(side) ?? 0));
    const [across, down] = [(x ?? 0) + (width ?? 0) / 2, (y ?? 0) + (height ?? 0) / 2];
    if (words === '' || !Number.isFinite(across) || !Number.isFinite(down)) return;
    this.#add(
      `<text x="${across}" y="${down}" text-anchor="middle" dominant-baseline="central">${escaped(words)}</text>`,
    );
  }

  #add(text: string): void {
    this.#length += text.length;
    // A character may take four bytes.
    if (this.#length > assetLimits.svgBytes / 4) this.#failed = true;
    if (!this.#failed) this.#parts.push(text);
  }
}

const textOf = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('');

/** With a size of its own: in the page it took that of its place. */
function rootAttributes(element: DomElement): ReadonlyMap<string, string> {
  const written = new Map([['xmlns', 'http://www.w3.org/2000/svg'], ...attributesOf(element, 'svg')]);
  const [, , width = '', height = ''] = (written.get('viewBox') ?? '').trim().split(/[\s,]+/);
  const isSized = ['width', 'height'].every((side) => /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(written.get(side) ?? ''));
  if (!isSized && Number(width) > 0 && Number(height) > 0) written.set('width', width).set('height', height);
  return written;
}

function attributesOf(element: DomElement, name: string): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const { name: given, value } of element.attributes) {
    const attribute = nameOf(given);
    if (attribute === null || written.has(attribute)) continue;
    const kept = attribute === 'href' ? inertReference(value, name) : inertValue(value);
    if (kept !== null) written.set(attribute, kept);
  }
  return written;
}

/** As SVG spells it; null for one that is not kept. */
function nameOf(given: string): string | null {
  const lower = given.toLowerCase();
  if (lower === 'xlink:href') return 'href';
  if (!/^[a-z][a-z0-9-]*$/.test(lower) || /^(?:on|data-|aria-|xmlns|role$|tabindex$)/.test(lower)) return null;
  return attributes.get(lower) ?? lower;
}

/** A place in the drawing itself, or a bitmap that stands in it. */
function inertReference(value: string, element: string): string | null {
  const address = value.trim();
  if (/^#[^\s"'<>]+$/.test(address)) return address;
  return element === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/.test(address)
    ? address
    : null;
}

/** A value without an address outside of the drawing; null when it holds one. */
const inertValue = (value: string): string | null =>
  [...value.matchAll(/url\s*\(\s*["']?([^"')\s]*)/gi)].every(([, address = '']) => address.startsWith('#')) &&
  !/[\\@]|javascript:|image-set|expression\s*\(/i.test(value)
    ? value
    : null;

/** A style sheet without rules that import or load. */
const inertStyle = (style: string): string =>
  style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@(?:import|charset|namespace|font-face)[^;{}]*(?:;|\{[^}]*\}|$)/gi, '')
    .split('}')
    .filter((rule) => inertValue(rule.replace(/@media/gi, '')) !== null)
    .join('}');
