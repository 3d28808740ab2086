/** The source of a page before it is parsed: character set, missing frame, where it was saved from. */
import { type DecodedText, decodeText } from './decode-text';

/** Bytes searched for a declared character set (browsers look at 1024; templates are wordier today). */
const declarationBytes = 8192;

/** The character set a page declares in an XML declaration or a meta element, or empty. */
export function declaredCharset(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, declarationBytes));
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  return xml?.[1] ?? /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? '';
}

/** Decodes a page by byte-order mark, declaration and content. */
export function decodeHtml(bytes: Uint8Array): Promise<DecodedText> {
  return decodeText(bytes, declaredCharset(bytes));
}

/** True when text begins as only a web page begins. */
export function isPlainlyHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '');
  return /^(?:<!doctype\s+html|<html[\s>])/i.test(head);
}

/** Elements written `<script/>` in XHTML would swallow the rest of the page as HTML. */
const selfClosed = /<(script|style|title|iframe|textarea|noscript|template|a|div|p|span|i|b|em|strong)\b([^<>]*)\/>/gi;

/** A whole page: XHTML's short forms written out, `<html>` and `<body>` supplied where missing. */
export function wholePage(html: string): string {
  const isXml = /^\s*<\?xml|<html[^>]+xmlns/i.test(html.slice(0, 4096));
  const source = (isXml ? html.replace(selfClosed, '<$1$2></$1>') : html).replace(/^\s*<\?xml[^>]*\?>/, '');
  if (/<html[\s>]/i.test(source) && /<body[\s>]/i.test(source)) return source;
  const attributes = /<html\b([^<>]*)>/i.exec(source)?.[1] ?? '';
  const content = source.replace(/<!doctype[^<>]*>/gi, '').replace(/<\/?(?:html|head|body)\b[^<>]*>/gi, '');
  return `<!doctype html><html${attributes}><head></head><body>${content}</body></html>`;
}

/** The address a browser or SingleFile noted in a comment when it saved the page, or empty. */
export function savedFrom(html: string): string {
  const head = html.slice(0, 8192);
  const single = /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i.exec(head);
  return single?.[1] ?? /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i.exec(head)?.[1] ?? '';
}

/**
 * The part of a page somebody chose: what browsers put between two comments on the
 * clipboard, or markup without any frame of a page. Null for a whole page.
 */
export function fragmentOf(html: string): string | null {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html);
  if (start) return html.slice(start.index + start[0].length).replace(/<!--\s*EndFragment\s*-->[\s\S]*$/i, '');
  return /<(?:!doctype|html|head|body)\b/i.test(html) ? null : html;
}
