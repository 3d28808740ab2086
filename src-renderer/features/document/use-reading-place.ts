/** Remembers how far a document was read, and comes back there: the block at the top, and how much of it was passed. */
import { type BlockRect, blockRect } from '@renderer/editor/block-rect';
import type { TextSession } from '@renderer/editor/text-session';
import { KeptEntries } from '@renderer/ui/kept-entries';
import { useReadingLook } from '@renderer/ui/reading-look';
import { useTextSize } from '@renderer/ui/text-size';
import type { DocumentUid } from '@shared/model/ids';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Documents whose place is kept; beyond that the one read longest ago begins at its top. */
const places = new KeptEntries('postil.reading-places', 500);
const settleMs = 250;
/** Blocks far away have guessed heights until they are laid out: the place is looked for again in as many frames. */
const looks = 4;
/** Closer to the top than this many pixels the document is at its beginning. */
const atTopPx = 40;

interface ReadingPlaceOptions {
  readonly uid: DocumentUid;
  readonly text: TextSession;
  readonly pane: RefObject<HTMLElement | null>;
  /** False when it is opened at a passage or hit: that place counts then. */
  readonly restore: boolean;
}

const rectOf = (block: Element | undefined): BlockRect | undefined =>
  block === undefined ? undefined : blockRect(block);

/** Index of the first block that ends below a height of the window, CSS pixels; found by halving. */
function firstBelow(blocks: HTMLCollection, edgePx: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rectOf(blocks[middle])?.bottom ?? 0) <= edgePx) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `index:part`: the block at the top edge and the part of its height above the edge. */
function placeOf(text: TextSession, pane: HTMLElement): string | null {
  const blocks = text.editor.getRootElement()?.children;
  if (blocks === undefined || pane.scrollTop < atTopPx) return null;
  const edge = pane.getBoundingClientRect().top;
  const index = firstBelow(blocks, edge);
  const rect = rectOf(blocks[index]);
  if (rect === undefined) return null;
  return `${index}:${((edge - rect.top) / Math.max(rect.height, 1)).toFixed(4)}`;
}

function scrollTo(text: TextSession, pane: HTMLElement, place: string): void {
  const [index, part] = place.split(':').map(Number);
  const rect = rectOf(text.editor.getRootElement()?.children[index ?? -1]);
  if (rect === undefined || part === undefined || Number.isNaN(part)) return;
  pane.scrollTop += rect.top + part * rect.height - pane.getBoundingClientRect().top;
}

/** Keeps the place while the document is shown, also when its text is set larger or wider; goes to the one kept before the first picture of it is drawn. */
export function useReadingPlace({ uid, text, pane, restore }: ReadingPlaceOptions): void {
  const first = useRef(restore);
  useLayoutEffect(() => {
    const element = pane.current;
    const kept = first.current ? places.get(uid) : undefined;
    first.current = false;
    if (element === null || kept === undefined) return;
    let left = looks;
    let frame = 0;
    const look = (): void => {
      scrollTo(text, element, kept);
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
    };
    const stop = (): void => cancelAnimationFrame(frame);
    look();
    // Whoever scrolls meanwhile has the last word.
    element.addEventListener('wheel', stop, { passive: true });
    element.addEventListener('keydown', stop);
    return () => {
      stop();
      element.removeEventListener('wheel', stop);
      element.removeEventListener('keydown', stop);
    };
  }, [uid, text, pane]);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    let frame = 0;
    let held: string | null = null;
    const stay = (): void => {
      // Told before the page is set anew, so the place is still where it was read; told again before that was put right
      // (a key held down), it no longer is.
      held ??= placeOf(text, element);
      const place = held;
      if (place === null) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        scrollTo(text, element, place);
        frame = requestAnimationFrame(() => {
          scrollTo(text, element, place);
          held = null;
        });
      });
    };
    const stops = [useTextSize.subscribe(stay), useReadingLook.subscribe(stay)];
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [text, pane]);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      timer = undefined;
      const place = placeOf(text, element);
      if (place === null) places.delete(uid);
      else places.set(uid, place);
    };
    const soon = (): void => {
      timer ??= setTimeout(keep, settleMs);
    };
    element.addEventListener('scroll', soon, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', soon);
    };
  }, [uid, text, pane]);
}
