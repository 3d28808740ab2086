/** Markdown tokens to our own blocks. HTML inside goes through the same allow-list as a page's. */
import type { Block, Mention } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';
import { textOf } from '@shared/text/canonical-text';
import type { MarkedToken, Token } from 'marked';
import type { AssetCollector } from './asset-collector';
import { BlockBuilder, type FigureState, type ListItemState, plain, type Shape, type TextStyle } from './block-builder';
import { type DomDocument, domParser } from './dom';
import { headingLevel, htmlBlocks } from './html-blocks';
import { safeLink } from './html-elements';
import { type FindPicture, pictureTaker, type TakePicture } from './html-pictures';
import { wholePage } from './html-source';
import { InlineTags } from './inline-tags';
import { isCaptioned, languageOf, markOfToken, withMark, wordsOf } from './markdown-parts';
import { isMarkedToken, markdownTokens, wikiAddress } from './markdown-tokens';
import { TableBuilder } from './table-builder';

export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  readonly media: number;
  readonly links: number;
}

type ParseHtml = (html: string) => DomDocument;

interface Place {
  readonly builder: BlockBuilder;
  readonly shape: Shape;
  /** Depth of the next list. */
  readonly depth: number;
}

/** Deepest list the document format holds. */
const maxListDepth = 32;

/** What of a Markdown file lies outside of its text. */
export interface MarkdownSurroundings {
  /** Address relative links are resolved against, or empty. */
  readonly base: string;
  readonly findPicture: FindPicture;
  readonly pictures: AssetCollector;
  /** What a link to another file of the folder leads to; null for one that leads nowhere. */
  readonly mentioned: (address: string) => Mention['target'] | null;
  /** The document a link to another file of the folder leads to; null for one that leads nowhere. */
  readonly documentAt: (address: string) => DocumentUid | null;
}

/**
 * Converts a Markdown text without front matter.
 *
 * @throws RangeError when it is nested beyond the stack.
 */
export async function markdownBlocks(text: string, around: MarkdownSurroundings): Promise<MarkdownBlocks> {
  const tokens = await markdownTokens(text);
  const needsHtml = /[<&]/.test(text);
  const conversion = new MarkdownConversion(around, needsHtml ? await domParser() : null);
  return conversion.run(tokens);
}

class MarkdownConversion {
  private readonly base: string;
  private readonly around: MarkdownSurroundings;
  private readonly takePicture: TakePicture;
  private readonly parseHtml: ParseHtml | null;
  private readonly entities = new Map<string, string>();
  private media = 0;
  private links = 0;

  constructor(around: MarkdownSurroundings, parseHtml: ParseHtml | null) {
    this.base = around.base;
    this.around = around;
    this.takePicture = pictureTaker(around.pictures, around.findPicture).take;
    this.parseHtml = parseHtml;
  }

  run(tokens: readonly Token[]): MarkdownBlocks {
    const builder = new BlockBuilder();
    this.blocks(tokens, { builder, shape: { type: 'paragraph' }, depth: 0 });
    return { blocks: builder.finished(), media: this.media, links: this.links };
  }

  private blocks(tokens: readonly Token[], place: Place): void {
    for (const token of tokens) if (isMarkedToken(token)) this.block(token, place);
  }

  private block(token: MarkedToken, place: Place): void {
    const { builder, shape } = place;
    switch (token.type) {
      case 'space':
      case 'def':
        return;
      case 'heading':
        this.lines(token.tokens, builder, { type: 'heading', level: headingLevel(token.depth) });
        return;
      case 'paragraph':
        if (isCaptioned(token.tokens, shape)) this.figure(token.tokens, builder);
        else this.lines(token.tokens, builder, shape);
        return;
      case 'text':
        this.lines(token.tokens ?? [token], builder, shape);
        return;
      case 'blockquote':
        if (this.quotation(token.tokens, builder)) return;
        this.blocks(token.tokens, { ...place, shape: { type: 'quote' } });
        return;
      case 'list':
        builder.end();
        for (const item of token.items) this.item(item, token.ordered, place);
        return;
      case 'code':
        builder.block({ type: 'code', ...languageOf(token.lang), text: token.text });
        return;
      case 'hr':
        builder.block({ type: 'rule' });
        return;
      case 'table':
        this.table(token, builder);
        return;
      case 'html':
        this.html(token.text, builder);
        return;
      default:
        this.lines([token], builder, shape);
    }
  }

  private lines(tokens: readonly Token[], builder: BlockBuilder, shape: Shape): void {
    builder.end();
    this.inlines(tokens, builder, shape, plain);
    builder.end();
  }

  /** A quotation with its source: the last line is a link to a passage that is here. */
  private quotation(tokens: readonly Token[], builder: BlockBuilder): boolean {
    const said = tokens.filter(({ type }) => type !== 'space');
    const source = said.at(-1);
    const [dash, link] = source?.type === 'paragraph' ? (source.tokens ?? []) : [];
    if (said.length < 2 || dash?.raw !== '— ' || link?.type !== 'link' || typeof link.href !== 'string') return false;
    const target = this.around.mentioned(this.plain(link.href));
    const document = this.around.documentAt(this.plain(link.href));
    if (target === null || !('annotation' in target) || document === null) return false;
    const quoted = new BlockBuilder();
    this.blocks(said.slice(0, -1), { builder: quoted, shape: { type: 'paragraph' }, depth: 0 });
    const text = textOf({ version: 1, blocks: quoted.finished() });
    builder.block({ type: 'passage', annotation: target.annotation, document, text });
    return true;
  }

