/**
 * Where blocks of a text stand in the window, those too that have no box for now (windowed-blocks.ts): these stand
 * where they would, counted from the next block that is shown. Whoever measures blocks asks here.
 */

/** Heights of the window, CSS pixels. */
export interface BlockRect {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/** A block without a box. */
export interface AwayBlock {
  /** The next block that has one. */
  readonly shownAfter: HTMLElement;
  /** From its own top to that of the block shown after it. */
  readonly abovePx: number;
  readonly heightPx: number;
}

interface BlockKeeper {
  readonly awayOf: (block: Element) => AwayBlock | undefined;
  readonly reveal: (block: Element) => void;
}

/** By the element of a text: who keeps blocks of it away. */
const keepers = new Map<Element, BlockKeeper>();

/** Registers who keeps a text's blocks away. Returns its disposer. */
export function keepBlocks(root: Element, keeper: BlockKeeper): () => void {
  keepers.set(root, keeper);
  return () => keepers.delete(root);
}

/** The block at the root that an element lies in, with its keeper; null when all blocks of its text have boxes. */
function keptBlock(element: Element): { readonly block: Element; readonly keeper: BlockKeeper } | null {
  if (keepers.size === 0) return null;
  let block = element;
  for (let parent = block.parentElement; parent !== null; parent = block.parentElement) {
    const keeper = keepers.get(parent);
    if (keeper !== undefined) return { block, keeper };
    block = parent;
  }
  return null;
}

function awayBlock(element: Element): AwayBlock | undefined {
  const kept = keptBlock(element);
  return kept?.keeper.awayOf(kept.block);
}

/** Whether an element has no box because its block is away. */
export const isAway = (element: Element): boolean => awayBlock(element) !== undefined;

/** Where an element of a text stands; one in a block that is away stands where the block begins. */
export function blockRect(element: Element): BlockRect {
  const away = awayBlock(element);
  if (away === undefined) return element.getBoundingClientRect();
  const top = away.shownAfter.getBoundingClientRect().top - away.abovePx;
  return { top, bottom: top + away.heightPx, height: away.heightPx };
}

/** Gives an element a box, if its block is away: before something in it is selected or measured. */
export function revealBlock(element: Element): void {
  const kept = keptBlock(element);
  if (kept !== null && kept.keeper.awayOf(kept.block) !== undefined) kept.keeper.reveal(kept.block);
}
