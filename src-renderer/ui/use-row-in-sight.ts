/**
 * Brings a row of a long list into sight. The rows around it get their heights only when they are drawn and may push it out
 * again, so it is followed for some frames: until it stays, or the person scrolls. (The virtual list's own way of doing so
 * holds on against the person for as long as new rows are drawn: inokawa/virtua#595.)
 */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Frames in a row that a row must have been in sight. */
const stillFrames = 4;
/** Frames after which it is let go in any case. */
const mostFrames = 40;

/** What a person does to scroll by hand. */
const handScrolls = ['wheel', 'touchstart', 'pointerdown'] as const;

/** How far a list must scroll, in pixels, to show a row wholly, or its beginning if it is the taller one. */
export function wayIntoSight(row: Box, list: Box): number {
  const isTaller = row.bottom - row.top > list.bottom - list.top;
  if (row.top < list.top || isTaller) return row.top - list.top;
  return Math.max(row.bottom - list.bottom, 0);
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

class RowFollower {
  #id: string | null = null;
  #frames = 0;
  #still = 0;
  #frame = 0;

  constructor(readonly list: RefObject<HTMLElement | null>) {}

  /** Follows the row with this id, which is drawn by now or will be with the next commit. */
  readonly show = (id: string): void => {
    this.letGo();
    this.#id = id;
    for (const type of handScrolls) this.list.current?.addEventListener(type, this.letGo, { passive: true });
    this.#frames = 0;
    this.#still = 0;
    this.#follow();
  };

  readonly letGo = (): void => {
    this.#id = null;
    cancelAnimationFrame(this.#frame);
    for (const type of handScrolls) this.list.current?.removeEventListener(type, this.letGo);
  };

  /** Scrolls now if the row is drawn and not in sight. */
  readonly bring = (): void => {
    const list = this.list.current;
    const row = this.#id === null ? null : document.getElementById(this.#id);
    if (!list || !row) return;
    const way = wayIntoSight(row.getBoundingClientRect(), list.getBoundingClientRect());
    const before = list.scrollTop;
    // Less than a pixel is what a zoomed window rounds away.
    if (Math.abs(way) >= 1) list.scrollTop += way;
    this.#still = list.scrollTop === before ? this.#still + 1 : 0;
  };

  readonly #follow = (): void => {
    this.bring();
    this.#frames++;
    if (this.#still >= stillFrames || this.#frames > mostFrames) this.letGo();
    else this.#frame = requestAnimationFrame(this.#follow);
  };
}

/** @param list The element that scrolls; its rows are drawn with the ids given to `show` */
export function useRowInSight(list: RefObject<HTMLElement | null>): Pick<RowFollower, 'show' | 'letGo'> {
  const [follower] = useState(() => new RowFollower(list));
  // A row that was just drawn: before the frame is painted.
  useLayoutEffect(follower.bring);
  useEffect(() => follower.letGo, [follower]);
  return follower;
}