  /** A picture whose caption is the next line of its paragraph. */
  private figure([picture, ...caption]: readonly Token[], builder: BlockBuilder): void {
    if (picture === undefined || !isMarkedToken(picture) || picture.type !== 'image') return;
    const figure: FigureState = { image: -1 };
    builder.end();
    this.image(picture.text, picture.href, builder, figure);
    this.lines(caption, builder, { type: 'caption', figure });
  }

  private item(item: Extract<MarkedToken, { type: 'list_item' }>, ordered: boolean, place: Place): void {
    const state: ListItemState = {
      list: item.task ? 'checked' : ordered ? 'ordered' : 'bulleted',
      depth: Math.min(place.depth, maxListDepth),
      checked: item.checked === true,
      index: -1,
    };
    this.blocks(item.tokens, {
      builder: place.builder,
      shape: { type: 'listItem', item: state },
      depth: place.depth + 1,
    });
  }

  private table(token: Extract<MarkedToken, { type: 'table' }>, builder: BlockBuilder): void {
    const table = new TableBuilder(builder);
    const row = (cells: readonly { readonly tokens: readonly Token[] }[], header: boolean): void => {
      table.startRow();
      for (const cell of cells) this.inlines(cell.tokens, table.startCell(header, 1), { type: 'paragraph' }, plain);
    };
    builder.end();
    row(token.header, true);
    for (const cells of token.rows) row(cells, false);
    table.finish();
  }

  private html(source: string, builder: BlockBuilder): void {
    if (!this.parseHtml) return;
    const part = htmlBlocks(this.parseHtml(wholePage(source)).documentElement, this.base, this.takePicture);
    this.media += part.media;
    this.links += part.links;
    for (const block of part.blocks) builder.block(block);
  }

  private inlines(tokens: readonly Token[], builder: BlockBuilder, shape: Shape, outer: TextStyle): void {
    const tags = new InlineTags(this.base);
    for (const token of tokens) {
      if (!isMarkedToken(token)) continue;
      if (token.type === 'html') {
        const sign = tags.take(token.text);
        if (sign.lineBreak) builder.lineBreak(outer, shape);
        if (sign.image !== null) this.image(sign.image.alt, sign.image.source, builder);
      } else if (!tags.inRawText) this.inline(token, builder, shape, tags.style(outer));
    }
  }

  private inline(token: MarkedToken, builder: BlockBuilder, shape: Shape, style: TextStyle): void {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        this.inlines(token.tokens, builder, shape, withMark(style, markOfToken[token.type]));
        return;
      case 'codespan':
        builder.add(token.text, withMark(style, 'code'), shape);
        return;
      case 'br':
        builder.lineBreak(style, shape);
        return;
      case 'image':
        this.image(token.text, token.href, builder);
        return;
      case 'link':
        this.linked(token, builder, shape, style);
        return;
      case 'checkbox':
        return;
      case 'escape':
        builder.text(token.text, style, shape);
        return;
      default:
        this.text(token, builder, shape, style);
    }
  }

  private text(token: MarkedToken, builder: BlockBuilder, shape: Shape, style: TextStyle): void {
    if ('tokens' in token && token.tokens && token.tokens.length > 0) this.inlines(token.tokens, builder, shape, style);
    else if ('text' in token) builder.text(this.plain(token.text), style, shape);
  }

  private image(alt: string, source: string, builder: BlockBuilder, figure: FigureState | null = null): void {
    const address = this.plain(source);
    const collected = this.around.pictures.add(address === '' ? null : this.around.findPicture(address));
    if (!collected.kept && collected.reason === 'pixel') return;
    builder.image(this.plain(alt).trim(), figure, collected.kept ? collected.sha256 : null);
  }

  /** A link that leads to what is here becomes a mention of it. */
  private linked(
    token: Extract<MarkedToken, { type: 'link' }>,
    builder: BlockBuilder,
    shape: Shape,
    style: TextStyle,
  ): void {
    const target = this.around.mentioned(this.plain(token.href));
    if (target !== null) builder.mention(this.plain(wordsOf(token)), target, shape);
    else if (token.href.startsWith(wikiAddress)) this.inlines(token.tokens, builder, shape, style);
    else this.inlines(token.tokens, builder, shape, { ...style, link: this.link(token.href) ?? style.link });
  }

  private link(href: string): string | undefined {
    const link = safeLink(this.plain(href), this.base);
    if (link === undefined && href !== '' && !href.startsWith('#')) this.links++;
    return link;
  }

  /** Text with HTML's character references undone, as Markdown asks. */
  private plain(text: string): string {
    return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
      const known = this.entities.get(entity);
      if (known !== undefined) return known;
      const decoded = this.parseHtml?.(wholePage(entity)).documentElement.textContent ?? entity;
      this.entities.set(entity, decoded);
      return decoded;
    });
  }
}
