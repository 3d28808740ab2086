/** A body whose mentions and quotations lead to other documents than before. Pure. */
import type { Block, Body, Inline } from './block';
import type { DocumentUid } from './ids';

/** Where a reference leads from now on; it is given where it leads, and what it is, counted from 0, of all references of the body. */
type Retarget = (document: DocumentUid, place: number) => DocumentUid;

/** What leads to a document of `moved` leads to what it became; the very body when nothing does. */
export const retargeted = (body: Body, moved: ReadonlyMap<DocumentUid, DocumentUid>): Body =>
  withReferences(body, (document) => moved.get(document) ?? document);

/** The body with each reference to a document as a whole, or quotation out of it, leading where `retarget` says. */
export function withReferences(body: Body, retarget: Retarget): Body {
  let place = 0;
  const counted = (document: DocumentUid): DocumentUid => retarget(document, place++);
  const blocks = retargetedBlocks(body.blocks, counted);
  return blocks === body.blocks ? body : { ...body, blocks };
}

/** Where the references of a body lead, in order. */
export function referencesOf(body: Body): readonly DocumentUid[] {
  const found: DocumentUid[] = [];
  withReferences(body, (document) => {
    found.push(document);
    return document;
  });
  return found;
}

type Counted = (document: DocumentUid) => DocumentUid;

/** The same list when no part of it changes. */
function mapped<T>(values: readonly T[], change: (value: T) => T): readonly T[] {
  const changed = values.map(change);
  return changed.every((value, index) => value === values[index]) ? values : changed;
}

const retargetedBlocks = (blocks: readonly Block[], counted: Counted): readonly Block[] =>
  mapped(blocks, (block) => retargetedBlock(block, counted));

function retargetedBlock(block: Block, counted: Counted): Block {
  if (block.type === 'passage') {
    const document = counted(block.document);
    return document === block.document ? block : { ...block, document };
  }
  if (block.type === 'table') {
    const rows = mapped(block.rows, (row) => {
      const cells = mapped(row.cells, (cell) => {
        const inner = retargetedBlocks(cell.blocks, counted);
        return inner === cell.blocks ? cell : { ...cell, blocks: inner };
      });
      return cells === row.cells ? row : { ...row, cells };
    });
    return rows === block.rows ? block : { ...block, rows };
  }
  if (!('inlines' in block)) return block;
  const inlines = mapped(block.inlines, (inline) => retargetedInline(inline, counted));
  return inlines === block.inlines ? block : { ...block, inlines };
}

function retargetedInline(inline: Inline, counted: Counted): Inline {
  if (inline.type !== 'mention' || !('document' in inline.target)) return inline;
  const document = counted(inline.target.document);
  return document === inline.target.document ? inline : { ...inline, target: { document } };
}
