/** Where an RTF file's words go: paragraphs, headings, list items, cells, footnotes, and the passages marked in them. */
import type { Block, ListKind, Mark } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { BlockBuilder, type ListItemState, plain, type Shape, type TextStyle } from '../block-builder';
import { headingLevel } from '../html-blocks';
import { passageEnd, passageStart, withoutMarks } from '../passage-marks';
import { TableBuilder } from '../table-builder';

const paragraphShape: Shape = { type: 'paragraph' };
const deepestList = 32;

export class RtfStory {
  private readonly story = new BlockBuilder();
  private readonly notes: BlockBuilder[] = [];
  private note: BlockBuilder | null = null;
  private table: TableBuilder | null = null;
  private cell: BlockBuilder | null = null;
  private inTable = false;
  private item: ListItemState | null = null;
  private listDepth = 0;
  /** Outline level of the paragraph, 0 for the first; -1 for body text. */
  private outline = -1;
  private highlight: number | null = null;
  private style: TextStyle = plain;
  /** What is said of each marked passage, by its number. */
  readonly comments = new Map<number, string>();

  text(text: string, marks: ReadonlySet<Mark>, link: string | undefined): void {
    const shape = this.shape();
    // a heading is bold by being one
    const own = [...marks].filter((mark) => mark !== 'bold' || shape.type !== 'heading');
    const same = this.style.link === link && this.style.marks.join() === own.join();
    if (!same) this.style = { marks: own, link };
    this.builder().add(withoutMarks(text), this.style, shape);
  }

  /** A picture; null when its bytes are not kept. */
  picture(alt: string, asset: Sha256 | null): void {
    this.builder().image(withoutMarks(alt), null, asset);
  }

  lineBreak(): void {
    this.builder().lineBreak(plain, this.shape());
  }

  /** `\pard`: the paragraph is a plain one again. */
  resetParagraph(): void {
    this.outline = -1;
    this.item = null;
    this.listDepth = 0;
    this.inTable = false;
  }

  setOutline(level: number): void {
    this.outline = level;
  }

  setListDepth(depth: number): void {
    this.listDepth = Math.min(Math.max(depth, 0), deepestList);
    if (this.item) this.item = { ...this.item, depth: this.listDepth };
  }

  beginItem(list: ListKind): void {
    this.item = { list, depth: this.listDepth, checked: false, index: -1 };
  }

  endParagraph(): void {
    this.endHighlight();
    this.builder().end();
    // each item says again that it is one
    this.item = null;
  }

  enterTable(): void {
    this.inTable = true;
  }

  endCell(): void {
    this.endHighlight();
    this.cellBuilder();
    this.cell = null;
  }

  endRow(): void {
    this.table?.startRow();
  }

  beginNote(): void {
    const note = new BlockBuilder();
    this.notes.push(note);
    this.builder().add(`[${this.notes.length}]`, { marks: ['sup'], link: undefined }, this.shape());
    note.add(`[${this.notes.length}] `, plain, paragraphShape);
    this.note = note;
  }

  endNote(): void {
    this.note?.end();
    this.note = null;
  }

  /** A passage begins here; its number. */
  beginPassage(): number {
    const id = this.comments.size + 1;
    this.comments.set(id, '');
    this.builder().mark(passageStart(id));
    return id;
  }

  endPassage(id: number): void {
    this.builder().mark(passageEnd(id));
  }

  setHighlighted(on: boolean): void {
    if (!on) this.endHighlight();
    else this.highlight ??= this.beginPassage();
  }

  finished(): readonly Block[] {
    this.endHighlight();
    this.endTable();
    const blocks = [...this.story.finished()];
    if (this.notes.length > 0) blocks.push({ type: 'rule' });
    return [...blocks, ...this.notes.flatMap((note) => note.finished())];
  }

  private endHighlight(): void {
    if (this.highlight === null) return;
    this.endPassage(this.highlight);
    this.highlight = null;
  }

  private builder(): BlockBuilder {
    if (this.note !== null) return this.note;
    if (this.inTable) return this.cellBuilder();
    this.endTable();
    return this.story;
  }

  private cellBuilder(): BlockBuilder {
    if (!this.table) {
      this.story.end();
      this.table = new TableBuilder(this.story);
      this.table.startRow();
    }
    this.cell ??= this.table.startCell(false, 1);
    return this.cell;
  }

  private endTable(): void {
    this.table?.finish();
    this.table = null;
    this.cell = null;
  }

  private shape(): Shape {
    if (this.note !== null || this.inTable) return paragraphShape;
    if (this.item) return { type: 'listItem', item: this.item };
    return this.outline >= 0 && this.outline < 9
      ? { type: 'heading', level: headingLevel(this.outline + 1) }
      : paragraphShape;
  }
}
