/**
 * Sessions of documents that left the screen, the last few: coming back to one finds its undo
 * history as it was. A kept session goes on trying to save what it could not.
 */
import type { DocumentView } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { trackSave } from './pending-saves';
import { SavedSession } from './saved-session';

/** Enough for going back and forth between an article, its notes and what they quote. */
const mostKept = 8;

/** By document, the one left longest ago first. */
const kept = new Map<DocumentUid, SavedSession>();

/** Sessions of the documents on screen. */
const shown = new Map<DocumentUid, SavedSession>();

/** The session of a document that is on screen, for who changes it from another pane. */
export const shownSession = (uid: DocumentUid): SavedSession | undefined => shown.get(uid);

/** The session kept of a document, which is the caller's then, or a new one. */
export function takeSession(view: DocumentView, markdown: boolean): SavedSession {
  const session = keptOrNew(view, markdown);
  shown.set(view.document.uid, session);
  return session;
}

function keptOrNew(view: DocumentView, markdown: boolean): SavedSession {
  const { uid } = view.document;
  const known = kept.get(uid);
  kept.delete(uid);
  if (known?.markdown === markdown) return known;
  if (known !== undefined) trackSave(uid, known.close());
  return new SavedSession(view, markdown);
}

/** Takes a session back when its document leaves the screen; saves it. */
export function keepSession(uid: DocumentUid, session: SavedSession): void {
  if (shown.get(uid) === session) shown.delete(uid);
  session.text.deselect();
  const other = kept.get(uid);
  kept.delete(uid);
  kept.set(uid, session);
  trackSave(uid, session.flush());
  // The same document stood in two panes: the later one has what was typed last.
  if (other !== undefined) trackSave(uid, other.close());
  for (const [oldest, session] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
    trackSave(oldest, session.close());
  }
}
