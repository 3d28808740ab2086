/**
 * Many passages in order of place, cheap to carry through an edit: a change touches the few
 * passages around it and moves whole chunks of the others by one number. Immutable, so every
 * state of the text can keep its own list. Pure: knows nothing of nodes or the DOM.
 */
import type { TextChange } from '@shared/anchors/map';
import type { AnnotationUid } from '@shared/model/ids';
import {
  type Chunk,
  carryChunk,
  chunkFrom,
  halvesOf,
  inOrder,
  insertedInto,
  inTurn,
  movedOnly,
  type Place,
  type PlacedUid,
  placeIn,
  startsBefore,
} from './place-chunk';

export type { Place, PlacedUid };

/** Passages a chunk begins with: moving 10,000 of them then costs 80 small objects. */
const chunkSize = 128;
/** A chunk that passages were added to is cut in two from here on. */
const fullChunk = 2 * chunkSize;
/** Adding more than this to a list is done by making it anew. */
const fewAdded = 64;
/** Code units around an edit in which a passage is no longer said to just have gone along: its context may be another. */
const nearby = 64;
/** Chunks two lists may have each for itself and still be compared passage by passage. */
const mostChanged = 16;

/**
 * In which chunk each passage lies, by the chunk's id. Lists made of one another share it: one that
 * does not hold a passage yet finds nothing of it in that chunk.
 */
interface Homes {
  readonly idOf: Map<AnnotationUid, number>;
  /** Where the chunk of an id stands in the list. */
  readonly chunkAt: readonly number[];
}

export class PlaceList {
  static readonly empty = new PlaceList({ idOf: new Map(), chunkAt: [] }, []);

  readonly #homes: Homes;
  readonly #chunks: readonly Chunk[];

  private constructor(homes: Homes, chunks: readonly Chunk[]) {
    this.#homes = homes;
    this.#chunks = chunks;
  }

  /** A list of these; an empty range (`start` = `end`) is a passage lost at that point. */
  static of(places: readonly PlacedUid[]): PlaceList {
    const sorted = [...places].sort(inOrder);
    const chunks: Chunk[] = [];
    for (let from = 0; from < sorted.length; from += chunkSize)
      chunks.push(chunkFrom(chunks.length, sorted.slice(from, from + chunkSize)));
    return PlaceList.#withHomes(chunks);
  }

