/**
 * The one order of all that is done in an open document. The text's steps come by themselves;
 * everything else is pushed, or run, by whoever does it.
 */
import type { TextSession } from '@renderer/editor/text-session';
import { type Act, UndoStack } from './undo-stack';

/** Something to do now that can be taken back. */
export interface Deed<T> {
  readonly do: () => Promise<T>;
  /** Takes it back; is given what doing it answered. */
  readonly undo: (made: T) => Promise<unknown>;
  /** Does it once more after it was taken back; `do` when left out. */
  readonly redo?: (made: T) => Promise<unknown>;
}

export class SessionHistory {
  readonly #text: TextSession;
  readonly #stack = new UndoStack();

  /** @param onFailure Told when a step that the text's own keys asked for could not be taken. */
  constructor(text: TextSession, onFailure: (failed: unknown) => void) {
    this.#text = text;
    text.onStep(() =>
      this.#stack.push({
        undo: async () => void text.history.undo(),
        redo: async () => void text.history.redo(),
      }),
    );
    text.history.onAsked = (step) => void this[step]().catch(onFailure);
  }

  /** Remembers an act that was just done. What is typed next is a step of its own, undone before it. */
  push(act: Act): void {
    this.#text.history.seal();
    this.#stack.push(act);
  }

  /** Forgets an act that was pushed while it was being done, and failed. */
  drop(act: Act): void {
    this.#stack.drop(act);
  }

  /** Does something and remembers how to take it back. Rejects when it could not be done. */
  async run<T>({ do: act, undo, redo }: Deed<T>): Promise<T> {
    const made = await act();
    this.push({
      undo: async () => void (await undo(made)),
      redo: async () => void (await (redo === undefined ? act() : redo(made))),
    });
    return made;
  }

  /** Takes back what was done last, text or act; false when there is nothing. Rejects when it could not. */
  readonly undo = (): Promise<boolean> => this.#stack.undo();

  /** Does again what was taken back last; false when there is nothing. Rejects when it could not. */
  readonly redo = (): Promise<boolean> => this.#stack.redo();

  /** Forgets everything, as when the body was changed elsewhere. */
  clear(): void {
    this.#stack.clear();
    this.#text.history.forget();
  }
}
