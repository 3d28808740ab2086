/**
 * Which margin cards are built and where they stand, measured from the text; follows scrolling,
 * resizing and edits. With many passages only those near what is seen are measured and stacked.
 */
import type { TextSession } from '@renderer/editor/text-session';
import type { AnnotationUid } from '@shared/model/ids';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { compactGapPx, compactHeightPx, crowdedCards } from './cards/crowded-cards';
import type { PlacedAnnotation } from './placed-annotations';
import { stackInView } from './stack-cards';
import { offsetsBetween, topOf } from './text-view';

/** Height assumed of a card not shown yet. */
const guessedHeightPx = 76;
const gapPx = 10;
const scrollStepPx = 400;
/** Passages this far from the window are placed by their block alone. */
const nearPx = 1000;
/** Cards this far from the window are not built. */
const overscanPx = 1400;
/** The same where there are many: a crowd has its cards close. */
const crowdOverscanPx = 500;
/** Below this many all cards are built: reading order and tabbing are then plain. */
const fewCards = 60;
/** Below this many all passages are measured: cards and links then keep their places while scrolling. */
const fewPassages = 300;
/** Heights settle as far blocks come near: measured this often while they do, ms. */
const measureEveryMs = 80;

/** Cards as they stand in the margin. */
export interface CardLayout {
  /** The cards to build, in order of place. */
  readonly built: readonly PlacedAnnotation[];
  /** Tops inside the margin, CSS pixels, of the passages measured. */
  readonly tops: ReadonlyMap<AnnotationUid, number>;
  /** The lowest of them. */
  readonly bottomPx: number;
  /** Cards that have room for one line only; the active one is never shown so. */
  readonly compact: ReadonlySet<AnnotationUid>;
}

export interface CardTops extends CardLayout {
  /** Gives the height of a card that is shown; `resting` when it is neither active nor compact. */
  readonly measure: (uid: AnnotationUid, heightPx: number, resting: boolean) => void;
}

const nothing: CardLayout = { built: [], tops: new Map(), bottomPx: 0, compact: new Set() };

interface Stage {
  readonly text: TextSession;
  readonly placed: readonly PlacedAnnotation[];
  readonly active: AnnotationUid | null;
  readonly heights: ReadonlyMap<AnnotationUid, number>;
  readonly resting: ReadonlyMap<AnnotationUid, number>;
  readonly pane: HTMLElement;
  readonly margin: HTMLElement;
}

/** The passages to measure: all of few, else those near the window and the active one. */
function measured({ text, placed, active }: Stage, view: DOMRect): readonly PlacedAnnotation[] {
  if (placed.length <= fewPassages) return placed;
  const { start, end } = offsetsBetween(text, view.top - crowdOverscanPx, view.bottom + crowdOverscanPx);
  const near = new Set(
    text
      .places()
      .between(start, end)
      .map(({ uid }) => uid),
  );
  return placed.filter(({ annotation: { uid } }) => near.has(uid) || uid === active);
}

function layOut(stage: Stage): CardLayout {
  const { text, placed, active, heights, resting, pane, margin } = stage;
  const view = pane.getBoundingClientRect();
  const origin = margin.getBoundingClientRect().top;
  const near = { top: view.top - nearPx, bottom: view.bottom + nearPx };
  const chosen = measured(stage, view);
  const atRest = chosen.flatMap(({ annotation: { uid }, place }) => {
    const top = topOf(text, text.placeOf(uid) ?? place, near);
    const height = resting.get(uid) ?? guessedHeightPx;
    return top === null ? [] : [{ id: uid, wantedTop: Math.round(top - origin), height }];
  });
  const compact = crowdedCards(atRest, gapPx);
  const items = atRest.map((item) => ({
    ...item,
    height:
      compact.has(item.id) && item.id !== active
        ? compactHeightPx + compactGapPx - gapPx
        : (heights.get(item.id) ?? guessedHeightPx),
  }));
  const seenPx = view.top - origin;
  const tops = stackInView(items, gapPx, active, { top: seenPx, height: view.height, crowded: chosen !== placed });
  const reachPx = chosen === placed ? overscanPx : crowdOverscanPx;
  const isNear = (top: number): boolean => top > seenPx - reachPx && top < seenPx + view.height + reachPx;
  const built =
    placed.length <= fewCards
      ? placed
      : chosen.filter(({ annotation: { uid } }) => uid === active || isNear(tops.get(uid) ?? Number.NaN));
  let bottomPx = 0;
  for (const top of tops.values()) bottomPx = Math.max(bottomPx, top);
  return { built, tops, bottomPx, compact };
}

/** Lays cards out inside `margin`. */
export function useCardTops(
  text: TextSession,
  placed: readonly PlacedAnnotation[],
  active: AnnotationUid | null,
  pane: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
): CardTops {
  const [layout, setLayout] = useState(nothing);
  const heights = useRef(new Map<AnnotationUid, number>());
  const resting = useRef(new Map<AnnotationUid, number>());
  const soon = useRef<() => void>(() => {});
  const layOutNow = useCallback(() => {
    if (pane.current === null || margin.current === null) return;
    const next = layOut({
      text,
      placed,
      active,
      heights: heights.current,
      resting: resting.current,
      pane: pane.current,
      margin: margin.current,
    });
    setLayout((now) => (same(now, next) ? now : next));
  }, [text, placed, active, pane, margin]);
  useLayoutEffect(layOutNow, [layOutNow]);
  useEffect(() => {
    const queue = measureQueue(layOutNow);
    soon.current = queue.soon;
    const resized = new ResizeObserver(queue.soon);
    const root = text.editor.getRootElement();
    if (root !== null) resized.observe(root);
    const view = pane.current;
    let step = Math.round((view?.scrollTop ?? 0) / scrollStepPx);
    const scrolled = (): void => {
      const now = Math.round((view?.scrollTop ?? 0) / scrollStepPx);
      if (now !== step) queue.soon();
      step = now;
    };
    view?.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      queue.stop();
      resized.disconnect();
      view?.removeEventListener('scroll', scrolled);
    };
  }, [layOutNow, text, pane]);
  const measure = useCallback((uid: AnnotationUid, heightPx: number, isResting: boolean) => {
    for (const known of isResting ? [heights.current, resting.current] : [heights.current]) {
      if (known.get(uid) === heightPx) continue;
      known.set(uid, heightPx);
      soon.current();
    }
  }, []);
  return { ...layout, measure };
}

/** Runs at the next frame, then not again for a while: asked often, it still runs after the last time. */
function measureQueue(run: () => void): { readonly soon: () => void; readonly stop: () => void } {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  const soon = (): void => {
    if (frame !== 0 || timer !== undefined) return;
    const waitMs = lastMs + measureEveryMs - performance.now();
    if (waitMs > 0) {
      timer = setTimeout(() => {
        timer = undefined;
        soon();
      }, waitMs);
      return;
    }
    frame = requestAnimationFrame(() => {
      frame = 0;
      lastMs = performance.now();
      run();
    });
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return { soon, stop };
}

function same(a: CardLayout, b: CardLayout): boolean {
  return (
    a.compact.size === b.compact.size &&
    [...a.compact].every((uid) => b.compact.has(uid)) &&
    a.built.length === b.built.length &&
    a.built.every((one, index) => one === b.built[index]) &&
    a.tops.size === b.tops.size &&
    [...a.tops].every(([uid, top]) => b.tops.get(uid) === top)
  );
}
