/** The note editor: a title, the text, quoted passages, mentions; saved as it is written. */
import { useSavedSession } from '@renderer/features/document/use-saved-session';
import { NoteDesk } from './NoteDesk';
import type { NotePaneProps } from './note-pane-props';

/** Mount anew (`key`) for another note. */
export function NotePane(props: NotePaneProps) {
  const session = useSavedSession(props.view, true);
  return session === null ? (
    <div className="pane-waiting" aria-busy="true" />
  ) : (
    <NoteDesk {...props} session={session} />
  );
}
