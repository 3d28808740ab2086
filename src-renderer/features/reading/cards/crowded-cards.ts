/** Which cards have to be one line because there is no room beside their passages for more. Pure. */
import type { StackItem } from '../stack-cards';

/** Height of a card of one line, border included. */
export const compactHeightPx = 28;
/** Between two of them. */
export const compactGapPx = 4;
/** A card pushed further than this from its passage is no longer beside it. */
const farPx = 150;

/**
 * The cards of every unbroken run in which one would be pushed too far from its passage, were all
 * shown whole. Told by resting heights alone, so that opening a card does not fold its neighbours.
 *
 * @param items in the order of their passages
 */
export function crowdedCards<Id extends string>(items: readonly StackItem<Id>[], gap: number): ReadonlySet<Id> {
  const crowded = new Set<Id>();
  let run: Id[] = [];
  let far = false;
  let next = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    if (far) for (const id of run) crowded.add(id);
    run = [];
    far = false;
  };
  for (const { id, wantedTop, height } of items) {
    if (wantedTop >= next) close();
    const top = Math.max(wantedTop, next);
    far ||= top - wantedTop > farPx;
    run.push(id);
    next = top + height + gap;
  }
  close();
  return crowded;
}
