/** Marks the update of a drop: text dragged within an editor is taken out and put in at once. */
import { $addUpdateTag, COMMAND_PRIORITY_CRITICAL, DROP_COMMAND, type LexicalEditor } from 'lexical';

export const dropTag = 'postil-drop';

/** Tags drops from now on. Returns its disposer. */
export const followDrops = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    DROP_COMMAND,
    () => {
      $addUpdateTag(dropTag);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
