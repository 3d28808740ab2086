/**
 * Where annotations lie in a text that is being edited. Ranges are carried through each change,
 * go along with text that is cut and pasted, and stand again as they stood when undo or redo
 * brings an earlier moment back. Pure: knows nothing of nodes or the DOM.
 */
import { resolve } from '@shared/anchors/resolve';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { textHash } from '@shared/text/text-hash';
import { type ChangedPart, changedPart } from './changed-part';
import { type CutText, cutOut, putBack } from './cut-text';
import { type Place, PlaceList } from './place-list';
import type { TextEdit, TextMove } from './text-changes';

/** A change of the text as the tracker takes it. */
export interface TrackedEdit extends TextEdit {
  readonly before: { readonly text: string };
  /** Cut text takes its passages along, pasted text brings them, dropped text does both at once. */
  readonly is?: 'cut' | 'paste' | 'drop' | undefined;
}

/** Places sent to the archive, and what of them would have to be sent again. */
export interface Told {
  readonly places: readonly { readonly uid: AnnotationUid; readonly place: Place }[];
  readonly untold: ReadonlySet<AnnotationUid>;
}

/** What was taken over last, and the places that made. */
interface Synced {
  readonly annotations: readonly Annotation[];
  readonly list: PlaceList;
  readonly hash: string;
  readonly ahead: boolean;
}

export class PlaceTracker {
  #list = PlaceList.empty;
  /** What the archive has. Passages deleted there are followed on, for when that is taken back. */
  #present = new Set<AnnotationUid>();
  /** Counts what the archive gave; with each passage, when it last gave its place. */
  #time = 0;
  #givenAt = new Map<AnnotationUid, number>();
  #moments = new WeakMap<object, { readonly places: PlaceList; readonly time: number }>();
  #cut: CutText | null = null;
  /** Of the text last synced: the archive is read again more often than the text changes. */
  #hashed: { readonly text: string; readonly hash: string } | null = null;
  #synced: Synced | null = null;
  /** Passages whose place here the archive may not have, whatever the text around them did. */
  #untold = new Set<AnnotationUid>();

  /** The places now. A new list after every change; passages deleted in the archive may be among them. */
  get places(): PlaceList {
    return this.#list;
  }

