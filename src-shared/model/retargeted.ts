/** A body whose mentions and quotations lead to other documents than before. Pure. */
import type { Block, Body, Inline } from './block';
import type { DocumentUid } from './ids';

/** What leads to a document of `moved` leads to what it became; the very body when nothing does. */
export function retargeted(body: Body, moved: ReadonlyMap<DocumentUid, DocumentUid>): Body {
  const blocks = retargetedBlocks(body.blocks, moved);
  return blocks === body.blocks ? body : { ...body, blocks };
}

type Moved = ReadonlyMap<DocumentUid, DocumentUid>;

/** The same list when no part of it changes. */
function mapped<T>(values: readonly T[], change: (value: T) => T): readonly T[] {
  const changed = values.map(change);
  return changed.every((value, index) => value === values[index]) ? values : changed;
}

const retargetedBlocks = (blocks: readonly Block[], moved: Moved): readonly Block[] =>
  mapped(blocks, (block) => retargetedBlock(block, moved));

function retargetedBlock(block: Block, moved: Moved): Block {
  if (block.type === 'passage') {
    const document = moved.get(block.document);
    return document === undefined ? block : { ...block, document };
  }
  if (block.type === 'table') {
    const rows = mapped(block.rows, (row) => {
      const cells = mapped(row.cells, (cell) => {
        const inner = retargetedBlocks(cell.blocks, moved);
        return inner === cell.blocks ? cell : { ...cell, blocks: inner };
      });
      return cells === row.cells ? row : { ...row, cells };
    });
    return rows === block.rows ? block : { ...block, rows };
  }
  if (!('inlines' in block)) return block;
  const inlines = mapped(block.inlines, (inline) => retargetedInline(inline, moved));
  return inlines === block.inlines ? block : { ...block, inlines };
}

function retargetedInline(inline: Inline, moved: Moved): Inline {
  if (inline.type !== 'mention' || !('document' in inline.target)) return inline;
  const document = moved.get(inline.target.document);
  return document === undefined ? inline : { ...inline, target: { document } };
}
