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

/** What is seen of the margin, in its own coordinates, CSS pixels. */
export interface MarginView {
  readonly top: number;
  readonly height: number;
  /** Whether there may be more cards above than these; then those in view matter more than a steady order. */
  readonly crowded: boolean;
}

/**
 * As `stackCards`; but where many passages would push the cards of those in view out of sight,
 * the active passage, or the first one in view, has its card exactly beside it. Cards that then
 * find no room above it have no top.
 */
export function stackInView<Id extends string>(
  items: readonly StackItem<Id>[],
  gap: number,
  active: Id | null,
  { top, height, crowded }: MarginView,
): ReadonlyMap<Id, number> {
  const inView = (item: StackItem<Id> | undefined): boolean =>
    item !== undefined && item.wantedTop >= top && item.wantedTop < top + height;
  const plain = stackCards(items, gap, active);
  if (!crowded) return plain;
  const inUse = items.findIndex((item) => item.id === active && inView(item));
  const pivot = inUse === -1 ? items.findIndex(inView) : inUse;
  const first = items[pivot];
  if (first === undefined) return plain;
  const driftPx = Math.abs((plain.get(first.id) ?? 0) - first.wantedTop);
  if (driftPx < height / 3) return plain;
  return stackCards(items.slice(pivot - roomAbove(items, pivot, gap)), gap, first.id);
}

/** How many cards fit between the margin's beginning and the pivot's. */
function roomAbove(items: readonly StackItem[], pivot: number, gap: number): number {
  let limit = items[pivot]?.wantedTop ?? 0;
  let fitting = 0;
  for (const { wantedTop, height } of items.slice(0, pivot).reverse()) {
    limit = Math.min(wantedTop, limit - gap - height);
    if (limit < 0) break;
    fitting++;
  }
  return fitting;
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
