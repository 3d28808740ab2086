/**
 * Whether bytes are an SVG drawing, and its size. Strict: UTF-8, tags in balance, one
 * root element of SVG's namespace, no declarations of its own. What a drawing holds is not
 * judged: it is only ever shown as a picture, where nothing in it runs or loads.
 */
import { decodeUtf8 } from '../text/decode-utf8';
import type { Size } from './raster-sizes';

const namespace = 'http://www.w3.org/2000/svg';

/** Deeper than any drawing program writes. */
const maxDepth = 256;

const name = '[A-Za-z_][\\w:.-]*';
const attribute = `\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
/** Whatever may stand in a document: text without markup, or one whole piece of markup. */
const piece = new RegExp(
  [
    '[^<]+',
    '<!--(?:(?!--)[\\s\\S])*-->',
    '<!\\[CDATA\\[(?:(?!\\]\\]>)[\\s\\S])*\\]\\]>',
    '<\\?(?:(?!\\?>)[\\s\\S])*\\?>',
    // a document type without declarations of its own, which could grow
    '<!DOCTYPE\\s+[^<>[\\]]*>',
    `<\\/(?<closed>${name})\\s*>`,
    `<(?<opened>${name})(?<attributes>(?:${attribute})*)\\s*(?<empty>\\/?)>`,
  ].join('|'),
  'y',
);

/** The size a drawing asks for, in CSS pixels; null for what is no well-formed drawing. */
export function svgSize(bytes: Uint8Array): Size | null {
  if (!looksLikeXml(bytes)) return null;
  const text = decodeUtf8(bytes)?.trimStart() ?? null;
  const attributes = text === null ? null : rootAttributes(text);
  if (attributes === null) return null;
  return sizeOf(attributes);
}

/** A `<` is the first thing that is no white space; saves decoding what is plainly something else. */
function looksLikeXml(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at++;
  return bytes[at] === 0x3c;
}

/** Attributes of the root element of a well-formed drawing, else null. */
function rootAttributes(text: string): ReadonlyMap<string, string> | null {
  const open: string[] = [];
  let root: ReadonlyMap<string, string> | null = null;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (found === null) return null;
    const { closed, opened, attributes = '', empty } = found.groups ?? {};
    if (opened !== undefined) {
      if (open.length === 0) {
        if (root !== null) return null;
        root = attributesOf(attributes);
        if (!isDrawing(opened, root)) return null;
      }
      if (empty === '') open.push(opened);
      if (open.length > maxDepth) return null;
    } else if (closed !== undefined) {
      if (open.pop() !== closed) return null;
    } else if (open.length === 0 && /^[^<]/.test(found[0]) && found[0].trim() !== '') return null;
  }
  return open.length === 0 ? root : null;
}

function isDrawing(element: string, attributes: ReadonlyMap<string, string>): boolean {
  const [prefix, local] = element.includes(':') ? element.split(':') : ['', element];
  return local === 'svg' && attributes.get(prefix ? `xmlns:${prefix}` : 'xmlns') === namespace;
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = source.matchAll(new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'));
  return new Map([...found].map(([, key = '', double, single]) => [key, double ?? single ?? '']));
}

/** CSS pixels a unit. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};
/** What CSS gives a picture that asks for no size. */
const fallback: Size = { width: 300, height: 150 };

function sizeOf(attributes: ReadonlyMap<string, string>): Size {
  const width = lengthOf(attributes.get('width'));
  const height = lengthOf(attributes.get('height'));
  const [, , boxWidth = 0, boxHeight = 0] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0;
  if (width !== null && height !== null) return { width, height };
  if (!hasBox) return { width: width ?? fallback.width, height: height ?? fallback.height };
  if (width !== null) return { width, height: atLeastOne((width * boxHeight) / boxWidth) };
  if (height !== null) return { width: atLeastOne((height * boxWidth) / boxHeight), height };
  return { width: atLeastOne(boxWidth), height: atLeastOne(boxHeight) };
}

const atLeastOne = (pixels: number): number => Math.max(1, Math.round(pixels));

/** Null for a share of what is around, and for what is no length. */
function lengthOf(value: string | undefined): number | null {
  const found = /^\s*\+?(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*$/i.exec(value ?? '');
  const unit = units[found?.[2]?.toLowerCase() ?? ''];
  if (found === null || unit === undefined) return null;
  const pixels = Math.round(Number(found[1]) * unit);
  return pixels > 0 ? pixels : null;
}
