/**
 * HTML to our own blocks, by allow-list: nothing of the page's markup survives, and
 * no word is lost but what html-elements drops. Walks without recursion, so that
 * tags nested ten thousand deep are only flattened.
 */
import type { Block, HeadingLevel, ListKind } from '@shared/model/block';
import { BlockBuilder, type FigureState, type ListItemState, plain, type Shape, type TextStyle } from './block-builder';
import { type DomElement, type DomNode, isElement, textNode } from './dom';
import { isBlockLevel, isDropped, marksWithin, mediaElements, rawText, safeLink } from './html-elements';
import type { TakePicture } from './html-pictures';
import { TableBuilder } from './table-builder';

/** What the converter knows at a place of the page. */
interface Context {
  readonly builder: BlockBuilder;
  readonly shape: Shape;
  readonly style: TextStyle;
  readonly list: { readonly kind: ListKind; readonly depth: number } | null;
  readonly figure: FigureState | null;
  readonly table: TableBuilder | null;
  readonly tableDepth: number;
}

export interface HtmlBlocks {
  readonly blocks: readonly Block[];
  /** Pictures not kept, where nobody was there to take (and count) them. */
  readonly images: number;
  /** Films, recordings and embedded pages. */
  readonly media: number;
  /** Links whose full address is not known or which may not be kept. */
  readonly links: number;
}

/** Deepest list the document format holds. */
const maxListDepth = 32;
/** Tables in tables beyond this are laid out as text. */
const maxTableDepth = 2;

interface Step {
  readonly node: DomNode;
  readonly context: Context;
  readonly leave: boolean;
}

/** What is written where an element begins (see passage-marks), and whether its own words are a sign and not read. */
export type MarkOf = (element: DomElement) => { readonly mark: string; readonly isSign: boolean } | null;

/**
 * Converts what an element holds. `base` is the page's address for its links, or empty; `take` gets its pictures;
 * `markOf` is asked of every element.
 */
export function htmlBlocks(root: DomElement, base: string, take?: TakePicture, markOf?: MarkOf): HtmlBlocks {
  const conversion = new Conversion(base, take, markOf);
  conversion.run(root);
  return conversion.result();
}

class Conversion {
  private readonly builder = new BlockBuilder();
  private images = 0;
  private media = 0;
  private links = 0;
  private readonly base: string;
  private readonly take: TakePicture | undefined;
  private readonly markOf: MarkOf | undefined;

  constructor(base: string, take: TakePicture | undefined, markOf: MarkOf | undefined) {
    this.base = base;
    this.take = take;
    this.markOf = markOf;
  }

