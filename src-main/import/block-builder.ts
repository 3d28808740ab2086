/**
 * Collects text with emphasis into blocks, as a page is walked from its first word
 * to its last. Knows no HTML: it is told text, breaks, pictures and block shapes.
 */
import type { Block, HeadingLevel, Image, Inline, ListKind, Mark, Mention } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';

/** What the text to come belongs to; lists and captions remember that they have begun. */
export type Shape =
  | { readonly type: 'paragraph' }
  | { readonly type: 'quote' }
  | { readonly type: 'heading'; readonly level: HeadingLevel }
  | { readonly type: 'listItem'; readonly item: ListItemState }
  | { readonly type: 'caption'; readonly figure: FigureState };

export interface ListItemState {
  list: ListKind;
  readonly depth: number;
  checked: boolean;
  /** Place of the item among the blocks once it has text, else -1. */
  index: number;
}

export interface FigureState {
  /** Place of its picture among the blocks, else -1. */
  image: number;
}

export interface TextStyle {
  readonly marks: readonly Mark[];
  readonly link: string | undefined;
}

export const plain: TextStyle = { marks: [], link: undefined };
const paragraph: Shape = { type: 'paragraph' };

/** HTML's white space; a no-break space is a character of the text. */
const spaces = /[ \t\n\r\f]+/g;

export class BlockBuilder {
  private readonly blocks: Block[] = [];
  private runs: Inline[] = [];
  private shape: Shape = paragraph;
  /** Style of the last run. */
  private style: TextStyle = plain;
  /** Last character taken: tells whether a space would double one or begin a line. */
  private last = '\n';
  /** Marks that wait for the text they stand before. */
  private pendingMarks = '';
  private waiting: { readonly alt: string; readonly asset: Sha256 | null; readonly figure: FigureState | null }[] = [];

  /** Adds text, its white space collapsed as a browser would. */
  text(text: string, style: TextStyle, shape: Shape): void {
    let collapsed = text.replace(spaces, ' ');
    if (/[ \n]/.test(this.last) && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
    this.add(collapsed, style, shape);
  }

  /** Adds text as it is, without collapsing. */
  add(text: string, style: TextStyle, shape: Shape): void {
    if (text === '') return;
    if (this.runs.length === 0) this.shape = shape;
    this.last = text.at(-1) ?? '';
    const marked = this.pendingMarks + text;
    this.pendingMarks = '';
    const before = this.runs.at(-1);
    if (before && this.style === style) {
      this.runs[this.runs.length - 1] = { ...before, text: before.text + marked };
      return;
    }
    this.style = style;
    const marks = style.marks.length > 0 ? { marks: style.marks } : {};
    this.runs.push({ type: 'text', text: marked, ...marks, ...(style.link === undefined ? {} : { link: style.link }) });
  }

  /** Words that lead to a document or a passage of the archive. */
  mention(text: string, target: Mention['target'], shape: Shape): void {
    const words = text.replace(spaces, ' ').trim();
    if (words === '') return;
    if (this.runs.length === 0) this.shape = shape;
    this.runs.push({ type: 'mention', text: this.pendingMarks + words, target });
    this.pendingMarks = '';
    this.last = words.at(-1) ?? '';
    // what comes after begins a run of its own
    this.style = { ...plain };
  }

  /** A mark of a passage (see passage-marks): no character of the text, so spaces are counted as if it were not there. */
  mark(mark: string): void {
    const last = this.runs.at(-1);
    if (last?.type === 'text') this.runs[this.runs.length - 1] = { ...last, text: last.text + mark };
    else this.pendingMarks += mark;
  }

  /** A line break; two in a row in running text begin a new paragraph. */
  lineBreak(style: TextStyle, shape: Shape): void {
    if (this.runs.length === 0) return;
    if (this.last === '\n' && (shape.type === 'paragraph' || shape.type === 'quote')) this.end();
    else this.add('\n', { marks: [], link: style.link }, shape);
  }

  /** A picture, its bytes kept or not; one inside running text comes after its paragraph, which stays whole. */
  image(alt: string, figure: FigureState | null, asset: Sha256 | null = null): void {
    this.waiting.push({ alt, asset, figure });
    if (this.runs.length === 0) this.placeImages();
  }

  /** Adds a finished block (code, table, rule). */
  block(block: Block): void {
    this.end();
    this.blocks.push(block);
  }

  /** What was built, without pictures of which nothing (neither bytes nor words) is known. */
  finished(): readonly Block[] {
    this.end();
    // after the last word there is no text to carry them
    if (this.pendingMarks !== '')
      this.blocks.push({ type: 'paragraph', inlines: [{ type: 'text', text: this.pendingMarks }] });
    this.pendingMarks = '';
    return this.blocks.filter((block) => block.type !== 'image' || !isNothing(block));
  }

  /** Ends the block the text so far belongs to. */
  end(): void {
    const inlines = trimmedRuns(this.runs);
    this.runs = [];
    this.last = '\n';
    if (inlines.length > 0) this.place(inlines);
    this.placeImages();
  }

  private placeImages(): void {
    for (const { alt, asset, figure } of this.waiting) {
      if (figure) figure.image = this.blocks.length;
      this.blocks.push({ type: 'image', asset, alt, inlines: [] });
    }
    this.waiting = [];
  }

  private place(inlines: readonly Inline[]): void {
    const { shape, blocks } = this;
    switch (shape.type) {
      case 'paragraph':
      case 'quote':
        blocks.push({ type: shape.type, inlines });
        return;
      case 'heading':
        blocks.push({ type: 'heading', level: shape.level, inlines });
        return;
      case 'caption':
        if (!this.extend(shape.figure.image, inlines)) blocks.push({ type: 'paragraph', inlines });
        return;
      case 'listItem':
        this.placeInItem(shape.item, inlines);
        return;
    }
  }

  /** The first text of an item makes it; what follows directly is another line of it, else a paragraph. */
  private placeInItem(item: ListItemState, inlines: readonly Inline[]): void {
    const { blocks } = this;
    if (item.index === -1) {
      item.index = blocks.length;
      const checked = item.list === 'checked' ? { checked: item.checked } : {};
      blocks.push({ type: 'listItem', list: item.list, depth: item.depth, ...checked, inlines });
      return;
    }
    if (item.index !== blocks.length - 1 || !this.extend(item.index, inlines))
      blocks.push({ type: 'paragraph', inlines });
  }

  /** Appends lines to an item or a caption; false when there is none at that place. */
  private extend(index: number, inlines: readonly Inline[]): boolean {
    const block = this.blocks[index];
    if (block?.type !== 'image' && block?.type !== 'listItem') return false;
    const joined =
      block.inlines.length > 0 ? [...block.inlines, { type: 'text', text: '\n' } as const, ...inlines] : inlines;
    this.blocks[index] = { ...block, inlines: joined };
    return true;
  }
}

const isNothing = ({ asset, alt, inlines }: Image): boolean => asset === null && alt === '' && inlines.length === 0;

/** Runs without white space at their ends and around line breaks. */
export function trimmedRuns(runs: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const run of runs) {
    const previous = result.at(-1);
    if (run.text.startsWith('\n') && previous)
      result[result.length - 1] = { ...previous, text: previous.text.trimEnd() };
    result.push(run);
  }
  while (result.length > 0) {
    const last = result[result.length - 1];
    if (!last) break;
    const text = last.text.trimEnd();
    if (text !== '') {
      result[result.length - 1] = { ...last, text };
      break;
    }
    result.pop();
  }
  return result.filter((run) => run.text !== '');
}
