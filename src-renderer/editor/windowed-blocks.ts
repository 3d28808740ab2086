/**
 * Of a long text only the blocks near what is seen and near the selection have boxes; gaps as high as the others stand
 * in their places. With each key and each frame of scrolling the browser looks through all blocks there are, for layout,
 * for what is in view, for what lies under the pointer: so a long text is read and written as quickly as a short one.
 * The first and the last blocks are always there, for the keys that lead to them.
 */

import { AwayBlocks } from './away-blocks';
import { keepBlocks } from './block-rect';
import { atEnds, guessedStanding, near, type Size, type Standing, type Stretch } from './block-standing';
import { columnOf } from './guessed-height';
import { spendFrame } from './spent-frame';
import type { TextSession } from './text-session';

/** Class of blocks without a box. */
const awayClass = 'block-away';
/** Times it is looked which blocks are near, as their heights come out. */
const mostTurns = 4;
/** Blocks have boxes this far from what is seen and from the selection, in heights of the pane … */
const reachPanes = 2;
/** … and at least so far, CSS pixels. */
const leastReachPx = 1600;

export class WindowedBlocks {
  readonly #text: TextSession;
  readonly #root: HTMLElement;
  readonly #pane: HTMLElement;
  readonly #sizes = new WeakMap<Element, Size>();
  readonly #away = new AwayBlocks();
  #children: readonly HTMLElement[] = [];
  /** Blocks that stand behind a gap. */
  #behindGap: readonly HTMLElement[] = [];
  /** Blocks far enough from any gap for the selection to be in. */
  #inner: ReadonlySet<Node> = new Set();
  #scrolledTo = 0;
  #blockCount: number;
  #frame = 0;
  readonly #stops: readonly (() => void)[];

