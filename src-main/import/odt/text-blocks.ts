/** The text of an OpenDocument file as our blocks; comments and highlighting as passages. */
import type { Block, ListKind } from '@shared/model/block';
import {
  BlockBuilder,
  type FigureState,
  type ListItemState,
  plain,
  type Shape,
  type TextStyle,
} from '../block-builder';
import { headingLevel } from '../html-blocks';
import { safeLink } from '../html-elements';
import type { TakenPicture } from '../html-pictures';
import { signedComment } from '../marked-body';
import { passageEnd, passageStart, withoutMarks } from '../passage-marks';
import { TableBuilder } from '../table-builder';
import { childOf, childrenOf, descendantsOf, textContent, type XmlElement } from '../xml';
import { partsWithoutText, plainText } from './plain-text';
import type { TextStyles } from './text-styles';

export interface OdtText {
  readonly blocks: readonly Block[];
  /** What is said of each marked passage, by its number. */
  readonly comments: ReadonlyMap<number, string>;
  readonly title: string;
  readonly commentsWithoutWords: number;
}

/** The pictures of the file by their path in it. */
export type OdtPictures = ReadonlyMap<string, TakenPicture>;

interface Place {
  readonly builder: BlockBuilder;
  readonly item: ListItemState | null;
  /** Style of the outermost list, and how deep in it; -1 outside of lists. */
  readonly list: string | undefined;
  readonly depth: number;
  readonly within: 'text' | 'cell' | 'note';
  /** The picture a box of words is the caption of. */
  readonly figure?: FigureState;
}

const paragraphShape: Shape = { type: 'paragraph' };

/** Reads `office:text`. */
export function odtText(text: XmlElement, styles: TextStyles, pictures: OdtPictures): OdtText {
  return new TextReader(styles, pictures).read(text);
}

class TextReader {
  private readonly styles: TextStyles;
  private readonly pictures: OdtPictures;
  private readonly comments = new Map<number, string>();
  private readonly openComments = new Map<string, number>();
  private readonly notes: XmlElement[] = [];
  private codeLines: string[] = [];
  private title = '';
  /** The picture of the paragraph before. */
  private figure: FigureState | null = null;
  private commentsWithoutWords = 0;

  constructor(styles: TextStyles, pictures: OdtPictures) {
    this.styles = styles;
    this.pictures = pictures;
  }

  read(text: XmlElement): OdtText {
    const builder = new BlockBuilder();
    this.blocks(text, { builder, item: null, list: undefined, depth: -1, within: 'text' });
    this.endCode(builder);
    this.writeNotes(builder);
    const { comments, title, commentsWithoutWords } = this;
    return { blocks: builder.finished(), comments, title, commentsWithoutWords };
  }

