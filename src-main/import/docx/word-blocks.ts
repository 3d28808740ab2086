/**
 * The story of a Word file as our blocks: paragraphs, headings, quotations, lists, tables,
 * links, footnotes; comments and highlighting as passages. Deleted words of tracked changes
 * are left out, inserted ones kept.
 */
import type { Block } from '@shared/model/block';
import { BlockBuilder, type FigureState, plain, type Shape, type TextStyle } from '../block-builder';
import { safeLink } from '../html-elements';
import { withoutMarks } from '../passage-marks';
import { TableBuilder } from '../table-builder';
import { childOf, childrenOf, descendantsOf, textContent, type XmlElement } from '../xml';
import { type WordPassage, WordPassages } from './word-passages';
import { pictureIn, type WordRelations } from './word-relations';
import type { ParagraphKind, WordStyles } from './word-styles';
import { codeText, textOfRuns } from './word-text';

/** Footnotes and endnotes by number, with what their part leads to. */
export interface WordNotes {
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly relations: WordRelations;
}

export interface WordStory {
  readonly blocks: readonly Block[];
  /** By their number among the marks. */
  readonly passages: ReadonlyMap<number, WordPassage>;
  /** Words of the paragraph in the style of titles, or empty. */
  readonly title: string;
  readonly deletions: number;
}

interface Place {
  readonly builder: BlockBuilder;
  readonly relations: WordRelations;
  /** Shape text takes inside a cell or a note. */
  readonly within: 'story' | 'cell' | 'note';
}

const paragraphShape: Shape = { type: 'paragraph' };

/** Reads the body of a document part. */
export function wordStory(
  body: XmlElement,
  styles: WordStyles,
  relations: WordRelations,
  footnotes: WordNotes,
  endnotes: WordNotes,
): WordStory {
  const reader = new StoryReader(styles, { 'w:footnoteReference': footnotes, 'w:endnoteReference': endnotes });
  return reader.read(body, relations);
}

class StoryReader {
  private readonly styles: WordStyles;
  private readonly notes: Readonly<Record<string, WordNotes>>;
  private readonly marked = new WordPassages();
  private readonly cited: { readonly note: XmlElement; readonly relations: WordRelations }[] = [];
  private codeLines: string[] = [];
  private title = '';
  /** The picture of the paragraph before. */
  private figure: FigureState | null = null;
  private deletions = 0;

  constructor(styles: WordStyles, notes: Readonly<Record<string, WordNotes>>) {
    this.styles = styles;
    this.notes = notes;
  }

  read(body: XmlElement, relations: WordRelations): WordStory {
    const builder = new BlockBuilder();
    this.blocks(body, { builder, relations, within: 'story' });
    this.endCode(builder);
    this.writeNotes(builder);
    const { title, deletions } = this;
    return { blocks: builder.finished(), passages: this.marked.found, title, deletions };
  }

