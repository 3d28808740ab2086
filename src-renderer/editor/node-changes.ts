/** What an update did to a text, told by the nodes that stayed and those that moved. Pure. */
import type { TextChange } from '@shared/anchors/map';
import type { TextEdit, TextMove } from './text-edit';
import type { Segment, TextMap } from './text-map';
import { addChange, changesWithin } from './word-changes';

/** Compares node by node, for nodes that stayed in the same order, and what lies between them. */
export function editByNodes(before: TextMap, after: TextMap): TextEdit {
  const changes: TextChange[] = [];
  const { stayed, moved } = pairsOf(before.segments, after.segments);
  let from = 0;
  let afterFrom = 0;
  const compare = (to: number, afterTo: number): void => {
    const stretch = { start: from, end: to, inserted: after.text.slice(afterFrom, afterTo) };
    for (const change of changesWithin(before.text, stretch)) addChange(changes, change);
    from = to;
    afterFrom = afterTo;
  };
  for (const { old, now } of stayed) {
    compare(old.start, now.start);
    compare(old.end, now.end);
  }
  compare(before.text.length, after.text.length);
  return { changes, moves: movesOf(moved, before.text, after.text) };
}

/** Nodes that moved with their text; neighbours that moved together are one. */
function movesOf(moved: readonly Pair[], before: string, after: string): readonly TextMove[] {
  const moves: TextMove[] = [];
  for (const { old, now } of moved) {
    const last = moves.at(-1);
    const together = last !== undefined && now.start - last.to === old.start - last.start;
    const start = together ? last.start : old.start;
    const to = together ? last.to : now.start;
    if (before.slice(start, old.end) !== after.slice(to, now.end)) continue;
    if (together) moves.pop();
    moves.push({ start, end: old.end, to });
  }
  return moves;
}

/** A node in both texts. */
interface Pair {
  readonly old: Segment;
  readonly now: Segment;
}

/** Segments of nodes that are in both texts: as many as possible that keep their order, and the others. */
function pairsOf(
  before: readonly Segment[],
  after: readonly Segment[],
): { readonly stayed: readonly Pair[]; readonly moved: readonly Pair[] } {
  const indexOf = new Map(after.map(({ key }, index) => [key, index]));
  const pairs: (Pair & { readonly at: number })[] = [];
  for (const old of before) {
    const at = indexOf.get(old.key);
    const now = at === undefined ? undefined : after[at];
    if (at !== undefined && now !== undefined) pairs.push({ old, now, at });
  }
  const run = new Set(rising(pairs.map(({ at }) => at)));
  return { stayed: pairs.filter((_, index) => run.has(index)), moved: pairs.filter((_, index) => !run.has(index)) };
}

/** Indexes of a longest run of rising numbers (patience sorting). */
function rising(numbers: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const previous = new Int32Array(numbers.length).fill(-1);
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const run: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index);
  return run.reverse();
}