  /** Places as a save sends them. */
  list(): readonly { readonly uid: AnnotationUid; readonly place: Place }[] {
    return this.#list
      .all()
      .filter(({ uid }) => this.#present.has(uid))
      .map(({ uid, start, end }) => ({ uid, place: start < end ? { start, end } : null }));
  }

  /**
   * Places a save of an edit sends: of passages that did not just go along with the text around it since a moment the
   * archive has. They count as told from here on.
   */
  tell(before: PlaceList, part: { readonly start: number; readonly end: number; readonly by: number }): Told {
    const moved = this.#list.notAlongWith(before, part);
    const untold = this.#takeUntold();
    const uids = new Set([...moved.map(({ uid }) => uid), ...untold]);
    const places = [...uids]
      .filter((uid) => this.#present.has(uid))
      .map((uid) => ({ uid, place: this.#list.get(uid) ?? null }));
    return { places, untold };
  }

  /** As {@link tell}, of all passages. */
  tellAll(): Told {
    return { places: this.list(), untold: this.#takeUntold() };
  }

  #takeUntold(): ReadonlySet<AnnotationUid> {
    const untold = this.#untold;
    this.#untold = new Set();
    return untold;
  }

  /** What was told did not arrive. */
  notTold({ untold }: Told): void {
    for (const uid of untold) this.#untold.add(uid);
  }

  /**
   * Takes over what the archive says. Its places hold where it speaks of this very text; else
   * those known here do, and only what is known nowhere is looked for.
   *
   * @param ahead Whether the text here is not saved yet.
   * @returns Whether a passage came back whose place the archive may no longer know.
   */
  sync(annotations: readonly Annotation[], text: string, ahead: boolean): boolean {
    const hash = this.#hashOf(text);
    const { gone, come } = this.#newsIn(annotations, { hash, ahead });
    const wanted = new Map<AnnotationUid, NonNullable<Place>>();
    let cameBack = false;
    for (const annotation of come) {
      const { uid, orphaned, selector } = annotation;
      const known = this.#list.point(uid);
      const place = placeToTake(annotation, { known, text, hash, ahead });
      cameBack ||= known !== undefined && !this.#present.has(uid) && (orphaned || selector.textHash !== hash);
      if (known?.start !== place.start || known.end !== place.end) wanted.set(uid, place);
      else if (this.#present.has(uid) && orphaned === (place.start === place.end)) continue;
      const isTheArchives = !ahead && (orphaned ? place.start === place.end : selector.textHash === hash);
      if (!isTheArchives) this.#untold.add(uid);
    }
    for (const { uid } of gone) this.#present.delete(uid);
    for (const { uid } of come) this.#present.add(uid);
    if (wanted.size > 0) {
      this.#time++;
      for (const uid of wanted.keys()) this.#givenAt.set(uid, this.#time);
      this.#list = this.#list.with(wanted);
    }
    this.#synced = { annotations, list: this.#list, hash, ahead };
    return cameBack;
  }

  /** What the archive says otherwise than last time; all of it where the text or the places have changed since. */
  #newsIn(
    annotations: readonly Annotation[],
    { hash, ahead }: Pick<Synced, 'hash' | 'ahead'>,
  ): ChangedPart<Annotation> {
    const last = this.#synced;
    const asLeft = last !== null && last.list === this.#list && last.hash === hash && last.ahead === ahead;
    return asLeft ? changedPart(last.annotations, annotations) : { gone: last?.annotations ?? [], come: annotations };
  }

  /**
   * Takes back a place that was given by hand: the passage is lost again, and a moment from before
   * it was given has the say once more.
   */
  lose(uid: AnnotationUid): void {
    const known = this.#list.point(uid);
    if (known === undefined) return;
    this.#givenAt.delete(uid);
    this.#untold.add(uid);
    this.#list = this.#list.with(new Map([[uid, { start: known.start, end: known.start }]]));
  }

  /** Tells a text's hash, which takes long to work out. */
  knowHash(text: string, hash: string): void {
    this.#hashed = { text, hash };
  }

  #hashOf(text: string): string {
    if (this.#hashed?.text !== text) this.#hashed = { text, hash: textHash(text) };
    return this.#hashed.hash;
  }

  /** Carries every place through an edit. */
  edit({ before, changes, moves, is }: TrackedEdit): void {
    if (changes.length === 0) return;
    const from = this.#list;
    this.#list = movedAlong(from, from.carry(changes), moves);
    if (is === 'cut' || is === 'drop') this.#cut = cutOut(from, before.text, changes);
    if (is === 'paste' || is === 'drop') this.#paste(changes);
  }

  /** Remembers the places of now as those of a moment, for as long as the moment itself is kept. */
  remember(moment: object): void {
    this.#moments.set(moment, { places: this.#list, time: this.#time });
  }

  /**
   * Goes to another moment of the text: places are as they were then. Passages the archive has
   * given or placed since are carried.
   */
  recall(moment: object | null, { changes, moves }: TextEdit): void {
    const carried = movedAlong(this.#list, this.#list.carry(changes), moves);
    const then = moment === null ? undefined : this.#moments.get(moment);
    if (then === undefined) {
      this.#list = carried;
      return;
    }
    const newer = new Map<AnnotationUid, NonNullable<Place>>();
    for (const { uid, start, end } of carried.all())
      if ((this.#givenAt.get(uid) ?? 0) > then.time) newer.set(uid, { start, end });
    this.#list = newer.size === 0 ? then.places : then.places.with(newer);
  }

  /** Forgets all places and moments, as when another body is shown. */
  reset(): void {
    this.#list = PlaceList.empty;
    this.#present = new Set();
    this.#untold = new Set();
    this.#synced = null;
    this.#givenAt = new Map();
    this.#moments = new WeakMap();
    this.#cut = null;
  }

  #paste(changes: TextEdit['changes']): void {
    if (this.#cut === null) return;
    const put = putBack(this.#cut, this.#list, changes);
    if (put.size === 0) return;
    this.#list = this.#list.with(put);
    this.#cut = null;
  }
}

/** Passages that lie wholly in text that moved go along with it. */
function movedAlong(before: PlaceList, after: PlaceList, moves: readonly TextMove[]): PlaceList {
  const along = new Map<AnnotationUid, NonNullable<Place>>();
  for (const move of moves) {
    for (const { uid, start, end } of before.between(move.start, move.end)) {
      if (start < move.start || end > move.end || after.get(uid) !== null) continue;
      along.set(uid, { start: start - move.start + move.to, end: end - move.start + move.to });
    }
  }
  return along.size === 0 ? after : after.with(along);
}

interface Here {
  readonly known: NonNullable<Place> | undefined;
  readonly text: string;
  readonly hash: string;
  readonly ahead: boolean;
}

/** Where an annotation of the archive is to stand here; an empty range when nowhere. */
function placeToTake({ orphaned, selector }: Annotation, { known, text, hash, ahead }: Here): NonNullable<Place> {
  if (!orphaned && selector.textHash === hash) return { start: selector.start, end: selector.end };
  const lost = known !== undefined && known.start === known.end;
  if (known !== undefined && (!lost || ahead || orphaned)) return known;
  const nowhere = Math.min(selector.start, text.length);
  const found = orphaned ? null : resolve(text, selector, hash);
  return found?.found === true ? { start: found.start, end: found.end } : { start: nowhere, end: nowhere };
}
