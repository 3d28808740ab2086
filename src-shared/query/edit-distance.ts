/** How many letters have to be changed, added, left out or swapped to make one word of another. */

/**
 * The optimal string alignment distance in UTF-16 code units, or `most + 1` when it is larger than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let earlier: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? most) + 1,
        (row[j - 1] ?? most) + 1,
        (previous[j - 1] ?? most) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (earlier[j - 2] ?? most) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // Two rows back may still help by a swap, but never below this row's least plus nothing.
    if (least > most && Math.min(...previous) > most) return most + 1;
    earlier = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? most + 1, most + 1);
}
