/** A document's session while it is on screen, in step with the archive. */
import type { PlaceList } from '@renderer/editor/place-list';
import type { TextMap } from '@renderer/editor/text-map';
import type { TextSession } from '@renderer/editor/text-session';
import type { DocumentView } from '@shared/contract/document-shapes';
import { useEffect, useState } from 'react';
import { longText, type SavedSession } from './saved-session';
import { keepSession, takeSession } from './session-cache';

/** The session of a document; null for the first moment. Mount anew (`key`) for another document. */
export function useSavedSession(view: DocumentView, markdown: boolean): SavedSession | null {
  const [session, setSession] = useState<SavedSession | null>(null);
  const { uid } = view.document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a session is taken when the document is shown; later views are taken over below
  useEffect(() => {
    const taken = takeSession(view, markdown);
    setSession(taken);
    return () => keepSession(uid, taken);
  }, [uid, markdown]);
  useEffect(() => {
    // A session just made has the view it was made of.
    if (session?.shows(view) === false) session.take(view);
  }, [session, view]);
  return session;
}

/** How long after the last key the window around a long text follows it, ms. */
const settleMs = 500;

/**
 * Hears changes of a text once typing pauses, all others at once. What stands around the text
 * (cards, counts, hits) need not be drawn anew at each key; highlights follow on their own.
 */
function subscribeSettled(text: TextSession, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edited = false;
  const stopEdits = text.onEdit(() => {
    edited = true;
  });
  const stop = text.subscribe(() => {
    // The session tells of a change first, and then whether a person made it.
    queueMicrotask(() => {
      clearTimeout(timer);
      if (edited && text.map().length > longText) timer = setTimeout(listener, settleMs);
      else listener();
      edited = false;
    });
  });
  return () => {
    clearTimeout(timer);
    stopEdits();
    stop();
  };
}

function useSettled<T>(text: TextSession, read: () => T): T {
  const [settled, setSettled] = useState(() => ({ text, value: read() }));
  useEffect(() => {
    const take = (): void =>
      setSettled((now) => (now.text === text && now.value === read() ? now : { text, value: read() }));
    take();
    return subscribeSettled(text, take);
  }, [text, read]);
  return settled.text === text ? settled.value : read();
}

/** The text shown, as it stood when typing last paused. */
export const useTextMap = (text: TextSession): TextMap => useSettled(text, text.map);

/** Where annotations lie, as of when typing last paused. */
export const usePlaces = (text: TextSession): PlaceList => useSettled(text, text.places);
