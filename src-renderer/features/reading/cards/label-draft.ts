/** Labels as they will be once what was asked is saved: a second change builds on the first, answered or not. */

/** What is typed as a label: without blank edges or a `#` in front. */
export const labelOf = (typed: string): string => typed.trim().replace(/^#/, '').trim();

export class LabelDraft {
  #stored: readonly string[];
  #wanted: readonly string[];
  #unanswered = 0;

  constructor(labels: readonly string[]) {
    this.#stored = labels;
    this.#wanted = labels;
  }

  get labels(): readonly string[] {
    return this.#wanted;
  }

  /** Takes over what the archive says; an answer to an earlier change must not undo a later one. */
  take(labels: readonly string[]): void {
    this.#stored = labels;
    if (this.#unanswered === 0) this.#wanted = labels;
  }

  /** Says what was asked of the archive, until it is done or refused. */
  async ask(labels: readonly string[], done: Promise<boolean>): Promise<void> {
    this.#wanted = labels;
    this.#unanswered++;
    const saved = await done;
    this.#unanswered--;
    // A refused change is gone with those built on it: what the archive has stands.
    if (!saved) this.#wanted = this.#stored;
  }

  /** The labels with one more; null when it is there already or blank. */
  adding(label: string): readonly string[] | null {
    return label === '' || this.#wanted.includes(label) ? null : [...this.#wanted, label];
  }

  /** The labels without one; null when it is not among them. */
  removing(label: string): readonly string[] | null {
    return this.#wanted.includes(label) ? this.#wanted.filter((other) => other !== label) : null;
  }
}
