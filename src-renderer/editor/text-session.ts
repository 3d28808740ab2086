/**
 * One document open in an editor: its text map, the places of its annotations, and what to
 * save. Features talk to this and never to Lexical.
 */
import type { Annotation } from '@shared/model/annotation';
import type { Body } from '@shared/model/block';
import { normaliseText, textOf } from '@shared/text/canonical-text';
import { HISTORIC_TAG, HISTORY_MERGE_TAG, type LexicalEditorWithDispose } from 'lexical';
import { $setBody } from './body-to-nodes';
import { createDocumentEditor, type DocumentEditorOptions } from './document-editor';
import { $getBody } from './nodes-to-body';
import { type Place, type Places, PlaceTracker } from './place-tracker';
import { $textMap, type TextMap } from './text-map';

/** What a save sends. */
export interface SessionSnapshot {
  readonly body: Body;
  readonly places: ReturnType<PlaceTracker['list']>;
}

const loadTag = 'postil-load';

export class TextSession {
  readonly editor: LexicalEditorWithDispose;
  readonly #tracker = new PlaceTracker();
  readonly #listeners = new Set<() => void>();
  readonly #editListeners = new Set<() => void>();
  readonly #toWriteIn: boolean;
  #map: TextMap;

  constructor(options: DocumentEditorOptions) {
    this.#toWriteIn = options.markdown;
    this.editor = createDocumentEditor(options);
    this.#map = this.editor.read($textMap);
    this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const before = this.#map;
      this.#map = editorState.read($textMap);
      if (tags.has(loadTag)) return this.#announce(this.#listeners);
      if (before.text !== this.#map.text) this.#tracker.change(before.text, this.#map.text, tags.has(HISTORIC_TAG));
      this.#announce(this.#listeners);
      this.#announce(this.#editListeners);
    });
  }

  /** The text shown and where it lies; a new object after each change. */
  readonly map = (): TextMap => this.#map;

  /** Where annotations lie now; a new map after each change. */
  readonly places = (): Places => this.#tracker.places;

  /** The place of one passage; null when it does not stand in the text. */
  placeOf(uid: Annotation['uid']): Place {
    return this.#tracker.places.get(uid) ?? null;
  }

  /** Hears every change of content or places. Returns its disposer. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears what is to be saved: changes made by the person. Returns its disposer. */
  onEdit(listener: () => void): () => void {
    this.#editListeners.add(listener);
    return () => this.#editListeners.delete(listener);
  }

  /** Takes over the archive's annotations; `ahead` when the text here is not saved yet. */
  syncAnnotations(annotations: readonly Annotation[], ahead: boolean): void {
    this.#tracker.sync(annotations, this.#map.text, ahead);
    this.#announce(this.#listeners);
  }

  /** Shows another body, as after a change made elsewhere. Not an edit; can't be undone. */
  load(body: Body): void {
    this.editor.update(() => $setBody(body, this.#toWriteIn), { discrete: true, tag: [loadTag, HISTORY_MERGE_TAG] });
  }

  /** Body and places of this moment. */
  snapshot(): SessionSnapshot {
    const body = this.editor.read($getBody);
    const { text } = this.#map;
    const places = this.#tracker.list();
    if (textOf(body) === text) return { body, places };
    // Something typed was not in the archive's form (decomposed accents): count in the form that is saved.
    const normalised = (offset: number): number => normaliseText(text.slice(0, offset)).length;
    return {
      body,
      places: places.map(({ uid, place }) => ({
        uid,
        place: place && { start: normalised(place.start), end: normalised(place.end) },
      })),
    };
  }

  dispose(): void {
    this.#listeners.clear();
    this.#editListeners.clear();
    this.editor.dispose();
  }

  #announce(listeners: ReadonlySet<() => void>): void {
    for (const listener of listeners) listener();
  }
}
