/**
 * Where annotations lie in a text that is being edited. Ranges are carried through each
 * change; undo and redo bring back the places a text had when it last stood like that.
 * Pure: knows nothing of nodes or the DOM.
 */
import { describe } from '@shared/anchors/describe';
import { changeBetween, mapRange } from '@shared/anchors/map';
import { resolve } from '@shared/anchors/resolve';
import type { Annotation, Selector } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { textHash } from '@shared/text/text-hash';

/** A passage's place (UTF-16 code units, half-open); null when it no longer stands in the text. */
export type Place = { readonly start: number; readonly end: number } | null;
export type Places = ReadonlyMap<AnnotationUid, Place>;

/** Texts whose places are remembered for undo; one entry is a map of small objects. */
const memoryLength = 200;

export class PlaceTracker {
  #places: Places = new Map();
  #lost = new Map<AnnotationUid, Selector>();
  #memory = new Map<string, Places>();

  /** The places now. A new map after every change. */
  get places(): Places {
    return this.#places;
  }

  /** Places as a save sends them. */
  list(): readonly { readonly uid: AnnotationUid; readonly place: Place }[] {
    return [...this.#places].map(([uid, place]) => ({ uid, place }));
  }

  /**
   * Takes over what the archive says. Passages already followed keep the place they have here
   * when the text shown is ahead of the archive's (`ahead`); new ones are looked for in it.
   */
  sync(annotations: readonly Annotation[], text: string, ahead: boolean): void {
    const hash = textHash(text);
    const next = new Map<AnnotationUid, Place>();
    for (const { uid, orphaned, selector } of annotations) {
      const known = this.#places.get(uid);
      if (ahead && known !== undefined) {
        next.set(uid, known);
        continue;
      }
      const found = orphaned ? null : resolve(text, selector, hash);
      next.set(uid, found?.found === true ? { start: found.start, end: found.end } : null);
    }
    this.#places = next;
    if (!ahead) this.#memory.clear();
  }

  /** Carries every place through an edit. `historic` says the edit is an undo or a redo. */
  change(before: string, after: string, historic: boolean): void {
    const change = changeBetween(before, after);
    if (change === null) return;
    this.#remember(textHash(before));
    const next = new Map<AnnotationUid, Place>();
    for (const [uid, place] of this.#places) {
      const mapped = place === null ? null : mapRange(place.start, place.end, change);
      if (place !== null && mapped === null) this.#lost.set(uid, describe(before, place.start, place.end));
      next.set(uid, mapped);
    }
    this.#places = historic ? this.#recalled(next, after) : next;
  }

  #remember(hash: string): void {
    this.#memory.delete(hash);
    this.#memory.set(hash, this.#places);
    const [oldest] = this.#memory.keys();
    if (this.#memory.size > memoryLength && oldest !== undefined) this.#memory.delete(oldest);
  }

  /** Places after an undo: as they were in this very text, or where a lost passage stands again. */
  #recalled(mapped: Places, text: string): Places {
    const hash = textHash(text);
    const remembered = this.#memory.get(hash);
    const next = new Map<AnnotationUid, Place>();
    for (const [uid, place] of mapped) {
      const known = remembered?.get(uid);
      if (known !== undefined) next.set(uid, known);
      else next.set(uid, place ?? this.#refound(uid, text, hash));
    }
    return next;
  }

  #refound(uid: AnnotationUid, text: string, hash: string): Place {
    const selector = this.#lost.get(uid);
    const found = selector === undefined ? null : resolve(text, selector, hash);
    return found?.found === true ? { start: found.start, end: found.end } : null;
  }
}