  /**
   * @param pane Scrolls the text.
   * @param unseen Whether the browser has laid nothing of the text out yet: far blocks then never get boxes to begin with.
   */
  constructor(text: TextSession, root: HTMLElement, pane: HTMLElement, unseen: boolean) {
    this.#text = text;
    this.#root = root;
    this.#pane = pane;
    this.#blockCount = text.map().blocks.length;
    const scrolled = (): void => {
      if (Math.abs(pane.scrollTop - this.#scrolledTo) > this.#reachPx / 2) this.#layOut();
    };
    const selected = (): void => {
      if (this.#selectedBlocks().some((block) => !this.#inner.has(block))) this.#layOut();
    };
    pane.addEventListener('scroll', scrolled, { passive: true });
    document.addEventListener('selectionchange', selected);
    const resized = new ResizeObserver(() => this.#layOut());
    resized.observe(pane);
    this.#stops = [
      () => pane.removeEventListener('scroll', scrolled),
      () => document.removeEventListener('selectionchange', selected),
      () => resized.disconnect(),
      text.subscribe(() => this.#changed()),
      keepBlocks(root, {
        awayOf: (block) => this.#away.of(block),
        reveal: (block) => this.#layOut(block instanceof HTMLElement ? block : undefined),
      }),
    ];
    if (unseen) this.#hideUnseen();
    this.#layOut();
  }

  /** Gives all blocks their boxes again. */
  dispose(): void {
    cancelAnimationFrame(this.#frame);
    const standing = this.#root.isConnected ? this.#measure() : null;
    const at = standing === null ? -1 : this.#firstInView(standing);
    delete this.#root.dataset.windowed;
    for (const block of this.#away.all()) block.classList.remove(awayClass);
    for (const block of this.#behindGap) block.style.removeProperty('margin-top');
    this.#away.clear();
    for (const stop of this.#stops) stop();
    if (standing !== null) this.#hold(standing, at);
  }

  get #reachPx(): number {
    return Math.max(leastReachPx, reachPanes * this.#pane.clientHeight);
  }

  #changed(): void {
    const count = this.#text.map().blocks.length;
    // The editor made a block anew, and the gap before it is gone with the old one.
    if (this.#behindGap.some((block) => block.parentNode !== this.#root)) this.#layOut();
    else if (count !== this.#blockCount && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#layOut());
    this.#blockCount = count;
  }

  /** Blocks at the root the selection begins and ends in. */
  #selectedBlocks(): readonly HTMLElement[] {
    const selection = document.getSelection();
    return [selection?.anchorNode, selection?.focusNode].flatMap((node) => {
      let block: Node | null | undefined = node;
      while (block && block.parentNode !== this.#root) block = block.parentNode;
      return block instanceof HTMLElement ? [block] : [];
    });
  }

  /** Takes the boxes of all blocks but those at the ends before there are any, and guesses how high they would be. */
  #hideUnseen(): void {
    const blocks = this.#blocks();
    const shown = new Set(blocks.filter((_, index) => atEnds(index, blocks.length)));
    this.#root.dataset.windowed = 'true';
    // All of them first: asking for the column's width would have the browser lay out those that are there.
    for (const block of blocks) if (!shown.has(block)) block.classList.add(awayClass);
    const standing = guessedStanding(blocks, this.#text.map().blocks, columnOf(this.#root), this.#sizes);
    this.#show(standing, shown);
  }

  /** The blocks at the root; the same array as long as they are the same. */
  #blocks(): readonly HTMLElement[] {
    const known = this.#children;
    let index = 0;
    for (let child = this.#root.firstElementChild; child !== null && child === known[index]; index++)
      child = child.nextElementSibling;
    if (index < known.length || index < this.#root.childElementCount)
      this.#children = [...this.#root.children].filter((child) => child instanceof HTMLElement);
    return this.#children;
  }

  #layOut(wanted?: HTMLElement): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (!this.#root.isConnected || this.#pane.clientHeight === 0) return;
    const pinned = wanted === undefined ? this.#selectedBlocks() : [...this.#selectedBlocks(), wanted];
    // Blocks never seen have guessed heights: with those they turn out to have, more may be near.
    let standing = this.#measure();
    for (let turn = 0; turn < mostTurns && this.#showNear(standing, pinned); turn++) standing = this.#measure();
    this.#inner = new Set(this.#near(standing, pinned, this.#reachPx / 2));
    this.#scrolledTo = this.#pane.scrollTop;
  }

  /** Shows the blocks that are near; false when these were shown already. */
  #showNear(standing: Standing, pinned: readonly HTMLElement[]): boolean {
    const shown = new Set(this.#near(standing, pinned, this.#reachPx));
    const gapsStand = this.#behindGap.length > 0 && this.#behindGap.every((block) => block.parentNode === this.#root);
    if (gapsStand && standing.blocks.every((block) => shown.has(block) !== this.#away.has(block))) return false;
    const at = this.#firstInView(standing);
    // All that have boxes are laid out whole: the keys that lead to the ends find the last line there.
    // Nothing may be measured before the others are away: that would have all of the text laid out.
    this.#root.dataset.windowed = 'true';
    this.#show(standing, shown);
    this.#hold(standing, at);
    spendFrame();
    return true;
  }

  #near(standing: Standing, pinned: readonly HTMLElement[], reachPx: number): readonly HTMLElement[] {
    return near(standing, this.#stretches(standing, pinned, reachPx));
  }

  /** Reads where all blocks stand; from the last one up, since gaps are counted from the block behind them. */
  #measure(): Standing {
    const blocks = this.#blocks();
    const tops = new Float64Array(blocks.length);
    const heights = new Float64Array(blocks.length);
    let next: number | null = null;
    for (let index = blocks.length - 1; index >= 0; index--) {
      const block = blocks[index];
      if (block === undefined) continue;
      const size = this.#away.has(block) ? this.#sizes.get(block) : undefined;
      if (size !== undefined && next !== null) {
        tops[index] = next - size.pitchPx;
        heights[index] = size.heightPx;
      } else {
        const { top, height } = block.getBoundingClientRect();
        tops[index] = top;
        heights[index] = height;
        this.#sizes.set(block, { heightPx: height, pitchPx: next === null ? height : next - top });
      }
      next = tops[index] ?? 0;
    }
    return { blocks, tops, heights };
  }

  #firstInView({ tops, heights }: Standing): number {
    const edge = this.#pane.getBoundingClientRect().top;
    return tops.findIndex((top, index) => top + (heights[index] ?? 0) > edge);
  }

  /** Stretches of the window, CSS pixels, in which blocks are to have boxes. */
  #stretches({ blocks, tops, heights }: Standing, pinned: readonly HTMLElement[], reachPx: number): readonly Stretch[] {
    const { top, bottom } = this.#pane.getBoundingClientRect();
    const around = [...new Set(pinned)].flatMap((block) => {
      const index = blocks.indexOf(block);
      const start = tops[index];
      return start === undefined ? [] : [{ top: start, bottom: start + (heights[index] ?? 0) }];
    });
    return [{ top, bottom }, ...around].map((stretch) => ({
      top: stretch.top - reachPx,
      bottom: stretch.bottom + reachPx,
    }));
  }

  /** Gives these blocks boxes and takes those of all others, with gaps in their places. */
  #show(standing: Standing, shown: ReadonlySet<HTMLElement>): void {
    const { blocks, tops, heights } = standing;
    const behindGap: HTMLElement[] = [];
    let bottom = 0;
    let gap = false;
    for (const [index, block] of blocks.entries()) {
      if (!shown.has(block)) {
        gap = true;
        if (!this.#away.has(block)) block.classList.add(awayClass);
        continue;
      }
      const top = tops[index] ?? 0;
      if (this.#away.has(block)) block.classList.remove(awayClass);
      if (gap) {
        block.style.marginTop = `${top - bottom}px`;
        behindGap.push(block);
        gap = false;
      }
      bottom = top + (heights[index] ?? 0);
    }
    for (const block of this.#behindGap) if (!behindGap.includes(block)) block.style.removeProperty('margin-top');
    this.#away.become(standing, shown);
    this.#behindGap = behindGap;
  }

  /** Scrolls by what a block has moved, so that what is seen stays. */
  #hold({ blocks, tops }: Standing, at: number): void {
    const movedPx = (blocks[at]?.getBoundingClientRect().top ?? 0) - (tops[at] ?? 0);
    if (Math.abs(movedPx) >= 0.5) this.#pane.scrollTop += movedPx;
  }
}