  private blocks(parent: XmlElement, place: Place): void {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:p') this.paragraph(child, place);
      else if (child.name === 'w:tbl') this.table(child, place);
      else if (child.name === 'w:commentRangeStart' || child.name === 'w:commentRangeEnd')
        this.marked.commentEdge(child, place.builder);
      else if (transparent.has(child.name)) this.blocks(child, place);
    }
  }

  private paragraph(paragraph: XmlElement, place: Place): void {
    const properties = childOf(paragraph, 'w:pPr');
    const kind = this.styles.paragraph(properties);
    if (kind.code && place.within === 'story') {
      this.codeLines.push(codeText(paragraph));
      return;
    }
    this.endCode(place.builder);
    if (kind.title && this.title === '') this.title = textOfRuns(paragraph);
    // a caption stands right below its picture
    const figure = kind.caption ? this.figure : null;
    this.figure = null;
    this.inlines(paragraph, place, figure === null ? shapeOf(kind, place) : { type: 'caption', figure }, undefined);
    this.marked.setHighlighted(false, place.builder);
    place.builder.end();
  }

  /** Neighbouring paragraphs of code are one block. */
  private endCode(builder: BlockBuilder): void {
    if (this.codeLines.length === 0) return;
    builder.block({ type: 'code', text: this.codeLines.join('\n') });
    this.codeLines = [];
  }

  private inlines(parent: XmlElement, place: Place, shape: Shape, link: string | undefined): void {
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'w:r':
          this.run(child, place, shape, link);
          break;
        case 'w:hyperlink':
          this.inlines(
            child,
            place,
            shape,
            safeLink(place.relations.links.get(child.attributes['r:id'] ?? '') ?? null, '') ?? link,
          );
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.deletions++;
          break;
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.marked.commentEdge(child, place.builder);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          place.builder.add(withoutMarks(descendantsOf(child, 'm:t').map(textContent).join('')), plain, shape);
          break;
        default:
          if (transparent.has(child.name)) this.inlines(child, place, shape, link);
      }
    }
  }

  private run(run: XmlElement, place: Place, shape: Shape, link: string | undefined): void {
    const properties = childOf(run, 'w:rPr');
    // hidden words are instructions to a program
    if (childOf(properties, 'w:vanish')) return;
    const style: TextStyle = { marks: this.styles.marks(properties), link };
    const highlight = childOf(properties, 'w:highlight')?.attributes['w:val'] ?? 'none';
    this.marked.setHighlighted(highlight !== 'none', place.builder);
    for (const child of childrenOf(run)) this.content(child, place, shape, style);
  }

  private content(child: XmlElement, place: Place, shape: Shape, style: TextStyle): void {
    const { builder } = place;
    switch (child.name) {
      case 'w:t':
        this.words(withoutMarks(textContent(child)).replace(/\s*\n\s*/g, ' '), place, shape, style);
        return;
      case 'w:tab':
        this.words('\t', place, shape, style);
        return;
      case 'w:br':
      case 'w:cr':
        if ((child.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') builder.lineBreak(style, shape);
        return;
      case 'w:noBreakHyphen':
        builder.add('\u2011', style, shape);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.cite(child, place, shape);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.picture(child, place);
        return;
      case 'mc:AlternateContent':
        for (const choice of childrenOf(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')))
          this.content(choice, place, shape, style);
        return;
    }
  }

  /** Words as they stand; a note's first space stands after its number already. */
  private words(text: string, { builder, within }: Place, shape: Shape, style: TextStyle): void {
    if (within === 'note') builder.text(text, style, shape);
    else builder.add(text, style, shape);
  }

  private cite(reference: XmlElement, place: Place, shape: Shape): void {
    const notes = this.notes[reference.name];
    const note = notes?.byId.get(reference.attributes['w:id'] ?? '');
    if (!notes || !note || place.within === 'note') return;
    this.cited.push({ note, relations: notes.relations });
    place.builder.add(`[${this.cited.length}]`, { marks: ['sup'], link: undefined }, shape);
  }

  private writeNotes(builder: BlockBuilder): void {
    if (this.cited.length === 0) return;
    builder.block({ type: 'rule' });
    for (const [index, { note, relations }] of this.cited.entries()) {
      builder.add(`[${index + 1}] `, plain, paragraphShape);
      this.blocks(note, { builder, relations, within: 'note' });
      builder.end();
    }
  }

  /** A picture with its description; words set in a box are paragraphs of their own. */
  private picture(drawing: XmlElement, place: Place): void {
    const boxes = descendantsOf(drawing, 'w:txbxContent');
    if (boxes.length > 0) {
      place.builder.end();
      for (const box of boxes) this.blocks(box, place);
      return;
    }
    const picture = pictureIn(drawing, place.relations);
    if (picture === null || picture.taken === 'none') return;
    this.figure = { image: -1 };
    place.builder.image(withoutMarks(picture.alt), this.figure, picture.taken);
  }

  private table(table: XmlElement, place: Place): void {
    this.endCode(place.builder);
    place.builder.end();
    const rows = new TableBuilder(place.builder);
    for (const row of childrenOf(table).flatMap((child) =>
      child.name === 'w:sdt' ? descendantsOf(child, 'w:tr') : [child],
    )) {
      if (row.name !== 'w:tr') continue;
      rows.startRow();
      const header = childOf(row, 'w:trPr', 'w:tblHeader') !== undefined;
      for (const cell of childrenOf(row, 'w:tc')) {
        const span = Number(childOf(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1);
        this.blocks(cell, { ...place, builder: rows.startCell(header, span), within: 'cell' });
      }
    }
    rows.finish();
  }
}

/** Wrappers that mean nothing to the text. */
const transparent = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
]);

function shapeOf(kind: ParagraphKind, { within }: Place): Shape {
  if (within === 'note') return paragraphShape;
  if (kind.heading !== null && within === 'story') return { type: 'heading', level: kind.heading };
  if (kind.title && within === 'story') return { type: 'heading', level: 1 };
  if (kind.list) {
    const { kind: list, depth } = kind.list;
    return { type: 'listItem', item: { list, depth, checked: false, index: -1 } };
  }
  return kind.quote ? { type: 'quote' } : paragraphShape;
}
