/**
 * The little of the DOM the importers use, so that they compile without a browser's
 * types. The parser and the article extraction are loaded at first use.
 */

export interface DomNode {
  /** 1 element, 3 text, 8 comment, 9 document. */
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly setAttribute: (name: string, value: string) => void;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly replaceWith: (other: DomElement) => void;
  readonly remove: () => void;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly createElement: (name: string) => DomElement;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

export const elementNode = 1;
export const textNode = 3;
export const commentNode = 8;

/** Narrows a node to an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode;
}

/** Loads the parser: a function from a whole page (see html-source) to its tree; it runs and loads nothing. */
export async function domParser(): Promise<(html: string) => DomDocument> {
  const { parseHTML } = await import('linkedom');
  return (html) => parseHTML(html).document;
}

/** Parses one whole page. */
export async function parseDom(html: string): Promise<DomDocument> {
  return (await domParser())(html);
}

/**
 * Extracts a page's article (Mozilla's Readability), taking the page apart on the way;
 * null when there is none.
 *
 * @param enough Characters from which a first, strict attempt is taken.
 */
export async function extractArticle(page: DomDocument, enough: number): Promise<DomElement | null> {
  const { Readability } = await import('@mozilla/readability');
  const options = { charThreshold: enough, serializer: (node: unknown): unknown => node };
  // built by reflection because its type asks for a browser's Document, which this side does not know
  const reader: { readonly parse: () => { readonly content?: unknown } | null } = Reflect.construct(Readability, [
    page,
    options,
  ]);
  const article = reader.parse();
  return isDomElement(article?.content) ? article.content : null;
}

function isDomElement(value: unknown): value is DomElement {
  return typeof value === 'object' && value !== null && 'localName' in value && 'querySelector' in value;
}

/** Depth of the deepest element and number of elements; walks without recursion. */
export function measureDom(root: DomNode): { readonly depth: number; readonly elements: number } {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let node: DomNode | null = root;
  while (node) {
    if (isElement(node)) elements++;
    if (node.firstChild) {
      node = node.firstChild;
      deepest = Math.max(deepest, ++depth);
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return { depth: deepest, elements };
}
