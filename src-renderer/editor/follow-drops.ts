/** Notices drops: text dragged within an editor is taken out and put in elsewhere by one update. */
import { COMMAND_PRIORITY_CRITICAL, DROP_COMMAND, type LexicalEditor } from 'lexical';

/** Answers, while an update is heard of, whether a drop made it. A tag would be lost: the command's own update has none. */
export function followDrops(editor: LexicalEditor): () => boolean {
  let dropping = false;
  editor.registerCommand(
    DROP_COMMAND,
    () => {
      dropping = true;
      // The drop's update is committed before the next task.
      setTimeout(() => {
        dropping = false;
      });
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  return () => dropping;
}
