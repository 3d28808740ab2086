/** Collects a table's cells, and tells tables of data from tables that only lay a page out. */
import type { Block, TableCell } from '@shared/model/block';
import { BlockBuilder } from './block-builder';

interface OpenCell {
  readonly header: boolean;
  readonly builder: BlockBuilder;
  readonly span: number;
}

/** Widest merged cell filled up with empty ones. */
const maxSpan = 50;
/** A cell with more blocks than this is a column of a page, not a datum. */
const maxCellBlocks = 12;

export class TableBuilder {
  private readonly outer: BlockBuilder;
  private readonly rows: OpenCell[][] = [];

  constructor(outer: BlockBuilder) {
    this.outer = outer;
  }

  startRow(): void {
    this.rows.push([]);
  }

  /** The builder the cell's content goes to. */
  startCell(header: boolean, span: number): BlockBuilder {
    if (this.rows.length === 0) this.startRow();
    const builder = new BlockBuilder();
    this.rows.at(-1)?.push({ header, builder, span: span >= 1 && span <= maxSpan ? Math.trunc(span) : 1 });
    return builder;
  }

  /** Puts the table, or the text of a layout table in its order, among the outer blocks. */
  finish(): void {
    const all = this.rows.map((row) =>
      row.map(({ header, span, builder }) => ({ header, span, blocks: builder.finished() })),
    );
    const rows = all.filter((row) => row.some(({ blocks }) => blocks.length > 0));
    if (rows.length === 0) return;
    if (isLayout(rows)) for (const { blocks } of rows.flat()) for (const block of blocks) this.outer.block(block);
    else this.outer.block({ type: 'table', rows: rows.map((row) => ({ cells: row.flatMap(tableCells) })) });
  }
}

interface ClosedCell {
  readonly header: boolean;
  readonly span: number;
  readonly blocks: readonly Block[];
}

function isLayout(rows: readonly (readonly ClosedCell[])[]): boolean {
  if (rows.every((row) => row.length < 2)) return true;
  return rows
    .flat()
    .some(({ blocks }) => blocks.length > maxCellBlocks || blocks.some((block) => block.type === 'heading'));
}

const empty: readonly Block[] = [{ type: 'paragraph', inlines: [] }];

/** A cell, and empty ones for the further columns it spans. */
function tableCells({ header, span, blocks }: ClosedCell): readonly TableCell[] {
  const first: TableCell = { header, blocks: blocks.length > 0 ? blocks : empty };
  return [first, ...Array.from({ length: span - 1 }, () => ({ header, blocks: empty }))];
}
