/** Where margin cards stand, measured from the text; follows scrolling, resizing and edits. */
import type { TextSession } from '@renderer/editor/text-session';
import type { AnnotationUid } from '@shared/model/ids';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { compactHeightPx, crowdedCards } from './cards/crowded-cards';
import type { PlacedAnnotation } from './placed-annotations';
import { stackCards } from './stack-cards';
import { topOf } from './text-view';

/** Height assumed of a card not shown yet. */
const guessedHeightPx = 76;
const gapPx = 10;
const scrollStepPx = 400;
/** Passages this far from the window are placed by their block alone. */
const nearPx = 1000;

export interface CardTops {
  readonly tops: ReadonlyMap<AnnotationUid, number>;
  /** About how far the pane is scrolled; changes in steps, so that cards are built as they come near. */
  readonly scrolledPx: number;
  /** Cards that have room for one line only; the active one is never shown so. */
  readonly compact: ReadonlySet<AnnotationUid>;
  /** Gives the height of a card that is shown; `resting` when it is neither active nor compact. */
  readonly measure: (uid: AnnotationUid, heightPx: number, resting: boolean) => void;
}

/** Tops inside `margin`, CSS pixels. */
export function useCardTops(
  text: TextSession,
  placed: readonly PlacedAnnotation[],
  active: AnnotationUid | null,
  pane: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
): CardTops {
  const [wanted, setWanted] = useState<ReadonlyMap<AnnotationUid, number>>(new Map());
  const [heights, setHeights] = useState<ReadonlyMap<AnnotationUid, number>>(new Map());
  const [resting, setResting] = useState<ReadonlyMap<AnnotationUid, number>>(new Map());
  const [scrolledPx, setScrolledPx] = useState(0);
  const measureAll = useCallback(() => {
    setScrolledPx(Math.round((pane.current?.scrollTop ?? 0) / scrollStepPx) * scrollStepPx);
    const origin = margin.current?.getBoundingClientRect().top ?? 0;
    const next = new Map<AnnotationUid, number>();
    const view = pane.current?.getBoundingClientRect();
    const near = { top: (view?.top ?? 0) - nearPx, bottom: (view?.bottom ?? window.innerHeight) + nearPx };
    for (const { annotation, place } of placed) {
      const top = topOf(text, place, near);
      if (top !== null) next.set(annotation.uid, Math.round(top - origin));
    }
    setWanted((now) => (same(now, next) ? now : next));
  }, [text, placed, pane, margin]);
  useLayoutEffect(measureAll, [measureAll]);
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measureAll);
    };
    const resized = new ResizeObserver(soon);
    const root = text.editor.getRootElement();
    if (root !== null) resized.observe(root);
    const view = pane.current;
    view?.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      view?.removeEventListener('scroll', soon);
    };
  }, [measureAll, text, pane]);
  const compact = useMemo(() => {
    const items = placed.map(({ annotation: { uid } }) => ({
      id: uid,
      wantedTop: wanted.get(uid) ?? 0,
      height: resting.get(uid) ?? guessedHeightPx,
    }));
    return crowdedCards(items, gapPx);
  }, [placed, wanted, resting]);
  const tops = useMemo(() => {
    const items = placed.map(({ annotation: { uid } }) => ({
      id: uid,
      wantedTop: wanted.get(uid) ?? 0,
      height: compact.has(uid) && uid !== active ? compactHeightPx : (heights.get(uid) ?? guessedHeightPx),
    }));
    return stackCards(items, gapPx, active);
  }, [placed, wanted, heights, compact, active]);
  const measure = useCallback((uid: AnnotationUid, heightPx: number, isResting: boolean) => {
    const withHeight = (now: ReadonlyMap<AnnotationUid, number>): ReadonlyMap<AnnotationUid, number> =>
      now.get(uid) === heightPx ? now : new Map(now).set(uid, heightPx);
    setHeights(withHeight);
    if (isResting) setResting(withHeight);
  }, []);
  return { tops, compact, scrolledPx, measure };
}

function same(a: ReadonlyMap<AnnotationUid, number>, b: ReadonlyMap<AnnotationUid, number>): boolean {
  return a.size === b.size && [...a].every(([uid, top]) => b.get(uid) === top);
}
