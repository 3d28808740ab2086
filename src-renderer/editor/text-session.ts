/**
 * One document open in an editor: its text map, the places of its annotations, its steps to
 * undo, and what to save. Features talk to this and never to Lexical.
 */
import type { TextChange } from '@shared/anchors/map';
import type { Annotation } from '@shared/model/annotation';
import type { Body } from '@shared/model/block';
import {
  $setSelection,
  CUT_TAG,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditorWithDispose,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  type UpdateListenerPayload,
} from 'lexical';
import { $setBody } from './body-to-nodes';
import { createDocumentEditor, type DocumentEditorOptions } from './document-editor';
import { DraftPassages } from './draft-passages';
import { EditHistory } from './edit-history';
import { followDrops } from './follow-drops';
import type { Place, PlaceList } from './place-list';
import { PlaceTracker } from './place-tracker';
import { $replaceText } from './replace-text';
import { selectedOffsets } from './selected-offsets';
import { SessionSaves, type SessionSnapshot } from './session-saves';
import { applied, type TextEdit, textEdit } from './text-changes';
import { $textMap, $textMapAfter, $textMapFrom, type TextMap } from './text-map';

/** Hears of something; what it is told says where in the text (UTF-16 code units). */
export type PlaceListener = (place: NonNullable<Place>) => void;

const loadTag = 'postil-load';

