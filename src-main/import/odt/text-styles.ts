/** What the styles of an OpenDocument text mean to us: emphasis, quotations, code, titles, highlighting, kinds of lists. */
import type { ListKind, Mark } from '@shared/model/block';
import { childOf, childrenOf, type XmlElement } from '../xml';

interface Style {
  readonly name: string;
  readonly parent: string;
  readonly text: Readonly<Record<string, string>>;
}

/** Deepest chain of styles followed. */
const maxSteps = 32;
/** LibreOffice writes what names may not hold as `_20_`. */
const readable = (name: string): string =>
  name.replace(/_([0-9a-f]{1,6})_/g, (_, code: string) => codePoint(Number.parseInt(code, 16))).toLowerCase();
const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

export class TextStyles {
  private readonly styles = new Map<string, Style>();
  /** List style → the kind of each level. */
  private readonly lists = new Map<string, readonly ListKind[]>();

  /** @param groups - `office:styles` and `office:automatic-styles`, of both parts */
  constructor(groups: readonly (XmlElement | undefined)[]) {
    for (const group of groups) {
      for (const style of childrenOf(group, 'style:style'))
        this.styles.set(style.attributes['style:name'] ?? '', {
          name: readable(style.attributes['style:display-name'] ?? style.attributes['style:name'] ?? ''),
          parent: style.attributes['style:parent-style-name'] ?? '',
          text: childOf(style, 'style:text-properties')?.attributes ?? {},
        });
      for (const list of childrenOf(group, 'text:list-style'))
        this.lists.set(
          list.attributes['style:name'] ?? '',
          childrenOf(list).map(({ name }) => (name === 'text:list-level-style-number' ? 'ordered' : 'bulleted')),
        );
    }
  }

  private chain(name: string | undefined): readonly Style[] {
    const found: Style[] = [];
    for (let next = name ?? ''; next !== '' && found.length < maxSteps; ) {
      const style = this.styles.get(next);
      if (!style) break;
      found.push(style);
      next = style.parent;
    }
    return found;
  }

  private is(name: string | undefined, pattern: RegExp): boolean {
    return pattern.test(readable(name ?? '')) || this.chain(name).some((style) => pattern.test(style.name));
  }

  isTitle = (name: string | undefined): boolean => this.is(name, /^title$/);
  isQuote = (name: string | undefined): boolean => this.is(name, /^quotations?$|^block ?quot|^block text$/);
  isCaption = (name: string | undefined): boolean => this.is(name, /^(?:caption|illustration|figure)$/);
  isCode = (name: string | undefined): boolean => this.is(name, /^preformatted text$|^source ?code$/);

  listKind(name: string | undefined, depth: number): ListKind {
    const levels = this.lists.get(name ?? '') ?? [];
    return levels[depth] ?? levels.at(-1) ?? 'bulleted';
  }

  /** True for words with a background of their own. */
  isHighlighted(name: string | undefined): boolean {
    const colour = this.property(name, 'fo:background-color');
    return colour !== undefined && colour !== 'transparent' && colour.toLowerCase() !== '#ffffff';
  }

  private property(name: string | undefined, property: string): string | undefined {
    return this.chain(name).find(({ text }) => text[property] !== undefined)?.text[property];
  }

  /** Emphasis of a span, beside that of what it stands in. */
  marks(name: string | undefined, outer: readonly Mark[]): readonly Mark[] {
    const marks = new Set(outer);
    const value = (property: string): string => this.property(name, property) ?? '';
    if (/^(?:bold|[6-9]00)$/.test(value('fo:font-weight'))) marks.add('bold');
    if (/^(?:italic|oblique)$/.test(value('fo:font-style'))) marks.add('italic');
    if (isLine(value('style:text-underline-style')) && !this.is(name, /^(?:internet link|visited internet link)$/))
      marks.add('underline');
    if (isLine(value('style:text-line-through-style')) || isLine(value('style:text-line-through-type')))
      marks.add('strike');
    if (/^sub|^-/.test(value('style:text-position'))) marks.add('sub');
    else if (/^(?:super|[1-9])/.test(value('style:text-position'))) marks.add('sup');
    if (this.is(name, /^source[ _]?text$|^teletype$/)) marks.add('code');
    return [...marks];
  }
}

const isLine = (style: string): boolean => style !== '' && style !== 'none';
