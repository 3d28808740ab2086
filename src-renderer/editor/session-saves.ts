/** What a document's session sends to be saved: the whole, or what differs from what the archive is known to have. */
import type { Block, Body } from '@shared/model/block';
import { normaliseText } from '@shared/text/canonical-text';
import type { LexicalEditor } from 'lexical';
import { type ChangedBlocks, changedBlocks } from './changed-blocks';
import { $getBodyOf, $storedBlocks } from './nodes-to-body';
import type { PlaceList } from './place-list';
import type { PlaceTracker, Told } from './place-tracker';
import type { TextMap } from './text-map';

/** A body with all its places. */
export interface SessionSnapshot {
  readonly body: Body;
  readonly places: ReturnType<PlaceTracker['list']>;
}

/** The text at one moment, as the archive has it or is to have it. */
interface Moment {
  readonly map: TextMap;
  readonly places: PlaceList;
}

/** Blocks in the place of others, and the passages that did not just go along with the text around them. */
export interface SessionEdit extends Pick<ChangedBlocks, 'from' | 'removed' | 'count'> {
  readonly blocks: readonly Block[];
  /** Of the whole text, UTF-16 code units. */
  readonly length: number;
  readonly places: Told['places'];
}

/** A save: what it sends, and what is remembered of it. */
export interface SessionSave {
  readonly sends: { readonly edit: SessionEdit } | { readonly whole: SessionSnapshot };
  /** Null when what is stored has another text than is shown. */
  readonly moment: Moment | null;
  readonly told: Told;
}

export class SessionSaves {
  readonly #editor: LexicalEditor;
  readonly #tracker: PlaceTracker;
  readonly #map: () => TextMap;
  /** What the archive has; null when that is not known, or has another text than is shown. */
  #archived: Moment | null = null;

  /** @param map The text shown now. */
  constructor(editor: LexicalEditor, tracker: PlaceTracker, map: () => TextMap) {
    this.#editor = editor;
    this.#tracker = tracker;
    this.#map = map;
  }

  /** Says that the archive has what is shown here. */
  knowArchived(): void {
    this.#archived = this.#now();
  }

  /** Another body is shown. */
  forget(): void {
    this.#archived = null;
  }

  /**
   * What a save is to send. Tell what became of it with `arrived` or `failed`.
   *
   * @param wholly The whole, whatever is known of what the archive has.
   */
  begin(wholly = false): SessionSave {
    const before = wholly ? null : this.#archived;
    // Reading finishes what is still to be shown, so the map is asked for after that.
    const edit = before && this.#editor.read(() => this.#$editSince(before));
    if (edit === null) {
      const { sameText, ...whole } = this.whole();
      return { sends: { whole }, moment: sameText ? this.#now() : null, told: this.#tracker.tellAll() };
    }
    const { blocks, part } = edit;
    const { from, removed, count } = part;
    const told = this.#tracker.tell(edit.before, part);
    const sent = { from, removed, count, blocks, length: this.#map().length, places: told.places };
    return { sends: { edit: sent }, moment: this.#now(), told };
  }

  /** What was sent is in the archive. */
  arrived({ moment }: SessionSave): void {
    this.#archived = moment;
  }

  /** What was sent is not in the archive, as far as is known. */
  failed({ told }: SessionSave): void {
    this.#tracker.notTold(told);
  }

  /** Body and places of this moment; `sameText` when what is stored has the very text that is shown. */
  whole(): SessionSnapshot & { readonly sameText: boolean } {
    // As above.
    const { body, sameText } = this.#editor.read(() => $getBodyOf(this.#map()));
    const { text } = this.#map();
    const places = this.#tracker.list();
    if (sameText) return { body, places, sameText };
    // Something typed was not in the archive's form (decomposed accents): count in the form that is saved.
    const normalised = (offset: number): number => normaliseText(text.slice(0, offset)).length;
    return {
      body,
      sameText,
      places: places.map(({ uid, place }) => ({
        uid,
        place: place && { start: normalised(place.start), end: normalised(place.end) },
      })),
    };
  }

  #now(): Moment {
    return { map: this.#map(), places: this.#tracker.places };
  }

  #$editSince({ map, places }: Moment) {
    const now = this.#map();
    const part = changedBlocks(map, now);
    const blocks = $storedBlocks(now.blocks.slice(part.first, part.last));
    return blocks && { blocks, part, before: places };
  }
}
