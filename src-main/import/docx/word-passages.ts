/** Passages a Word file marks: the ranges of its comments, and highlighted words. */
import type { BlockBuilder } from '../block-builder';
import { passageEnd, passageStart } from '../passage-marks';
import type { XmlElement } from '../xml';

/** A passage, with the number of the comment it belongs to; highlighted ones have none. */
export interface WordPassage {
  readonly comment: string | null;
}

export class WordPassages {
  /** By their number among the marks. */
  readonly found = new Map<number, WordPassage>();
  /** Comment → number of its passage. */
  readonly #commented = new Map<string, number>();
  #highlight: number | null = null;

  /** `w:commentRangeStart` or `w:commentRangeEnd`. */
  commentEdge(element: XmlElement, builder: BlockBuilder): void {
    const comment = element.attributes['w:id'] ?? '';
    if (element.name === 'w:commentRangeStart') {
      this.#commented.set(comment, this.#begin(comment, builder));
      return;
    }
    const id = this.#commented.get(comment);
    if (id !== undefined) builder.mark(passageEnd(id));
  }

  /** Whether the words to come are highlighted; neighbouring runs are one passage. */
  setHighlighted(on: boolean, builder: BlockBuilder): void {
    if (on) {
      this.#highlight ??= this.#begin(null, builder);
      return;
    }
    if (this.#highlight === null) return;
    builder.mark(passageEnd(this.#highlight));
    this.#highlight = null;
  }

  #begin(comment: string | null, builder: BlockBuilder): number {
    const id = this.found.size + 1;
    this.found.set(id, { comment });
    builder.mark(passageStart(id));
    return id;
  }
}
