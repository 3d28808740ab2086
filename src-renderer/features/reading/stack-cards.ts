/** Where margin cards stand: beside their passages, never over one another. Pure. */

export interface StackItem<Id extends string = string> {
  readonly id: Id;
  /** Height of the passage in the text's own coordinates, CSS pixels. */
  readonly wantedTop: number;
  readonly height: number;
}

/**
 * Tops of cards given in the order of their passages. Each goes as near its passage as the
 * one before allows; the active one stands exactly beside its own and the others make room.
 */
export function stackCards<Id extends string>(
  items: readonly StackItem<Id>[],
  gap: number,
  active: Id | null,
): ReadonlyMap<Id, number> {
  const tops = new Map<Id, number>();
  const pivot = items.findIndex(({ id }) => id === active);
  const above = upwards(items, pivot, gap, tops);
  let next = above ?? Number.NEGATIVE_INFINITY;
  for (const { id, wantedTop, height } of above === null ? items : items.slice(pivot + 1)) {
    const top = Math.max(wantedTop, next);
    tops.set(id, top);
    next = top + height + gap;
  }
  return tops;
}

/** Stacks the active card and those before it upwards; null when there is no active one or no room above. */
function upwards<Id extends string>(
  items: readonly StackItem<Id>[],
  pivot: number,
  gap: number,
  tops: Map<Id, number>,
): number | null {
  const active = items[pivot];
  if (active === undefined) return null;
  const found = new Map<Id, number>([[active.id, active.wantedTop]]);
  let limit = active.wantedTop;
  for (const { id, wantedTop, height } of items.slice(0, pivot).reverse()) {
    limit = Math.min(wantedTop, limit - gap - height);
    found.set(id, limit);
  }
  if (limit < 0) return null;
  for (const [id, top] of found) tops.set(id, top);
  return active.wantedTop + active.height + gap;
}
