/**
 * XML of office files as a light tree. Bounded in size, depth and number of elements;
 * entities a document declares itself are not expanded, so none can grow.
 */
import type { Failure } from '@shared/outcome/outcome';

/** An element; `name` keeps its prefix as written ("w:p"), attributes too. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

/** Deeper than any program writes; what walks the tree may recurse this far. */
const maxDepth = 200;
/** A book of a thousand pages has some 500,000. */
const maxElements = 3_000_000;

/**
 * Parses a part of a file.
 *
 * @param broken - makes the refusal from a clause
 * @throws what `broken` makes, when there is no root element or the part passes a limit
 */
export async function parseXml(bytes: Uint8Array, broken: (reason: string) => Failure): Promise<XmlElement> {
  const { Parser } = await import('htmlparser2');
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > maxDepth) throw broken(`its elements are nested more than ${maxDepth} deep`);
        if (++elements > maxElements) throw broken(`it has more than ${maxElements} elements`);
        const element: OpenElement = { name, attributes: { ...attributes }, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag: () => {
        open.pop();
      },
      ontext: (text) => {
        const { children } = open.at(-1) ?? top;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(new TextDecoder(encodingOf(bytes)).decode(bytes));
  const root = top.children.find((node) => typeof node !== 'string');
  if (root === undefined) throw broken('it is not XML');
  return root;
}

/** Office files are UTF-8, or UTF-16 with a byte-order mark. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Child elements, of a name when one is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  );
}

/** The first child element along a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((parent, name) => childrenOf(parent, name)[0], element);
}

/** All elements of a name inside an element, in order. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** All text inside an element. */
export function textContent(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(textContent).join('');
}
