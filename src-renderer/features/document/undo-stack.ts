/**
 * What was done in a document, in one order: edits of its text and acts on its annotations and
 * links. Each can be taken back and done again, one after the other. Pure of what they do.
 */

/** An act already done, with how to take it back and do it again. */
export interface Act {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** Acts kept; older ones can no longer be taken back. */
const mostActs = 300;

export class UndoStack {
  #done: Act[] = [];
  #undone: Act[] = [];
  #running: Promise<unknown> = Promise.resolve();

  /** Remembers an act that was just done; what was taken back before can't be done again then. */
  push(act: Act): void {
    this.#done = [...this.#done.slice(-mostActs + 1), act];
    this.#undone = [];
  }

  /** Forgets an act that after all was not done. */
  drop(act: Act): void {
    this.#done = this.#done.filter((one) => one !== act);
  }

  /** Takes back the last act. False when there is none. Rejects when it could not; the act is then dropped. */
  undo(): Promise<boolean> {
    return this.#oneAtATime(async () => {
      const act = this.#done.pop();
      if (act === undefined) return false;
      await act.undo();
      this.#undone.push(act);
      return true;
    });
  }

  /** Does again what was taken back last. */
  redo(): Promise<boolean> {
    return this.#oneAtATime(async () => {
      const act = this.#undone.pop();
      if (act === undefined) return false;
      await act.redo();
      this.#done.push(act);
      return true;
    });
  }

  /** Forgets all acts, as when the document was changed elsewhere. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  #oneAtATime(step: () => Promise<boolean>): Promise<boolean> {
    const next = this.#running.then(step);
    this.#running = next.catch(() => {});
    return next;
  }
}
