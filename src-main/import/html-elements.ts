/** Which HTML elements mean what: the allow-list the converter works from. */
import type { Mark } from '@shared/model/block';
import type { DomElement } from './dom';
import { isElement, textNode } from './dom';

/** Never read: code, resources, and what is drawn rather than written. */
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'frame',
  'svg',
  'canvas',
  'object',
  'embed',
  'applet',
  'video',
  'audio',
  'source',
  'track',
  'title',
  'meta',
  'link',
  'base',
  'map',
  'area',
  'datalist',
  'param',
  'input',
  'textarea',
]);

/** Elements that begin a new block; every other unknown element only gives its text. */
const blockLevel = new Set([
  'html',
  'head',
  'body',
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'pre',
  'section',
  'search',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'caption',
  'noframes',
  'frameset',
  'select',
]);

const markOf: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** The emphasis of an element's name, if it has one. */
export function markOfElement(name: string): Mark | undefined {
  return Object.hasOwn(markOf, name) ? markOf[name] : undefined;
}

/** Moving pictures and sound, counted as not kept. */
export const mediaElements: ReadonlySet<string> = new Set(['video', 'audio', 'iframe', 'object', 'embed']);

/** True for elements whose content is not part of the text; hidden ones too. */
export const isDropped = (element: DomElement): boolean => dropped.has(element.localName) || isHidden(element);

/** True for elements a page does not show. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  return /(?:^|;)\s*display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** True for elements that stand on lines of their own. */
export function isBlockLevel(element: DomElement): boolean {
  if (blockLevel.has(element.localName)) return true;
  return element.localName.includes('-') && !besideText(element);
}

/** A page's own element (`<x-text>`) is a block unless words stand directly beside it. */
function besideText(element: DomElement): boolean {
  return [element.previousSibling, element.nextSibling].some(
    (node) => node?.nodeType === textNode && /\S/.test(node.textContent ?? ''),
  );
}

/** The emphasis an element and its style add to those it stands in. */
export function marksWithin(element: DomElement, outer: readonly Mark[]): readonly Mark[] {
  const style = element.getAttribute('style') ?? '';
  const own = markOfElement(element.localName);
  const marks = new Set(outer);
  // word processors wrap what they put on the clipboard in a <b> that is not bold
  if (own && !(own === 'bold' && /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style))) marks.add(own);
  if (style !== '' && !isBlockLevel(element)) {
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) marks.add('bold');
    if (/font-style\s*:\s*italic/i.test(style)) marks.add('italic');
    if (/text-decoration[^;]*:\s*[^;]*line-through/i.test(style)) marks.add('strike');
  }
  return marks.size === outer.length ? outer : [...marks];
}

/**
 * A link's full address, or undefined when it may not be kept: only http, https and
 * mailto, resolved against the page's address; places inside the page are none.
 */
export function safeLink(href: string | null, base: string): string | undefined {
  const address = href?.trim() ?? '';
  if (address === '' || address.startsWith('#') || address.length > 8192) return undefined;
  const url = URL.canParse(address, base || undefined) ? new URL(address, base || undefined) : null;
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  return /^(https?:\/\/|mailto:)/i.test(url.href) ? url.href : undefined;
}

/** The text of an element as it stands, `<br>` as line breaks; for `<pre>`. Walks without recursion. */
export function rawText(root: DomElement): string {
  const parts: string[] = [];
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === textNode) parts.push(node.textContent ?? '');
    const skipped = isElement(node) && isDropped(node);
    if (isElement(node) && node.localName === 'br') parts.push('\n');
    if (node.firstChild && !skipped) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = !node || node === root ? null : node.nextSibling;
  }
  return parts.join('');
}
