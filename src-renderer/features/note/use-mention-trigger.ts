/** Whether a mention is being typed at the caret, and where in the window. */
import type { TextSession } from '@renderer/editor/text-session';
import { type MentionTrigger, mentionTrigger, onWriting } from '@renderer/editor/writing-commands';
import { useEffect, useState } from 'react';

/** What is typed, and the caret's box (px in the window). */
export interface PlacedTrigger extends MentionTrigger {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

function place(trigger: MentionTrigger): PlacedTrigger | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const { left, top, bottom } = selection.getRangeAt(0).getBoundingClientRect();
  return { ...trigger, left, top, bottom };
}

/** The trigger and how to put it away; what is being composed counts as typed. */
export function useMentionTrigger({ editor }: TextSession): readonly [PlacedTrigger | null, () => void] {
  const [trigger, setTrigger] = useState<PlacedTrigger | null>(null);
  const [putAway, setPutAway] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const stop = onWriting(editor, () => {
      cancelAnimationFrame(frame);
      const next = mentionTrigger(editor);
      if (next === null) {
        setTrigger(null);
        setPutAway(null);
        return;
      }
      // The DOM selection is set after this update.
      frame = requestAnimationFrame(() =>
        setTrigger((now) => {
          const placed = place(next);
          return now?.typed === placed?.typed && now?.left === placed?.left ? now : placed;
        }),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
  // Put away with Escape, it stays so until other words are typed.
  const shown = trigger !== null && trigger.typed !== putAway ? trigger : null;
  // What is typed, not what is shown: the letter before the Escape may not be drawn yet.
  return [shown, () => setPutAway(mentionTrigger(editor)?.typed ?? null)];
}