  run(root: DomElement): void {
    const context: Context = {
      builder: this.builder,
      shape: { type: 'paragraph' },
      style: plain,
      list: null,
      figure: null,
      table: null,
      tableDepth: 0,
    };
    const steps: Step[] = [{ node: root, context, leave: false }];
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { node, context: outer } = step;
      if (node.nodeType === textNode) outer.builder.text(node.textContent ?? '', outer.style, outer.shape);
      if (!isElement(node)) continue;
      if (step.leave) {
        this.leave(node, outer);
        continue;
      }
      const inner = this.enter(node, outer);
      if (!inner) continue;
      steps.push({ node, context: inner, leave: true });
      const children: Step[] = [];
      for (let child = node.firstChild; child; child = child.nextSibling)
        children.push({ node: child, context: inner, leave: false });
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child) steps.push(child);
      }
    }
  }

  result(): HtmlBlocks {
    return { blocks: this.builder.finished(), images: this.images, media: this.media, links: this.links };
  }

  /** Begins an element; the context of its children, or null when they are not to be walked. */
  private enter(element: DomElement, context: Context): Context | null {
    if (mediaElements.has(element.localName)) this.media++;
    if (element.localName === 'input') this.checkbox(element, context);
    const dropped = isDropped(element);
    if (!dropped && isBlockLevel(element)) context.builder.end();
    const marked = this.markOf?.(element) ?? null;
    if (marked !== null) context.builder.mark(marked.mark);
    if (dropped || marked?.isSign) return null;
    switch (element.localName) {
      case 'br':
        context.builder.lineBreak(context.style, context.shape);
        return null;
      case 'hr':
        context.builder.block({ type: 'rule' });
        return null;
      case 'img':
      case 'amp-img':
        this.image(element, context);
        return null;
      case 'pre':
        this.code(element, context);
        return null;
      case 'table':
        return this.table(context);
      case 'tr':
        context.table?.startRow();
        return context;
      case 'td':
      case 'th':
        return this.cell(element, context);
      default:
        return this.enterText(element, context);
    }
  }

  private enterText(element: DomElement, context: Context): Context {
    const name = element.localName;
    const heading = /^h([1-6])$/.exec(name);
    if (heading) return { ...context, shape: { type: 'heading', level: headingLevel(Number(heading[1])) } };
    if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') {
      const depth = Math.min(context.list ? context.list.depth + 1 : 0, maxListDepth);
      return { ...context, list: { kind: name === 'ol' ? 'ordered' : 'bulleted', depth } };
    }
    if (name === 'li') return { ...context, shape: { type: 'listItem', item: newItem(context) } };
    if (name === 'blockquote') return { ...context, shape: { type: 'quote' } };
    if (name === 'figure') return { ...context, figure: { image: -1 } };
    if (name === 'figcaption' && context.figure)
      return { ...context, shape: { type: 'caption', figure: context.figure } };
    if (name === 'q') context.builder.text('“', context.style, context.shape);
    const marks = marksWithin(element, context.style.marks);
    if (name === 'a') return { ...context, style: { marks, link: this.link(element) ?? context.style.link } };
    return marks === context.style.marks ? context : { ...context, style: { marks, link: context.style.link } };
  }

  private leave(element: DomElement, context: Context): void {
    if (element.localName === 'q') context.builder.text('”', context.style, context.shape);
    if (isBlockLevel(element)) context.builder.end();
    if (element.localName === 'table' && context.table) context.table.finish();
  }

  private link(element: DomElement): string | undefined {
    const href = element.getAttribute('href');
    const link = safeLink(href, this.base);
    if (href && !href.trim().startsWith('#') && link === undefined) this.links++;
    return link;
  }

  private image(element: DomElement, context: Context): void {
    const alt = (element.getAttribute('alt') ?? '').trim();
    // emoji drawn as pictures are words; pictures of one pixel count visits
    if (/^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u.test(alt)) {
      context.builder.text(alt, context.style, context.shape);
      return;
    }
    const isPixel = ['width', 'height'].some((side) => /^[012](px)?$/.test(element.getAttribute(side) ?? ''));
    if (isPixel) return;
    const taken = this.take?.(element) ?? null;
    if (taken === 'none') return;
    if (this.take === undefined) this.images++;
    context.builder.image(alt, context.figure, taken);
  }

  private code(element: DomElement, context: Context): void {
    const text = rawText(element).replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
    if (text === '') return;
    const holder = element.querySelector('code[class]') ?? element;
    const language = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})/.exec(holder.getAttribute('class') ?? '')?.[1];
    context.builder.block({ type: 'code', ...(language ? { language } : {}), text });
  }

  private table(context: Context): Context {
    if (context.tableDepth >= maxTableDepth) return { ...context, table: null };
    const table = new TableBuilder(context.builder);
    return {
      ...context,
      shape: { type: 'paragraph' },
      list: null,
      figure: null,
      table,
      tableDepth: context.tableDepth + 1,
    };
  }

  private cell(element: DomElement, context: Context): Context {
    if (!context.table) return context;
    const builder = context.table.startCell(element.localName === 'th', Number(element.getAttribute('colspan') ?? 1));
    return { ...context, builder, shape: { type: 'paragraph' }, list: null };
  }

  private checkbox(element: DomElement, context: Context): void {
    if (context.shape.type !== 'listItem' || element.getAttribute('type') !== 'checkbox') return;
    if (context.shape.item.index !== -1) return;
    context.shape.item.list = 'checked';
    context.shape.item.checked = element.hasAttribute('checked');
  }
}

const newItem = (context: Context): ListItemState => ({
  list: context.list?.kind ?? 'bulleted',
  depth: context.list?.depth ?? 0,
  checked: false,
  index: -1,
});

/** Clamps to the levels there are. */
export function headingLevel(level: number): HeadingLevel {
  const levels = [1, 2, 3, 4, 5, 6] as const;
  return levels[Math.min(Math.max(Math.trunc(level), 1), 6) - 1] ?? 6;
}