  private blocks(parent: XmlElement, place: Place): void {
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'text:p':
        case 'text:h':
          this.paragraph(child, place);
          break;
        case 'text:list':
          this.list(child, place);
          break;
        case 'table:table':
          this.table(child, place);
          break;
        case 'draw:frame':
          this.frame(child, place);
          break;
        default:
          if (!partsWithoutText.has(child.name)) this.blocks(child, place);
      }
    }
  }

  private paragraph(paragraph: XmlElement, place: Place): void {
    const style = paragraph.attributes['text:style-name'];
    if (place.within === 'text' && place.item === null && this.styles.isCode(style)) {
      this.codeLines.push(withoutMarks(plainText(paragraph)));
      return;
    }
    this.endCode(place.builder);
    if (this.title === '' && this.styles.isTitle(style)) this.title = plainText(paragraph).trim();
    // a caption stands right below its picture
    const below = this.styles.isCaption(style) ? this.figure : null;
    this.figure = null;
    const shape: Shape = below === null ? this.shapeOf(paragraph, place) : { type: 'caption', figure: below };
    this.inlines(paragraph, place, shape, { marks: this.styles.marks(undefined, []), link: undefined });
    place.builder.end();
  }

  private shapeOf(paragraph: XmlElement, { item, within, figure }: Place): Shape {
    const style = paragraph.attributes['text:style-name'];
    if (within === 'text' && paragraph.name === 'text:h')
      return { type: 'heading', level: headingLevel(Number(paragraph.attributes['text:outline-level'] ?? 1)) };
    if (within === 'text' && this.styles.isTitle(style)) return { type: 'heading', level: 1 };
    if (item !== null) return { type: 'listItem', item };
    if (figure !== undefined) return { type: 'caption', figure };
    return this.styles.isQuote(style) && within !== 'note' ? { type: 'quote' } : paragraphShape;
  }

  /** Neighbouring lines of code are one block. */
  private endCode(builder: BlockBuilder): void {
    if (this.codeLines.length === 0) return;
    builder.block({ type: 'code', text: this.codeLines.join('\n') });
    this.codeLines = [];
  }

  private list(list: XmlElement, place: Place): void {
    const depth = place.depth + 1;
    const style = list.attributes['text:style-name'] ?? place.list;
    const kind: ListKind = this.styles.listKind(style, depth);
    for (const entry of childrenOf(list)) {
      const item = entry.name === 'text:list-item' ? { list: kind, depth, checked: false, index: -1 } : null;
      this.blocks(entry, { ...place, list: style, depth, item });
    }
  }

  private table(table: XmlElement, place: Place): void {
    this.endCode(place.builder);
    place.builder.end();
    const rows = new TableBuilder(place.builder);
    const addRows = (parent: XmlElement, header: boolean): void => {
      for (const child of childrenOf(parent)) {
        if (child.name === 'table:table-row') this.row(child, header, rows);
        else if (child.name.startsWith('table:table-'))
          addRows(child, header || child.name === 'table:table-header-rows');
      }
    };
    addRows(table, false);
    rows.finish();
  }

  private row(row: XmlElement, header: boolean, rows: TableBuilder): void {
    rows.startRow();
    for (const cell of childrenOf(row, 'table:table-cell')) {
      const span = Number(cell.attributes['table:number-columns-spanned'] ?? 1);
      const builder = rows.startCell(header, span);
      this.blocks(cell, { builder, item: null, list: undefined, depth: -1, within: 'cell' });
    }
  }

  private inlines(parent: XmlElement, place: Place, shape: Shape, style: TextStyle): void {
    const { builder } = place;
    for (const child of parent.children) {
      if (typeof child === 'string') {
        builder.text(withoutMarks(child), style, shape);
        continue;
      }
      switch (child.name) {
        case 'text:span':
          this.span(child, place, shape, style);
          break;
        case 'text:a':
          this.inlines(child, place, shape, {
            ...style,
            link: safeLink(child.attributes['xlink:href'] ?? null, '') ?? style.link,
          });
          break;
        case 'text:s':
          builder.add(' '.repeat(Math.min(Number(child.attributes['text:c'] ?? 1) || 1, 1000)), style, shape);
          break;
        case 'text:tab':
          builder.add('\t', style, shape);
          break;
        case 'text:line-break':
          builder.lineBreak(style, shape);
          break;
        case 'text:note':
          this.cite(child, place, shape);
          break;
        case 'office:annotation':
          this.comment(child, builder);
          break;
        case 'office:annotation-end':
          this.commentEnd(child, builder);
          break;
        case 'draw:frame':
          this.frame(child, place);
          break;
        default:
          if (!partsWithoutText.has(child.name)) this.inlines(child, place, shape, style);
      }
    }
  }

  private span(span: XmlElement, place: Place, shape: Shape, style: TextStyle): void {
    const name = span.attributes['text:style-name'];
    const inner = { ...style, marks: this.styles.marks(name, style.marks) };
    if (!this.styles.isHighlighted(name)) {
      this.inlines(span, place, shape, inner);
      return;
    }
    const id = this.comments.size + 1;
    this.comments.set(id, '');
    place.builder.mark(passageStart(id));
    this.inlines(span, place, shape, inner);
    place.builder.mark(passageEnd(id));
  }

  private cite(note: XmlElement, place: Place, shape: Shape): void {
    if (place.within === 'note') return;
    this.notes.push(note);
    place.builder.add(`[${this.notes.length}]`, { marks: ['sup'], link: undefined }, shape);
  }

  private writeNotes(builder: BlockBuilder): void {
    if (this.notes.length === 0) return;
    builder.block({ type: 'rule' });
    for (const [index, note] of this.notes.entries()) {
      builder.add(`[${index + 1}] `, plain, paragraphShape);
      const body = childOf(note, 'text:note-body');
      if (body) this.blocks(body, { builder, item: null, list: undefined, depth: -1, within: 'note' });
      builder.end();
    }
  }

  private comment(annotation: XmlElement, builder: BlockBuilder): void {
    const words = childrenOf(annotation)
      .filter(({ name }) => name === 'text:p' || name === 'text:list')
      .map(plainText)
      .join('\n\n')
      .trim();
    const name = annotation.attributes['office:name'] ?? '';
    const id = this.comments.size + 1;
    this.comments.set(id, signedComment(words, textContent(childOf(annotation, 'dc:creator')).trim()));
    this.openComments.set(name, id);
    builder.mark(passageStart(id));
    // one without an end stands at a point, on no words
    this.commentsWithoutWords++;
  }

  private commentEnd(end: XmlElement, builder: BlockBuilder): void {
    const id = this.openComments.get(end.attributes['office:name'] ?? '');
    if (id === undefined) return;
    builder.mark(passageEnd(id));
    this.commentsWithoutWords--;
  }

  /** A picture with its description, or a box of words; a box with a picture is its caption. */
  private frame(frame: XmlElement, place: Place): void {
    const box = childOf(frame, 'draw:text-box');
    if (box) {
      place.builder.end();
      const captioned = descendantsOf(box, 'draw:image').length === 1 ? { figure: { image: -1 } } : {};
      this.blocks(box, { ...place, item: null, ...captioned });
      return;
    }
    const image = childrenOf(frame, 'draw:image').at(0);
    if (image === undefined) return;
    const taken = this.pictures.get(image.attributes['xlink:href'] ?? '') ?? null;
    if (taken === 'none') return;
    const described = childOf(frame, 'svg:desc') ?? childOf(frame, 'svg:title');
    this.figure = place.figure ?? { image: -1 };
    place.builder.image(withoutMarks(textContent(described).trim()), this.figure, taken);
  }
}
