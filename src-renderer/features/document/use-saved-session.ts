/** A document's session while it is on screen, in step with the archive. */
import type { PlaceList } from '@renderer/editor/place-list';
import type { TextMap } from '@renderer/editor/text-map';
import type { TextSession } from '@renderer/editor/text-session';
import type { DocumentView } from '@shared/contract/shapes';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SavedSession } from './saved-session';
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
  useEffect(() => session?.take(view), [session, view]);
  return session;
}

/** The text shown, kept fresh. */
export const useTextMap = (text: TextSession): TextMap => useSyncExternalStore(text.subscribe, text.map);

/** Where annotations lie, kept fresh. */
export const usePlaces = (text: TextSession): PlaceList => useSyncExternalStore(text.subscribe, text.places);
