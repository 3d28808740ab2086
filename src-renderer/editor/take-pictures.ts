/**
 * Pictures pasted or dropped into a text that is written: handed to whoever keeps them, then put in as
 * blocks of their own, each a step that can be undone. Knows nothing of where they are kept.
 */
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
} from 'lexical';
import { $createFigureNode } from './nodes/figure-node';
import { notePicture } from './nodes/picture-sizes';

export interface KeptPicture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** Keeps a picture; null when it can't (whoever keeps it has said why). */
export type KeepPicture = (picture: File) => Promise<KeptPicture | null>;

/** Drops a text has taken, for whoever else listens for drops on the window. */
const taken = new WeakSet<Event>();

/** Whether a text has taken what was dropped. */
export const isTakenDrop = (event: Event): boolean => taken.has(event);

const picturesIn = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ type }) => type.startsWith('image/'));

/** Only pictures, and no words: programs for writing put a picture of the words beside the words. */
function pasted(event: unknown): readonly File[] {
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return [];
  return event.clipboardData.getData('text/plain').trim() === '' ? picturesIn(event.clipboardData.files) : [];
}

/** Takes pictures into an editor that is written in. Returns its disposer. */
export function takePictures(editor: LexicalEditor, keep: KeepPicture): () => void {
  const take = async (pictures: readonly File[], after: NodeKey | null): Promise<void> => {
    let place = after;
    for (const picture of pictures) {
      const kept = editor.isEditable() ? await keep(picture) : null;
      if (kept === null) continue;
      notePicture(kept.sha256, kept);
      place = insertPicture(editor, kept.sha256, place);
    }
  };
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const pictures = pasted(event);
        if (pictures.length === 0 || !(event instanceof Event)) return false;
        event.preventDefault();
        void take(pictures, $blockKey());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // the caret follows the drop by Lexical's own handler, which then asks for the files to be taken
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0 && picturesIn(files).length === files.length) taken.add(event);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        const pictures = picturesIn(files);
        if (pictures.length < files.length) return false;
        void take(pictures, $blockKey());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** The block of the text the caret stands in. */
const $blockKey = (): NodeKey | null => $getSelection()?.getNodes()[0]?.getTopLevelElement()?.getKey() ?? null;

/** Puts a picture behind a block, in its place when that is an empty line, or at the end. Answers the picture's key. */
function insertPicture(editor: LexicalEditor, asset: string, after: NodeKey | null): NodeKey | null {
  let key: NodeKey | null = null;
  editor.update(
    () => {
      const block = after === null ? null : $getNodeByKey(after);
      const figure = $createFigureNode(asset, '');
      key = figure.getKey();
      if (block === null || !block.isAttached()) $getRoot().append(figure);
      else if ($isElementNode(block) && block.getType() === 'paragraph' && block.isEmpty()) block.replace(figure);
      else block.insertAfter(figure);
      if (figure.getNextSibling() === null) figure.insertAfter($createParagraphNode());
      figure.selectNext(0, 0);
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  );
  return key;
}
