/**
 * A document open for reading or writing together with its saving: which revision it has, what
 * is not saved yet, and what happens when someone else changed it meanwhile.
 */
import { CallError, call } from '@renderer/client/client';
import { holdReads, queryClient } from '@renderer/client/queries';
import { Autosave } from '@renderer/editor/autosave';
import { notePictures } from '@renderer/editor/nodes/picture-sizes';
import type { SessionSave } from '@renderer/editor/session-saves';
import { TextSession } from '@renderer/editor/text-session';
import { errorWords } from '@renderer/i18n/i18n';
import { savedPart } from '@renderer/ui/save-state';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentView } from '@shared/contract/document-shapes';
import type { Body } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';
import { onFlush } from './pending-saves';
import { SessionHistory } from './session-history';

/** The sentence for whatever made a call fail. */
export function failureWords(failed: unknown): string {
  return errorWords(failed instanceof CallError ? failed.data : { code: 'internal' });
}

/** Says that something could not be done. */
export function showFailure(failed: unknown): void {
  showToast({ text: failureWords(failed), tone: 'failed' });
}

/** From this length on (UTF-16 code units) reading a document again is felt while typing. */
export const longText = 20_000;
/** How long after the last key a long document is read again, ms: the save of that key is through by then. */
const holdMs = 1200;

export class SavedSession {
  readonly text: TextSession;
  /** Undo and redo of the text's edits and of all acts pushed to it. */
  readonly history: SessionHistory;
  readonly markdown: boolean;
  readonly #autosave: Autosave;
  #view: DocumentView;
  #revision: number;
  #hold: (() => void) | null = null;
  #holdTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #stops: readonly (() => void)[];

  constructor(view: DocumentView, markdown: boolean) {
    this.markdown = markdown;
    this.#view = view;
    this.#revision = view.document.revision;
    notePictures(view.pictures);
    this.text = new TextSession({
      body: view.document.body,
      editable: false,
      markdown,
      words: {
        pictureNotKept: (alt) =>
          alt === '' ? i18next.t('reading.pictureNotKept') : i18next.t('reading.pictureNotKeptAlt', { alt }),
        openPicture: (alt) =>
          alt === '' ? i18next.t('reading.openPicture') : i18next.t('reading.openPictureAlt', { alt }),
      },
    });
    this.text.knowHash(view.document.text, view.textHash);
    this.text.syncAnnotations(view.annotations, false);
    this.text.saves.knowArchived();
    this.history = new SessionHistory(this.text, showFailure);
    const told = savedPart();
    this.#autosave = new Autosave({
      save: () => this.#save(),
      onState: (state) => told(typeof state === 'string' ? state : { failed: failureWords(state.failed) }),
    });
    this.#stops = [
      this.text.onEdit(() => {
        this.#holdReads();
        this.#autosave.changed();
      }),
      onFlush(this.flush),
      () => this.#endHold(),
    ];
  }

  /** Whether nothing is left to take over of a view. */
  shows(view: DocumentView): boolean {
    return this.#view === view && view.document.revision === this.#revision && !this.#autosave.pending;
  }

  /** Takes over what the archive says of the document now. */
  take(view: DocumentView): void {
    this.#view = view;
    notePictures(view.pictures);
    const { revision, body } = view.document;
    if (revision < this.#revision) return;
    if (revision > this.#revision) {
      // A save under way answers with the new revision; a lost race ends in #rescue.
      if (this.#autosave.pending) return;
      this.#revision = revision;
      this.#show(body);
    }
    if (!this.#autosave.pending) this.text.knowHash(view.document.text, view.textHash);
    // A passage restored meanwhile stands here where its words have gone: saving tells the archive.
    const ahead = this.#autosave.pending;
    const cameBack = this.text.syncAnnotations(view.annotations, ahead);
    if (!ahead) this.text.saves.knowArchived();
    if (cameBack) this.#autosave.changed();
  }

  /** Saves now; settles when that was done or failed. Never rejects. */
  readonly flush = (): Promise<void> => this.#autosave.flush();

  /** True while something is not saved. */
  get pending(): boolean {
    return this.#autosave.pending;
  }

  /** Saves what is left and lets go of the editor. */
  async close(): Promise<void> {
    await this.flush();
    for (const stop of this.#stops) stop();
    this.text.dispose();
  }

  /** While a long text is typed in, what the archive announces of it is read once typing pauses. */
  #holdReads(): void {
    if (this.text.map().length < longText) return;
    this.#hold ??= holdReads(this.#view.document.uid);
    clearTimeout(this.#holdTimer);
    this.#holdTimer = setTimeout(() => this.#endHold(), holdMs);
  }

  #endHold(): void {
    clearTimeout(this.#holdTimer);
    this.#hold?.();
    this.#hold = null;
  }

  /** Shows a body that was written elsewhere: what was done to the one before can't be undone in it. */
  #show(body: Body): void {
    this.text.load(body);
    this.history.clear();
  }

  async #save(): Promise<void> {
    try {
      this.#revision = await this.#send(this.text.saves.begin());
      if (this.#view.document.revision >= this.#revision) this.take(this.#view);
    } catch (failed) {
      if (!(failed instanceof CallError && failed.data.code === 'archive/stale')) throw failed;
      await this.#rescue();
    }
  }

  /** Sends a save, then the whole where the archive asks for it. Gives the new revision. */
  async #send(save: SessionSave): Promise<number> {
    const { saves } = this.text;
    try {
      const revision = await this.#answerTo(save);
      if (revision !== null) {
        saves.arrived(save);
        return revision;
      }
    } catch (failed) {
      saves.failed(save);
      throw failed;
    }
    saves.failed(save);
    return this.#send(saves.begin(true));
  }

  async #answerTo({ sends }: SessionSave): Promise<number | null> {
    const to = { uid: this.#view.document.uid, revision: this.#revision };
    if ('edit' in sends) return (await call('saveEdit', { ...to, ...sends.edit })).revision;
    return (await call('saveBody', { ...to, ...sends.whole, annotationsWanted: false })).revision;
  }

  /** Someone else saved first: keeps what was written here as a note of its own, then reads again. */
  async #rescue(): Promise<void> {
    const { uid, title } = this.#view.document;
    const { body } = this.text.snapshot();
    const note = await call('createNote', { title: i18next.t('reading.rescuedTitle', { title }), body });
    const made = await call('openDocument', { uid: note.uid });
    const view = await this.#keepTyping(note.uid, made.document.revision, body);
    this.#autosave.forget();
    showToast({ text: i18next.t('reading.rescued'), tone: 'failed' });
    this.#revision = view.document.revision;
    this.#view = view;
    this.#show(view.document.body);
    this.text.syncAnnotations(view.annotations, false);
    this.text.saves.knowArchived();
    await queryClient.invalidateQueries({ queryKey: ['openDocument', { uid }] });
  }

  /** Reads the document again; what was typed while the rescue went on goes into its note. */
  async #keepTyping(note: DocumentUid, revision: number, kept: Body): Promise<DocumentView> {
    const view = await call('openDocument', { uid: this.#view.document.uid });
    const { body } = this.text.snapshot();
    if (JSON.stringify(body) === JSON.stringify(kept)) return view;
    const saved = await call('saveBody', { uid: note, revision, body, places: [] });
    return this.#keepTyping(note, saved.revision, body);
  }
}
