/** What a Word file's styles and numbering mean to us: headings, quotations, code, lists, emphasis. */
import type { HeadingLevel, ListKind, Mark } from '@shared/model/block';
import { headingLevel } from '../html-blocks';
import { childOf, childrenOf, type XmlElement } from '../xml';

/** A list an item belongs to. */
export interface WordList {
  readonly kind: ListKind;
  readonly depth: number;
}

/** What a paragraph is by its style and its own properties. */
export interface ParagraphKind {
  readonly heading: HeadingLevel | null;
  readonly quote: boolean;
  readonly title: boolean;
  readonly code: boolean;
  readonly caption: boolean;
  readonly list: WordList | null;
}

interface Style {
  readonly name: string;
  readonly basedOn: string;
  readonly properties: XmlElement | undefined;
  readonly runProperties: XmlElement | undefined;
}

/** Deepest chain of styles followed, and deepest list kept. */
const maxSteps = 32;

export class WordStyles {
  private readonly styles = new Map<string, Style>();
  /** Number of a list → its levels' formats. */
  private readonly lists = new Map<string, readonly string[]>();

  constructor(styles: XmlElement | undefined, numbering: XmlElement | undefined) {
    for (const style of childrenOf(styles, 'w:style'))
      this.styles.set(style.attributes['w:styleId'] ?? '', {
        name: (childOf(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase(),
        basedOn: childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '',
        properties: childOf(style, 'w:pPr'),
        runProperties: childOf(style, 'w:rPr'),
      });
    this.readNumbering(numbering);
  }

  private readNumbering(numbering: XmlElement | undefined): void {
    const abstract = new Map<string, readonly string[]>();
    for (const list of childrenOf(numbering, 'w:abstractNum')) {
      const formats = childrenOf(list, 'w:lvl').map((level) => childOf(level, 'w:numFmt')?.attributes['w:val'] ?? '');
      abstract.set(list.attributes['w:abstractNumId'] ?? '', formats);
    }
    for (const number of childrenOf(numbering, 'w:num'))
      this.lists.set(
        number.attributes['w:numId'] ?? '',
        abstract.get(childOf(number, 'w:abstractNumId')?.attributes['w:val'] ?? '') ?? [],
      );
  }

  /** A style and those it is based on, nearest first. */
  private chain(id: string): readonly Style[] {
    const found: Style[] = [];
    for (let next = id; next !== '' && found.length < maxSteps; ) {
      const style = this.styles.get(next);
      if (!style) break;
      found.push(style);
      next = style.basedOn;
    }
    return found;
  }

  paragraph(properties: XmlElement | undefined): ParagraphKind {
    const chain = this.chain(childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? '');
    const layers = [properties, ...chain.map((style) => style.properties)];
    const named = (pattern: RegExp) => chain.some(({ name }) => pattern.test(name));
    return {
      heading: this.heading(chain, layers),
      quote: named(/^(?:intense )?quote$|^block ?(?:text|quote)|^quotations?$/),
      title: chain[0]?.name === 'title',
      code: named(/^source ?code$|^html preformatted$|^preformatted text$|^code$/),
      caption: named(/^caption$/),
      list: this.list(layers),
    };
  }

  private heading(chain: readonly Style[], layers: readonly (XmlElement | undefined)[]): HeadingLevel | null {
    for (const { name } of chain) {
      const level = /^heading (\d)$/.exec(name)?.[1];
      if (level) return headingLevel(Number(level));
    }
    const outline = first(layers, (layer) => childOf(layer, 'w:outlineLvl')?.attributes['w:val']);
    // level 9 is body text
    return outline !== undefined && Number(outline) < 9 ? headingLevel(Number(outline) + 1) : null;
  }

  private list(layers: readonly (XmlElement | undefined)[]): WordList | null {
    const number = first(layers, (layer) => childOf(layer, 'w:numPr', 'w:numId')?.attributes['w:val']);
    // number 0 takes an item out of the list its style puts it in
    if (number === undefined || number === '0') return null;
    const level = Number(first(layers, (layer) => childOf(layer, 'w:numPr', 'w:ilvl')?.attributes['w:val']) ?? 0);
    const depth = Number.isInteger(level) ? Math.min(Math.max(level, 0), maxSteps) : 0;
    const format = this.lists.get(number)?.[depth] ?? 'bullet';
    return { kind: format === 'bullet' || format === 'none' ? 'bulleted' : 'ordered', depth };
  }

  /** Emphasis of a run by its character style and its own properties. */
  marks(properties: XmlElement | undefined): readonly Mark[] {
    const chain = this.chain(childOf(properties, 'w:rStyle')?.attributes['w:val'] ?? '');
    const layers = [properties, ...chain.map((style) => style.runProperties)];
    const on = (name: string) => isOn(first(layers, (layer) => childOf(layer, name)));
    const marks: Mark[] = [];
    if (on('w:b')) marks.push('bold');
    if (on('w:i')) marks.push('italic');
    const link = chain.some(({ name }) => name === 'hyperlink' || name === 'followedhyperlink');
    if (on('w:u') && !link) marks.push('underline');
    if (on('w:strike') || on('w:dstrike')) marks.push('strike');
    if (chain.some(({ name }) => /verbatim char|html code|html keyboard|source text/.test(name))) marks.push('code');
    const raised = first(layers, (layer) => childOf(layer, 'w:vertAlign'))?.attributes['w:val'];
    if (raised === 'subscript') marks.push('sub');
    if (raised === 'superscript') marks.push('sup');
    return marks;
  }
}

/** A switch is on when it is there, unless it says otherwise. */
function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'none', 'off'].includes(property.attributes['w:val'] ?? '');
}

function first<In, Out>(values: readonly In[], find: (value: In) => Out | undefined): Out | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
