/**
 * Many passages in order of place, cheap to carry through an edit: a change touches the few
 * passages around it and moves whole chunks of the others by one number. Immutable, so every
 * state of the text can keep its own list. Pure: knows nothing of nodes or the DOM.
 */
import { mapRange, type TextChange } from '@shared/anchors/map';
import type { AnnotationUid } from '@shared/model/ids';

/** A passage's place (UTF-16 code units, half-open); null when it no longer stands in the text. */
export type Place = { readonly start: number; readonly end: number } | null;

/** A passage with the place it has. */
export interface PlacedUid {
  readonly uid: AnnotationUid;
  readonly start: number;
  readonly end: number;
}

/** Passages a chunk holds: moving 10,000 of them then costs 80 small objects. */
const chunkSize = 128;

/** Which passage is where in the list; shared by every list that has the same ones in the same order. */
interface Layout {
  readonly uids: readonly AnnotationUid[];
  readonly indexOf: ReadonlyMap<AnnotationUid, number>;
}

/** Places of up to `chunkSize` passages, counted from `shift`. */
interface Chunk {
  readonly shift: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly first: number;
  /** The furthest end. */
  readonly reach: number;
}

function chunkOf(starts: Int32Array, ends: Int32Array, shift: number): Chunk {
  let reach = 0;
  for (const end of ends) reach = Math.max(reach, end);
  return { shift, starts, ends, first: starts[0] ?? 0, reach };
}

/** By start; of two that begin together the longer first. */
const inOrder = (a: PlacedUid, b: PlacedUid): number => a.start - b.start || b.end - a.end;

/** A range after a change; one that is lost, or was, stays as an empty one where it stood. */
function carried(start: number, end: number, change: TextChange): { readonly start: number; readonly end: number } {
  const mapped = start < end ? mapRange(start, end, change) : null;
  if (mapped !== null) return mapped;
  const point =
    change.end <= start ? start + change.inserted.length - (change.end - change.start) : Math.min(start, change.start);
  return { start: point, end: point };
}

export class PlaceList {
  static readonly empty = new PlaceList({ uids: [], indexOf: new Map() }, []);

  readonly #layout: Layout;
  readonly #chunks: readonly Chunk[];

  private constructor(layout: Layout, chunks: readonly Chunk[]) {
    this.#layout = layout;
    this.#chunks = chunks;
  }

  /** A list of these; an empty range (`start` = `end`) is a passage lost at that point. */
  static of(places: readonly PlacedUid[]): PlaceList {
    const sorted = [...places].sort(inOrder);
    const uids = sorted.map(({ uid }) => uid);
    const indexOf = new Map<AnnotationUid, number>();
    const starts = new Int32Array(sorted.length);
    const ends = new Int32Array(sorted.length);
    sorted.forEach(({ uid, start, end }, index) => {
      indexOf.set(uid, index);
      starts[index] = start;
      ends[index] = end;
    });
    const chunks: Chunk[] = [];
    for (let from = 0; from < sorted.length; from += chunkSize)
      chunks.push(chunkOf(starts.subarray(from, from + chunkSize), ends.subarray(from, from + chunkSize), 0));
    return new PlaceList({ uids, indexOf }, chunks);
  }

  /** All passages in order of place, lost ones where they were lost. The same array until the order changes. */
  get order(): readonly AnnotationUid[] {
    return this.#layout.uids;
  }

  /** Where a passage lies: null when it is lost, undefined when it is not followed. */
  get(uid: AnnotationUid): Place | undefined {
    const place = this.point(uid);
    return place !== undefined && place.start === place.end ? null : place;
  }

  /** Where a passage lies or, lost, where it was lost (an empty range). */
  point(uid: AnnotationUid): NonNullable<Place> | undefined {
    const index = this.#layout.indexOf.get(uid);
    return index === undefined ? undefined : this.#at(index);
  }

  /** The passages that share at least one code unit with `[start, end)`, in order of place. */
  between(start: number, end: number): readonly PlacedUid[] {
    const found: PlacedUid[] = [];
    for (const [number, chunk] of this.#chunks.entries()) {
      if (chunk.first + chunk.shift >= end) break;
      if (chunk.reach + chunk.shift <= start) continue;
      for (let inside = 0; inside < chunk.starts.length; inside++) {
        const from = (chunk.starts[inside] ?? 0) + chunk.shift;
        const to = (chunk.ends[inside] ?? 0) + chunk.shift;
        if (from >= end) break;
        const uid = this.#layout.uids[number * chunkSize + inside];
        if (to > start && from < to && uid !== undefined) found.push({ uid, start: from, end: to });
      }
    }
    return found;
  }

  /** Every passage, lost ones as empty ranges, in order of place. */
  all(): readonly PlacedUid[] {
    return this.#layout.uids.map((uid, index) => ({ uid, ...this.#at(index) }));
  }

  /**
   * The list after an edit.
   *
   * @param changes Replacements that happened at once, in order, apart; offsets count in the text before.
   */
  carry(changes: readonly TextChange[]): PlaceList {
    let chunks = this.#chunks;
    // From the last to the first: those before keep their offsets.
    for (const change of changes.toReversed()) chunks = chunks.map((chunk) => carryChunk(chunk, change));
    const next = new PlaceList(this.#layout, chunks);
    // Deleting what two passages began with can leave the shorter one first.
    return inTurn(this.#chunks, chunks) ? next : PlaceList.of(next.all());
  }

  #at(index: number): NonNullable<Place> {
    const chunk = this.#chunks[Math.floor(index / chunkSize)];
    const inside = index % chunkSize;
    const shift = chunk?.shift ?? 0;
    return { start: (chunk?.starts[inside] ?? 0) + shift, end: (chunk?.ends[inside] ?? 0) + shift };
  }
}

function carryChunk(chunk: Chunk, change: TextChange): Chunk {
  const { shift, starts, ends } = chunk;
  if (chunk.reach + shift < change.start) return chunk;
  const grown = change.inserted.length - (change.end - change.start);
  if (chunk.first + shift >= change.end) return grown === 0 ? chunk : { ...chunk, shift: shift + grown };
  const newStarts = starts.slice();
  const newEnds = ends.slice();
  for (let inside = 0; inside < starts.length; inside++) {
    const place = carried((starts[inside] ?? 0) + shift, (ends[inside] ?? 0) + shift, change);
    newStarts[inside] = place.start - shift;
    newEnds[inside] = place.end - shift;
  }
  return chunkOf(newStarts, newEnds, shift);
}

/** Whether chunks rewritten are still sorted, also against their neighbours. */
function inTurn(before: readonly Chunk[], after: readonly Chunk[]): boolean {
  let start = -1;
  let end = -1;
  for (const [number, chunk] of after.entries()) {
    const last = chunk.starts.length - 1;
    const rewritten = chunk.starts !== before[number]?.starts;
    for (let inside = 0; inside <= last; inside = rewritten || inside === last ? inside + 1 : last) {
      const from = (chunk.starts[inside] ?? 0) + chunk.shift;
      const to = (chunk.ends[inside] ?? 0) + chunk.shift;
      if (from < start || (from === start && to > end)) return false;
      start = from;
      end = to;
    }
  }
  return true;
}
