/** The headings of the text shown, and which of them is being read. */

import { blockRect } from '@renderer/editor/block-rect';
import type { TextMap } from '@renderer/editor/text-map';
import { blockElementAt } from '@renderer/editor/visible-blocks';
import type { SavedSession } from '@renderer/features/document/saved-session';
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type OutlineHeading, outlineOf } from './outline';

const none: readonly OutlineHeading[] = [];
/** A heading counts as reached above this part of the pane's height: a little below where one jumped to comes to rest. */
const reached = 0.4;

/** Headings in order; none while `wanted` is false, as reading them goes through the whole text. */
export function useHeadings(session: SavedSession, map: TextMap, wanted: boolean): readonly OutlineHeading[] {
  const settled = useDeferredValue(map);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the text is another
  return useMemo(() => (wanted ? outlineOf(session.text.snapshot().body) : none), [session, settled, wanted]);
}

/** Index of the heading being read, -1 before the first. */
export function useCurrentHeading(
  { text }: SavedSession,
  headings: readonly OutlineHeading[],
  pane: RefObject<HTMLElement | null>,
): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const element = pane.current;
    if (element === null || headings.length === 0) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const seen = element.getBoundingClientRect();
      const edge = seen.top + seen.height * reached;
      const topAt = (index: number): number => {
        const heading = blockElementAt(text.editor, text.map(), headings[index]?.start ?? 0);
        return heading === null ? 0 : blockRect(heading).top;
      };
      let low = 0;
      let high = headings.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (topAt(middle) <= edge) low = middle + 1;
        else high = middle;
      }
      setCurrent(low - 1);
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    soon();
    element.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', soon);
    };
  }, [text, headings, pane]);
  return current;
}
