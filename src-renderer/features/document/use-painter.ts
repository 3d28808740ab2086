/** Keeps the highlights near the window painted while text, places or the scroll position change. */
import { BlockPainter, type PassagePaint } from '@renderer/editor/block-painter';
import type { Paint } from '@renderer/editor/highlights';
import type { TextSession } from '@renderer/editor/text-session';
import { type BlockSpan, blocksBetween } from '@renderer/editor/visible-blocks';
import { type RefObject, useEffect, useRef } from 'react';

/** Painted beyond each edge of what is seen, in heights of the pane. */
const overscan = 1;

/** Follows one text on screen. What is painted may be exchanged; the text is asked where passages lie. */
class PaintedText {
  readonly #text: TextSession;
  readonly #pane: HTMLElement;
  readonly #painter: BlockPainter;
  #passages: PassagePaint | null = null;
  #frame = 0;
  /** Blocks to paint; null when what is seen may have changed. */
  #span: BlockSpan | null = null;
  #blockCount = 0;
  readonly #stops: (() => void)[];

  constructor(text: TextSession, pane: HTMLElement) {
    this.#text = text;
    this.#pane = pane;
    this.#painter = new BlockPainter(text.editor);
    const moved = (): void => {
      this.#span = null;
      this.#soon();
    };
    pane.addEventListener('scroll', moved, { passive: true });
    const resized = new ResizeObserver(moved);
    resized.observe(pane);
    this.#stops = [
      () => pane.removeEventListener('scroll', moved),
      () => resized.disconnect(),
      text.subscribe(() => this.#soon()),
      text.editor.registerRootListener((root, before) => {
        // Heights of far blocks are guesses: once they are laid out, others are seen.
        if (before !== null) resized.unobserve(before);
        if (root !== null) resized.observe(root);
        // Another element shows the text: no range of the old one is left in it.
        this.#painter.clear();
        moved();
      }),
    ];
  }

  want(wanted: Paint, passages: PassagePaint | null): void {
    this.#painter.setExtras(this.#text.map(), wanted);
    this.#passages = passages;
    this.#now();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
    this.#painter.clear();
  }

  #soon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#now());
  }

  #now(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const map = this.#text.map();
    if (map.blocks.length !== this.#blockCount) this.#span = null;
    this.#blockCount = map.blocks.length;
    this.#span ??= this.#seen();
    this.#painter.paint(
      { map, places: this.#text.places(), passages: this.#passages, drafts: this.#text.drafts.list() },
      this.#span,
    );
  }

  #seen(): BlockSpan {
    const { top, bottom, height } = this.#pane.getBoundingClientRect();
    return blocksBetween(this.#text.editor, this.#text.map(), top - overscan * height, bottom + overscan * height);
  }
}

/** Paints `wanted`, and the passages, over the session's text. */
export function usePainter(
  text: TextSession,
  scroller: RefObject<HTMLElement | null>,
  wanted: Paint,
  passages: PassagePaint | null = null,
): void {
  const painted = useRef<PaintedText | null>(null);
  useEffect(() => {
    if (scroller.current === null) return;
    const made = new PaintedText(text, scroller.current);
    painted.current = made;
    return () => {
      painted.current = null;
      made.dispose();
    };
  }, [text, scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or pane has a painter that was told nothing yet
  useEffect(() => painted.current?.want(wanted, passages), [text, scroller, wanted, passages]);
}
