/** Which of the cards that are wanted are built now, so that no frame has many to build. Pure. */

/**
 * Those that are there already, all within sight, and the nearest few of the others, in the order given.
 *
 * @param distanceOf CSS pixels from what is seen; 0 within it.
 */
export function mountedOf<Id>(
  wanted: readonly Id[],
  there: ReadonlySet<Id>,
  distanceOf: (id: Id) => number,
  most: number,
): ReadonlySet<Id> {
  const mounted = new Set<Id>();
  const waiting: { readonly id: Id; readonly distance: number }[] = [];
  for (const id of wanted) {
    const distance = distanceOf(id);
    if (there.has(id) || distance === 0) mounted.add(id);
    else waiting.push({ id, distance });
  }
  waiting.sort((a, b) => a.distance - b.distance);
  for (const { id } of waiting.slice(0, most)) mounted.add(id);
  return mounted;
}
