/**
 * Which margin cards are built and where they stand, measured from the text; follows scrolling,
 * resizing and edits. With many passages only those near what is seen are measured and stacked.
 */
import { inFreeFrame } from '@renderer/editor/spent-frame';
import type { TextSession } from '@renderer/editor/text-session';
import type { AnnotationUid } from '@shared/model/ids';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { guessedHeightPx, says } from './cards/card-content';
import { compactGapPx, compactHeightPx, crowdedCards } from './cards/crowded-cards';
import { measureQueue } from './cards/measure-queue';
import { mountedOf } from './cards/mounted-cards';
import type { PlacedAnnotation, PlacedAnnotations } from './placed-annotations';
import { stackInView } from './stack-cards';
import { offsetsBetween, topOf } from './text-view';

const gapPx = 10;
/** The margin is laid out again each time so much was scrolled. */
const scrollStepPx = 300;
/** Passages this far from the window are placed by their block alone. */
const nearPx = 1000;
/** A card that begins so far above what is seen may still reach into it. */
const lookPx = 200;
/** Cards this far from the window are not built. */
const overscanPx = 1400;
/** The same where there are many: a crowd has its cards close. */
const crowdOverscanPx = 350;
/** Passages measured there: enough before the cards built that these fold alike wherever measuring begins. */
const crowdMeasuredPx = 650;
/** Below this many all cards are built: reading order and tabbing are then plain. */
const fewCards = 60;
/** Below this many all passages are measured: cards and links then keep their places while scrolling. */
const fewPassages = 300;
/** Cards out of sight built in one frame: more would be felt while scrolling. */
const mountedAtOnce = 4;

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
  /** There are so many passages that only those in reach are measured. */
  readonly crowded: boolean;
  /** Gives the height of a card that is shown; `resting` when it is neither active nor compact. */
  readonly measure: (uid: AnnotationUid, heightPx: number, resting: boolean) => void;
}

const nothing: CardLayout = { built: [], tops: new Map(), bottomPx: 0, compact: new Set() };

interface Stage {
  readonly text: TextSession;
  readonly placed: PlacedAnnotations;
  readonly active: AnnotationUid | null;
  readonly heights: ReadonlyMap<AnnotationUid, number>;
  readonly resting: ReadonlyMap<AnnotationUid, number>;
  readonly pane: HTMLElement;
  readonly margin: HTMLElement;
}

/** The passages to measure: all of few, else those near the window and the active one. */
function measured({ text, placed, active }: Stage, view: DOMRect): readonly PlacedAnnotation[] {
  if (placed.length <= fewPassages) return placed.list;
  const { start, end } = offsetsBetween(text, view.top - crowdMeasuredPx, view.bottom + crowdMeasuredPx);
  const near = new Set<number>();
  for (const { uid } of text.places().between(start, end)) near.add(placed.indexOf(uid));
  if (active !== null) near.add(placed.indexOf(active));
  return [...near].sort((a, b) => a - b).flatMap((index) => placed.list[index] ?? []);
}

/** The layout with all cards that are wanted, and how far each is from what is seen. */
interface Wanted extends CardLayout {
  readonly distanceOf: (uid: AnnotationUid) => number;
}

function layOut(stage: Stage): Wanted {
  const { text, placed, active, heights, resting, pane, margin } = stage;
  const view = pane.getBoundingClientRect();
  const origin = margin.getBoundingClientRect().top;
  const near = { top: view.top - nearPx, bottom: view.bottom + nearPx };
  const chosen = measured(stage, view);
  const atRest = chosen.flatMap(({ annotation, place }) => {
    const { uid } = annotation;
    const top = topOf(text, text.placeOf(uid) ?? place, near);
    const height = resting.get(uid) ?? guessedHeightPx(annotation);
    return top === null ? [] : [{ id: uid, wantedTop: Math.round(top - origin), height, says: says(annotation) }];
  });
  const compact = crowdedCards(atRest, gapPx);
  const items = atRest.map((item) => ({
    ...item,
    height:
      compact.has(item.id) && item.id !== active
        ? compactHeightPx + compactGapPx - gapPx
        : ((item.id === active ? heights.get(item.id) : undefined) ?? item.height),
  }));
  const seenPx = view.top - origin;
  const tops = stackInView(items, gapPx, active, { top: seenPx, height: view.height, crowded: chosen !== placed.list });
  const reachPx = chosen === placed.list ? overscanPx : crowdOverscanPx;
  const few = placed.length <= fewCards;
  const distanceOf = (uid: AnnotationUid): number => {
    const top = tops.get(uid) ?? Number.NaN;
    return few || uid === active ? 0 : Math.max(0, seenPx - lookPx - top, top - seenPx - view.height);
  };
  const built = few ? placed.list : chosen.filter(({ annotation: { uid } }) => distanceOf(uid) < reachPx);
  let bottomPx = 0;
  for (const top of tops.values()) bottomPx = Math.max(bottomPx, top);
  return { built, tops, bottomPx, compact, distanceOf };
}

/** Lays cards out inside `margin`. */
export function useCardTops(
  text: TextSession,
  placed: PlacedAnnotations,
  active: AnnotationUid | null,
  pane: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
): CardTops {
  const { layout, grow } = useGrowing();
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
    grow(next);
  }, [text, placed, active, pane, margin, grow]);
  const latest = useRef(layOutNow);
  useLayoutEffect(() => {
    latest.current = layOutNow;
    layOutNow();
  }, [layOutNow]);
  useEffect(() => {
    const queue = measureQueue(() => latest.current());
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
  }, [text, pane]);
  const measure = useCallback((uid: AnnotationUid, heightPx: number, isResting: boolean) => {
    for (const known of isResting ? [heights.current, resting.current] : [heights.current]) {
      if (known.get(uid) === heightPx) continue;
      known.set(uid, heightPx);
      soon.current();
    }
  }, []);
  return { ...layout, crowded: placed.length > fewPassages, measure };
}

/** A layout on screen that comes to hold the cards wanted a few at each frame. */
function useGrowing(): { readonly layout: CardLayout; readonly grow: (wanted: Wanted) => void } {
  const [layout, setLayout] = useState(nothing);
  const shown = useRef(nothing);
  const cancel = useRef<() => void>(() => {});
  const grow = useCallback((wanted: Wanted): void => {
    cancel.current();
    const { distanceOf, ...next } = wanted;
    const there = new Set(shown.current.built.map(({ annotation: { uid } }) => uid));
    const uids = next.built.map(({ annotation: { uid } }) => uid);
    const mounted = mountedOf(uids, there, distanceOf, mountedAtOnce);
    const built = next.built.filter(({ annotation: { uid } }) => mounted.has(uid));
    if (built.length < next.built.length) cancel.current = inFreeFrame(() => grow(wanted));
    const part = { ...next, built };
    if (same(shown.current, part)) return;
    shown.current = part;
    setLayout(part);
  }, []);
  useEffect(() => () => cancel.current(), []);
  return { layout, grow };
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