  static #withHomes(chunks: readonly Chunk[]): PlaceList {
    const idOf = new Map<AnnotationUid, number>();
    for (const { names } of chunks) for (const uid of names.uids) idOf.set(uid, names.id);
    const chunkAt: number[] = [];
    for (const [number, { names }] of chunks.entries()) chunkAt[names.id] = number;
    return new PlaceList({ idOf, chunkAt }, chunks);
  }

  /** Where a passage lies: null when it is lost, undefined when it is not followed. */
  get(uid: AnnotationUid): Place | undefined {
    const place = this.point(uid);
    return place !== undefined && place.start === place.end ? null : place;
  }

  /** Where a passage lies or, lost, where it was lost (an empty range). */
  point(uid: AnnotationUid): NonNullable<Place> | undefined {
    const id = this.#homes.idOf.get(uid);
    const chunk = id === undefined ? undefined : this.#chunks[this.#homes.chunkAt[id] ?? -1];
    const inside = chunk?.names.indexOf(uid) ?? -1;
    return chunk === undefined || inside === -1 ? undefined : placeIn(chunk, inside);
  }

  /** The passages that share at least one code unit with `[start, end)`, in order of place. */
  between(start: number, end: number): readonly PlacedUid[] {
    const found: PlacedUid[] = [];
    for (const chunk of this.#chunks) {
      if (chunk.first + chunk.shift >= end) break;
      if (chunk.reach + chunk.shift <= start) continue;
      for (const [inside, uid] of chunk.names.uids.entries()) {
        const from = (chunk.starts[inside] ?? 0) + chunk.shift;
        const to = (chunk.ends[inside] ?? 0) + chunk.shift;
        if (from >= end) break;
        if (to > start && from < to) found.push({ uid, start: from, end: to });
      }
    }
    return found;
  }

  /** Every passage, lost ones as empty ranges, in order of place. */
  all(): readonly PlacedUid[] {
    return this.#chunks.flatMap((chunk) => chunk.names.uids.map((uid, inside) => ({ uid, ...placeIn(chunk, inside) })));
  }

  /** The list with some passages elsewhere, or added: a few new ones touch only the chunks they come into. */
  with(places: ReadonlyMap<AnnotationUid, NonNullable<Place>>): PlaceList {
    const added = Array.from(places, ([uid, place]): PlacedUid => ({ uid, ...place }));
    if (this.#chunks.length === 0 || added.length > fewAdded || added.some(({ uid }) => this.point(uid) !== undefined))
      return PlaceList.of([...this.all().filter(({ uid }) => !places.has(uid)), ...added]);
    let list: PlaceList = this;
    for (const one of added) list = list.#withOneMore(one);
    return list;
  }

  #withOneMore(one: PlacedUid): PlaceList {
    const number = Math.max(
      0,
      countBefore(this.#chunks.length, (index) => startsBefore(this.#chunks[index], 0, one)) - 1,
    );
    const chunk = this.#chunks[number];
    if (chunk === undefined) return PlaceList.of([one]);
    const inside = countBefore(chunk.starts.length, (index) => startsBefore(chunk, index, one));
    const grown = insertedInto(chunk, inside, one);
    if (grown.starts.length >= fullChunk)
      return PlaceList.#withHomes(this.#chunks.toSpliced(number, 1, ...halvesOf(grown, this.#chunks.length)));
    // Another list made of the same one may hold it elsewhere.
    const { idOf, chunkAt } = this.#homes;
    const known = idOf.get(one.uid);
    const own = known === undefined || known === chunk.names.id ? idOf : new Map(idOf);
    own.set(one.uid, chunk.names.id);
    return new PlaceList({ idOf: own, chunkAt }, this.#chunks.with(number, grown));
  }

  /**
   * The passages that lie elsewhere than in another list, or are in one of the two only. Cheap where the lists were made
   * of one another; null when it would be many, as after an edit that moves all behind it.
   */
  differingFrom(other: PlaceList): readonly AnnotationUid[] | null {
    if (other === this) return [];
    const [mine, others] = [new Set(this.#chunks), new Set(other.#chunks)];
    const changed = [
      ...this.#chunks.filter((one) => !others.has(one)),
      ...other.#chunks.filter((one) => !mine.has(one)),
    ];
    if (changed.length > mostChanged) return null;
    const uids = new Set(changed.flatMap(({ names }) => names.uids));
    return [...uids].filter((uid) => {
      const [here, there] = [this.point(uid), other.point(uid)];
      return here?.start !== there?.start || here?.end !== there?.end;
    });
  }

  /**
   * The passages that do not lie where they did before a part of the text became another, moved along with what is
   * behind it: those near the part, too. Cheap where this list was made of the other one.
   *
   * @param part The text outside `[start, end)` is the same; what follows it moved by `by`.
   */
  notAlongWith(
    before: PlaceList,
    { start, end, by }: { readonly start: number; readonly end: number; readonly by: number },
  ): readonly PlacedUid[] {
    const isBefore = (place: number): boolean => place < start - nearby;
    const isBehind = (place: number): boolean => place > end + nearby;
    const found: PlacedUid[] = [];
    for (const chunk of this.#chunks) {
      const was = before.#chunks[before.#homes.chunkAt[chunk.names.id] ?? -1];
      if (was !== undefined && movedOnly(was, chunk)) {
        if (isBefore(was.reach + was.shift) && chunk.shift === was.shift) continue;
        if (isBehind(was.first + was.shift) && chunk.shift === was.shift + by) continue;
      }
      for (const [inside, uid] of chunk.names.uids.entries()) {
        const here = placeIn(chunk, inside);
        const there = before.point(uid);
        const stayedLost = there?.start === there?.end && here.start === here.end;
        if (there !== undefined && stayedLost) continue;
        const moved = there !== undefined && isBehind(there.start) ? by : 0;
        const isAway = there !== undefined && there.start < there.end && (isBefore(there.end) || isBehind(there.start));
        if (isAway && here.start === there.start + moved && here.end === there.end + moved) continue;
        found.push({ uid, ...here });
      }
    }
    return found;
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
    const next = new PlaceList(this.#homes, chunks);
    // Deleting what two passages began with can leave the shorter one first.
    return inTurn(this.#chunks, chunks) ? next : PlaceList.of(next.all());
  }
}

/** How many of `count` things in order come before something: a binary search. */
function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
