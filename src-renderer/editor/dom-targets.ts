/** What a click or the caret in the text means: a mention or a link there. */
import { $isLinkNode } from '@lexical/link';
import {
  $getAdjacentNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isMentionNode, type MentionTarget } from './nodes/mention-node';

export type TextTarget = { readonly mention: MentionTarget } | { readonly address: string };

/** The mention or link a DOM node belongs to, or null. */
export function clickTarget(editor: LexicalEditor, node: Node): TextTarget | null {
  return editor.getEditorState().read(() => $targetOf($getNearestNodeFromDOMNode(node)), { editor });
}

/** The mention or link the caret stands in or beside, or null. */
export function caretTarget(editor: LexicalEditor): TextTarget | null {
  // The editor hears of a moved caret a moment later than the window's selection has it.
  const caret = document.getSelection()?.focusNode ?? null;
  const here = caret === null ? null : clickTarget(editor, caret);
  return here ?? besideCaret(editor);
}

function besideCaret(editor: LexicalEditor): TextTarget | null {
  return editor.getEditorState().read(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const { focus } = selection;
      return (
        $targetOf(focus.getNode()) ??
        $targetOf($getAdjacentNode(focus, true)) ??
        $targetOf($getAdjacentNode(focus, false))
      );
    },
    { editor },
  );
}

function $targetOf(node: LexicalNode | null): TextTarget | null {
  if ($isMentionNode(node)) return { mention: node.getTarget() };
  const link = $isLinkNode(node) ? node : node?.getParents().find($isLinkNode);
  return link === undefined ? null : { address: link.getURL() };
}
