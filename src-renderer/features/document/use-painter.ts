/** Keeps the highlights near the window painted while text, places or the scroll position change. */
import { clearPaint, offsetsBetween, type Paint, paint } from '@renderer/editor/highlights';
import type { TextSession } from '@renderer/editor/text-session';
import { type RefObject, useEffect } from 'react';

/** Painted beyond each edge of what is seen, in heights of the pane. */
const overscan = 1;

/** Paints `wanted` over the session's text. */
export function usePainter(text: TextSession, scroller: RefObject<HTMLElement | null>, wanted: Paint): void {
  useEffect(() => {
    const pane = scroller.current;
    let frame = 0;
    const now = (): void => {
      frame = 0;
      const { top, bottom, height } = pane?.getBoundingClientRect() ?? {
        top: 0,
        bottom: window.innerHeight,
        height: window.innerHeight,
      };
      const map = text.map();
      paint(
        text.editor,
        map,
        wanted,
        offsetsBetween(text.editor, map, top - overscan * height, bottom + overscan * height),
      );
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(now);
    };
    now();
    pane?.addEventListener('scroll', soon, { passive: true });
    const unsubscribe = text.subscribe(soon);
    const resized = new ResizeObserver(soon);
    if (pane !== null) resized.observe(pane);
    return () => {
      cancelAnimationFrame(frame);
      pane?.removeEventListener('scroll', soon);
      unsubscribe();
      resized.disconnect();
    };
  }, [text, scroller, wanted]);
  useEffect(() => clearPaint, []);
}
