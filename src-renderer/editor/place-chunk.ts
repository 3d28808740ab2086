/**
 * A run of passages in order of place, with a number that moves all of them at once: what a list of
 * places is made of. Immutable. Pure: knows nothing of nodes or the DOM.
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

/** Which passages a chunk holds, in order. The same object while an edit only moves them. */
export class ChunkNames {
  /** Tells the chunk among those of its list, wherever it stands there. */
  readonly id: number;
  readonly uids: readonly AnnotationUid[];
  /** Made when first asked: most chunks are never looked into. */
  #indexOf: Map<AnnotationUid, number> | null = null;

  constructor(id: number, uids: readonly AnnotationUid[]) {
    this.id = id;
    this.uids = uids;
  }

  /** -1 when it is not here. */
  indexOf(uid: AnnotationUid): number {
    this.#indexOf ??= new Map(this.uids.map((one, index) => [one, index]));
    return this.#indexOf.get(uid) ?? -1;
  }
}

/** Places of some passages, counted from `shift`. */
export interface Chunk {
  readonly names: ChunkNames;
  readonly shift: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly first: number;
  /** The furthest end. */
  readonly reach: number;
}

function chunkOf(names: ChunkNames, starts: Int32Array, ends: Int32Array, shift: number): Chunk {
  let reach = 0;
  for (const end of ends) reach = Math.max(reach, end);
  return { names, shift, starts, ends, first: starts[0] ?? 0, reach };
}

/** By start; of two that begin together the longer first. */
export const inOrder = (a: PlacedUid, b: PlacedUid): number => a.start - b.start || b.end - a.end;

/** A range after a change; one that is lost, or was, stays as an empty one where it stood. */
function carried(start: number, end: number, change: TextChange): { readonly start: number; readonly end: number } {
  const mapped = start < end ? mapRange(start, end, change) : null;
  if (mapped !== null) return mapped;
  const point =
    change.end <= start ? start + change.inserted.length - (change.end - change.start) : Math.min(start, change.start);
  return { start: point, end: point };
}

export function placeIn({ shift, starts, ends }: Chunk, inside: number): NonNullable<Place> {
  return { start: (starts[inside] ?? 0) + shift, end: (ends[inside] ?? 0) + shift };
}

export function chunkFrom(id: number, places: readonly PlacedUid[]): Chunk {
  const names = new ChunkNames(
    id,
    places.map(({ uid }) => uid),
  );
  return chunkOf(
    names,
    Int32Array.from(places, ({ start }) => start),
    Int32Array.from(places, ({ end }) => end),
    0,
  );
}

/** Whether a chunk's passage stays before one that is added: of equals, what was there. */
export function startsBefore(chunk: Chunk | undefined, inside: number, { start, end }: PlacedUid): boolean {
  if (chunk === undefined) return false;
  const from = (chunk.starts[inside] ?? 0) + chunk.shift;
  return from < start || (from === start && (chunk.ends[inside] ?? 0) + chunk.shift >= end);
}

export function insertedInto({ names, shift, starts, ends }: Chunk, at: number, { uid, start, end }: PlacedUid): Chunk {
  const grown = (numbers: Int32Array, value: number): Int32Array => {
    const next = new Int32Array(numbers.length + 1);
    next.set(numbers.subarray(0, at));
    next[at] = value - shift;
    next.set(numbers.subarray(at), at + 1);
    return next;
  };
  return chunkOf(
    new ChunkNames(names.id, names.uids.toSpliced(at, 0, uid)),
    grown(starts, start),
    grown(ends, end),
    shift,
  );
}

/** A chunk cut in two; the second half takes an id no other chunk of the list has. */
export function halvesOf({ names, shift, starts, ends }: Chunk, newId: number): readonly [Chunk, Chunk] {
  const middle = starts.length >>> 1;
  return [
    chunkOf(
      new ChunkNames(names.id, names.uids.slice(0, middle)),
      starts.slice(0, middle),
      ends.slice(0, middle),
      shift,
    ),
    chunkOf(new ChunkNames(newId, names.uids.slice(middle)), starts.slice(middle), ends.slice(middle), shift),
  ];
}

export function carryChunk(chunk: Chunk, change: TextChange): Chunk {
  const { names, shift, starts, ends } = chunk;
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
  return chunkOf(names, newStarts, newEnds, shift);
}

/** Whether chunks rewritten are still sorted, also against their neighbours. */
export function inTurn(before: readonly Chunk[], after: readonly Chunk[]): boolean {
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

/** Whether a chunk is another one whose passages all moved by the same number, if at all. */
export const movedOnly = (before: Chunk, after: Chunk): boolean =>
  before.names === after.names && before.starts === after.starts && before.ends === after.ends;
