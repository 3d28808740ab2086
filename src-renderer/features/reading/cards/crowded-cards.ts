/** Which cards have to be one line because there is no room beside their passages for more. Pure. */
import type { StackItem } from '../stack-cards';

/** Height of a card of one line, border included. */
export const compactHeightPx = 28;
/** Between two of them. */
export const compactGapPx = 4;
/** A card pushed further than this from its passage is no longer beside it: two or three cards' height. */
export const farPx = 200;

export interface CrowdItem<Id extends string> extends StackItem<Id> {
  /** Says more than its passage does: a comment, a label, a verdict. It is folded after those that do not. */
  readonly says: boolean;
}

interface StackedItem<Id extends string> {
  readonly item: CrowdItem<Id>;
  top: number;
  folded: boolean;
}

/**
 * As few cards as it takes to keep each within sight of its passage. Where one would be pushed too
 * far by those above it, of those the ones fold first that say nothing of their own, the nearest of
 * them first; where all above are folded already, it folds too. Told by resting heights alone, so that opening a card does not fold its neighbours.
 *
 * @param items in the order of their passages
 */
export function crowdedCards<Id extends string>(items: readonly CrowdItem<Id>[], gap: number): ReadonlySet<Id> {
  const crowded = new Set<Id>();
  /** Those that touch one another. */
  let run: StackedItem<Id>[] = [];
  const close = (): void => {
    for (const { item, folded } of run) if (folded) crowded.add(item.id);
    run = [];
  };
  for (const item of items) {
    if (item.wantedTop >= bottomOf(run.at(-1), gap)) close();
    run.push({ item, top: 0, folded: false });
    stackFrom(run, run.length - 1, gap);
    for (let folds = nextToFold(run); pushOf(run) > farPx; folds = nextToFold(run)) {
      const stacked = run[folds];
      if (stacked === undefined) break;
      stacked.folded = true;
      stackFrom(run, folds, gap);
    }
  }
  close();
  return crowded;
}

function bottomOf<Id extends string>(stacked: StackedItem<Id> | undefined, gap: number): number {
  if (stacked === undefined) return Number.NEGATIVE_INFINITY;
  return stacked.top + (stacked.folded ? compactHeightPx + compactGapPx : stacked.item.height + gap);
}

function stackFrom<Id extends string>(run: readonly StackedItem<Id>[], first: number, gap: number): void {
  for (let index = first; index < run.length; index++) {
    const stacked = run[index];
    if (stacked !== undefined) stacked.top = Math.max(stacked.item.wantedTop, bottomOf(run[index - 1], gap));
  }
}

/** How far the last one stands from its passage. */
function pushOf<Id extends string>(run: readonly StackedItem<Id>[]): number {
  const last = run.at(-1);
  return last === undefined ? 0 : last.top - last.item.wantedTop;
}

/** Index of the card to fold next: one above the last, else the last itself; -1 when all are. */
function nextToFold<Id extends string>(run: readonly StackedItem<Id>[]): number {
  const above = run.slice(0, -1);
  const silent = above.findLastIndex(({ item, folded }) => !folded && !item.says);
  if (silent !== -1) return silent;
  return above.some(({ folded }) => !folded)
    ? above.findLastIndex(({ folded }) => !folded)
    : run.findIndex(({ folded }) => !folded);
}
