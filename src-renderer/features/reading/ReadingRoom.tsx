/** The reading room: an article set for reading, its passages marked, their cards in the margin. */

import type { SavedSession } from '@renderer/features/document/saved-session';
import { useSavedSession } from '@renderer/features/document/use-saved-session';
import type { DocumentView } from '@shared/contract/document-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { ReadingDesk } from './ReadingDesk';
import type { ReadingTarget } from './reading-target';

interface ReadingRoomProps {
  readonly view: DocumentView;
  readonly target?: ReadingTarget;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

/** Mount anew (`key`) for another document. */
export function ReadingRoom(props: ReadingRoomProps) {
  const session: SavedSession | null = useSavedSession(props.view, false);
  return session === null ? (
    <div className="pane-waiting" aria-busy="true" />
  ) : (
    <ReadingDesk {...props} session={session} />
  );
}
