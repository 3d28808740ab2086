/** The passage selected in the text, as offsets, kept while the focus is on the tools above it. */
import { selectedRange } from '@renderer/editor/dom-points';
import type { TextSession } from '@renderer/editor/text-session';
import { useEffect, useState } from 'react';

export interface SelectedPassage {
  readonly start: number;
  readonly end: number;
}

/** The selection, null while nothing is selected in the text. Blank edges are left out. */
export function useSelection(text: TextSession): SelectedPassage | null {
  const [selected, setSelected] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    let frame = 0;
    const read = (): void => {
      frame = 0;
      const next = trimmedSelection(text);
      setSelected((now) => (now?.start === next?.start && now?.end === next?.end ? now : next));
    };
    const soon = (): void => {
      // A caret selects nothing, and looking anyway would have each key typed draw a second frame.
      if (document.getSelection()?.isCollapsed !== false) {
        cancelAnimationFrame(frame);
        frame = 0;
        setSelected(null);
      } else if (frame === 0) frame = requestAnimationFrame(read);
    };
    document.addEventListener('selectionchange', soon);
    const unsubscribe = text.subscribe(soon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', soon);
      unsubscribe();
    };
  }, [text]);
  return selected;
}

/** The passage selected this moment, without blank edges; null when there is none. */
export function trimmedSelection(text: TextSession): SelectedPassage | null {
  const map = text.map();
  const range = selectedRange(text.editor, map);
  if (range === null || range.start === range.end) return null;
  const quote = map.text.slice(range.start, range.end);
  const start = range.start + quote.length - quote.trimStart().length;
  const end = start + quote.trim().length;
  return start < end ? { start, end } : null;
}
