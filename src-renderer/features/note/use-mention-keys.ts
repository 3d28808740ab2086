/** The keys of the list of mentions, taken before the editor sees them; the focus stays in the text. */
import type { TextSession } from '@renderer/editor/text-session';
import { useEffect, useRef, useState } from 'react';
import type { Offer, Offers } from './use-mention-offers';

interface MentionKeys extends Offers {
  /** Id of the list; its options' are this with `-` and their index. */
  readonly id: string;
  readonly typed: string;
  readonly open: boolean;
  readonly choose: (offer: Offer) => void;
  readonly close: () => void;
}

/** The index of the offer in hand, and how to change it. */
export function useMentionKeys(text: TextSession, keys: MentionKeys): readonly [number, (at: number) => void] {
  const { id, typed, open, stale } = keys;
  const [at, setAt] = useState(0);
  // Enter pressed before the answer to the last letter is there waits for it.
  const [wanted, setWanted] = useState<string | null>(null);
  const state = useRef({ ...keys, at });
  state.current = { ...keys, at };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => setAt(0), [typed]);
  useEffect(() => {
    if (wanted === null || stale) return;
    setWanted(null);
    const { offers, typed: now, choose } = state.current;
    if (offers[0] !== undefined && wanted === now) choose(offers[0]);
  }, [wanted, stale]);
  useEffect(() => {
    const root = text.editor.getRootElement();
    if (!open || root === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      // While an input method composes, every key is its own.
      if (event.isComposing) return;
      const { offers, at: index, stale: old, typed: words, choose, close } = state.current;
      const chosen = offers[Math.min(index, offers.length - 1)];
      const takes = event.key === 'Enter' || event.key === 'Tab';
      if (event.key === 'ArrowDown') setAt((index + 1) % offers.length);
      else if (event.key === 'ArrowUp') setAt((index + offers.length - 1) % offers.length);
      else if (takes && old) setWanted(words);
      else if (takes && chosen !== undefined) choose(chosen);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    root.addEventListener('keydown', onKeyDown, { capture: true });
    root.setAttribute('aria-controls', id);
    return () => {
      root.removeEventListener('keydown', onKeyDown, { capture: true });
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [open, text, id]);
  useEffect(() => {
    if (open) text.editor.getRootElement()?.setAttribute('aria-activedescendant', `${id}-${at}`);
  }, [open, at, id, text]);
  return [at, setAt];
}
