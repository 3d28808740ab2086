/** Which blocks of a long text have no box, and where they would stand. Asked of a few, kept for thousands. */
import type { AwayBlock } from './block-rect';
import type { Standing } from './block-standing';

export class AwayBlocks {
  #blocks: readonly HTMLElement[] = [];
  #indexOf = new Map<Element, number>();
  /** For each block the index of the next one that has a box; its own when it has one. */
  #shownFrom = new Int32Array(0);
  #tops: Float64Array = new Float64Array(0);
  #heights: Float64Array = new Float64Array(0);

  /** All blocks but those shown are away, standing as they did. */
  become({ blocks, tops, heights }: Standing, shown: ReadonlySet<HTMLElement>): void {
    if (blocks !== this.#blocks) {
      this.#blocks = blocks;
      this.#indexOf = new Map(blocks.map((block, index) => [block, index]));
      this.#shownFrom = new Int32Array(blocks.length);
    }
    this.#tops = tops;
    this.#heights = heights;
    let next = blocks.length;
    for (let index = blocks.length - 1; index >= 0; index--) {
      const block = blocks[index];
      if (block !== undefined && shown.has(block)) next = index;
      this.#shownFrom[index] = next;
    }
  }

  clear(): void {
    this.#blocks = [];
    this.#indexOf = new Map();
  }

  has(block: Element): boolean {
    const index = this.#indexOf.get(block);
    return index !== undefined && this.#shownFrom[index] !== index;
  }

  /** Undefined when the block has a box. */
  of(block: Element): AwayBlock | undefined {
    const index = this.#indexOf.get(block);
    const next = index === undefined ? undefined : this.#shownFrom[index];
    if (index === undefined || next === undefined || next === index) return undefined;
    const shownAfter = this.#blocks[next];
    // The last block is always shown.
    if (shownAfter === undefined) return undefined;
    const abovePx = (this.#tops[next] ?? 0) - (this.#tops[index] ?? 0);
    return { shownAfter, abovePx, heightPx: this.#heights[index] ?? 0 };
  }

  all(): readonly HTMLElement[] {
    return this.#blocks.filter((block) => this.has(block));
  }
}