export class TextSession {
  readonly editor: LexicalEditorWithDispose;
  readonly history: EditHistory;
  /** Passages being marked, for the paint. */
  readonly drafts = new DraftPassages(() => announce(this.#listeners));
  /** What of it is to be saved. */
  readonly saves: SessionSaves;
  readonly #tracker = new PlaceTracker();
  readonly #listeners = new Set<() => void>();
  readonly #editListeners = new Set<() => void>();
  readonly #stepListeners = new Set<() => void>();
  readonly #restoreListeners = new Set<PlaceListener>();
  readonly #toWriteIn: boolean;
  readonly #isDrop: () => boolean;
  #map: TextMap;
  /** What an update under way does to the text, where it is known beforehand. */
  #told: readonly TextChange[] | null = null;

  constructor(options: DocumentEditorOptions) {
    this.#toWriteIn = options.markdown;
    this.editor = createDocumentEditor(options);
    this.#map = this.editor.read($textMap);
    this.saves = new SessionSaves(this.editor, this.#tracker, () => this.#map);
    this.history = new EditHistory(this.editor);
    this.history.register();
    this.#isDrop = followDrops(this.editor);
    this.#tracker.remember(this.editor.getEditorState());
    this.editor.registerUpdateListener((update) => this.#follow(update));
  }

  /** The text shown and where it lies; a new object after each change. */
  readonly map = (): TextMap => this.#map;

  /** Where annotations lie now; a new list after each change. */
  readonly places = (): PlaceList => this.#tracker.places;

  /** The place of one passage; null when it does not stand in the text. */
  placeOf(uid: Annotation['uid']): Place {
    return this.#tracker.places.get(uid) ?? null;
  }

  /** Hears every change of content or places. Returns its disposer. */
  readonly subscribe = (listener: () => void): (() => void) => subscribed(this.#listeners, listener);

  /** Hears what is to be saved: changes made by the person. Returns its disposer. */
  onEdit(listener: () => void): () => void {
    return subscribed(this.#editListeners, listener);
  }

  /** Hears that the text took a step that `history` can undo. Returns its disposer. */
  onStep(listener: () => void): () => void {
    return subscribed(this.#stepListeners, listener);
  }

  /** Hears where an undo or redo changed the text. Returns its disposer. */
  onRestored(listener: PlaceListener): () => void {
    return subscribed(this.#restoreListeners, listener);
  }

  /** Tells the `textHash` of a text, so that it need not be worked out; where it is the text shown, it is kept as that. */
  knowHash(text: string, hash: string): void {
    this.#map.knowText(text);
    this.#tracker.knowHash(text, hash);
  }

  /**
   * Takes over the archive's annotations; `ahead` when the text here is not saved yet.
   *
   * @returns Whether a passage came back whose place the archive may not know: save to tell it.
   */
  syncAnnotations(annotations: readonly Annotation[], ahead: boolean): boolean {
    const before = this.#tracker.places;
    const cameBack = this.#tracker.sync(annotations, this.#map.text, ahead);
    this.drafts.dropFollowed((uid) => this.#tracker.places.point(uid) !== undefined);
    this.#tracker.remember(this.editor.getEditorState());
    if (this.#tracker.places !== before) announce(this.#listeners);
    return cameBack;
  }

  /** Takes back the place a passage was given by hand: it stands nowhere in the text again. */
  losePlace(uid: Annotation['uid']): void {
    this.#tracker.lose(uid);
    this.#tracker.remember(this.editor.getEditorState());
    announce(this.#listeners);
  }

  /** Shows another body, as after a change made elsewhere. Not an edit: it can't be undone, nor what was before it. */
  load(body: Body): void {
    this.#tracker.reset();
    this.saves.forget();
    // A text that is not written in must not draw the caret to it.
    const quiet = this.editor.getRootElement()?.contains(document.activeElement) ? [] : [SKIP_DOM_SELECTION_TAG];
    const tag = [loadTag, HISTORY_MERGE_TAG, ...quiet];
    this.editor.update(() => $setBody(body, this.#toWriteIn), { discrete: true, tag });
    this.history.forget();
  }

  /**
   * Puts words in the place of others, in one step to undo. Passages that held the old words hold the new ones.
   *
   * @param changes In order, apart, in offsets of the text of now.
   * @returns How many were made; quoted passages and mentions keep their words.
   */
  replace(changes: readonly TextChange[]): number {
    let made: readonly TextChange[] = [];
    const tag = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG];
    this.editor.update(
      () => {
        made = $replaceText(this.#map, changes);
        this.#told = made.map((change) => ({ ...change, rewords: true }));
      },
      { discrete: true, tag },
    );
    this.#told = null;
    return made.length;
  }

  /** Leaves the selection, as when the text leaves the screen. */
  deselect(): void {
    this.editor.update(() => $setSelection(null), { discrete: true, tag: HISTORY_MERGE_TAG });
  }

  /** Body and places of this moment. */
  snapshot(): SessionSnapshot {
    const { body, places } = this.saves.whole();
    return { body, places };
  }

  dispose(): void {
    for (const listeners of [this.#listeners, this.#editListeners, this.#stepListeners, this.#restoreListeners])
      listeners.clear();
    this.editor.dispose();
  }

  #follow(update: UpdateListenerPayload): void {
    const { dirtyElements, dirtyLeaves, editorState, tags } = update;
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
      const before = this.#map;
      this.drafts.clear();
      // An undo says of nothing that it touched it.
      this.#map = editorState.read(() =>
        tags.has(HISTORIC_TAG) ? $textMapFrom(before, update.prevEditorState) : $textMapAfter(before, update),
      );
      if (tags.has(loadTag)) announce(this.#listeners);
      else this.#edited(update, before);
    }
    this.#tracker.remember(editorState);
  }

  #edited(update: UpdateListenerPayload, before: TextMap): void {
    const edit = toldEdit(this.#told, before, this.#map) ?? editOf(update, before, this.#map);
    const historic = update.tags.has(HISTORIC_TAG);
    if (historic) this.#tracker.recall(this.history.target, edit);
    else this.#tracker.edit({ ...edit, before, is: this.#movementOf(update.tags) });
    announce(this.#listeners);
    announce(this.#editListeners);
    if (historic) this.#restored(edit);
    else if (this.history.tookStep()) announce(this.#stepListeners);
  }

  #movementOf(tags: ReadonlySet<string>): 'cut' | 'paste' | 'drop' | undefined {
    if (this.#isDrop()) return 'drop';
    if (tags.has(CUT_TAG)) return 'cut';
    return tags.has(PASTE_TAG) ? 'paste' : undefined;
  }

  #restored({ changes: [first] }: TextEdit): void {
    if (first === undefined) return;
    for (const listener of this.#restoreListeners)
      listener({ start: first.start, end: first.start + first.inserted.length });
  }
}

/** What was told of an update, if it is what happened. */
function toldEdit(told: readonly TextChange[] | null, before: TextMap, after: TextMap): TextEdit | null {
  return told !== null && applied(before.text, told) === after.text ? { changes: told, moves: [] } : null;
}

function editOf({ editorState, prevEditorState }: UpdateListenerPayload, before: TextMap, after: TextMap): TextEdit {
  return textEdit({
    before,
    after,
    selectedBefore: selectedOffsets(prevEditorState, before),
    selectedAfter: selectedOffsets(editorState, after),
  });
}

function subscribed<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}
