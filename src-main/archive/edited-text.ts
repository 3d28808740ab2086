/** What an edit of blocks does to the canonical text. Pure. */
import { type Block, type Body, bodyVersion } from '@shared/model/block';
import { leavesOf, normaliseBody } from '@shared/text/canonical-text';

/** Blocks that take the place of others. */
export interface BlockEdit {
  /** Index of the first block replaced; the new ones stand before it where none is. */
  readonly from: number;
  readonly removed: number;
  readonly blocks: readonly Block[];
  /** How many blocks there are afterwards. */
  readonly count: number;
}

/** A body after an edit, and which part of the text before it was replaced. */
export interface EditedBody {
  readonly body: Body;
  /** The text outside `[start, end)` is the same (UTF-16 code units of the text before): what follows moves by `by`. */
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

const blocksBody = (blocks: readonly Block[]): Body => ({ version: bodyVersion, blocks });

/** Length of the text of blocks, and whether there is text at all: an empty table has none, an empty paragraph has. */
function extentOf(blocks: readonly Block[]): { readonly length: number; readonly hasLeaves: boolean } {
  const last = leavesOf(blocksBody(blocks)).at(-1);
  return { length: last?.end ?? 0, hasLeaves: last !== undefined };
}

/**
 * Carries out an edit on a body in the form it is stored in; null when the edit was made to another body.
 */
export function editBody(before: Body, edit: BlockEdit): EditedBody | null {
  const { from, removed, count } = edit;
  const kept = before.blocks.length - removed;
  if (from > kept || kept + edit.blocks.length !== count) return null;
  const { blocks } = normaliseBody(blocksBody(edit.blocks));
  const body = blocksBody(before.blocks.toSpliced(from, removed, ...blocks));
  const head = extentOf(before.blocks.slice(0, from));
  const tail = extentOf(before.blocks.slice(from + removed));
  const { length } = extentOf(before.blocks);
  // Between them lies what is replaced, without the line breaks that part it from them.
  const end = Math.max(0, tail.hasLeaves ? length - tail.length - 1 : length);
  const start = Math.min(head.hasLeaves ? head.length + 1 : 0, end);
  return { body, start, end, by: extentOf(body.blocks).length - length };
}
