/** What a click in the text meant: a mention or a link under it. */
import { $isLinkNode } from '@lexical/link';
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { $isMentionNode, type MentionTarget } from './nodes/mention-node';

export type ClickTarget = { readonly mention: MentionTarget } | { readonly address: string };

/** The mention or link a DOM node belongs to, or null. */
export function clickTarget(editor: LexicalEditor, node: Node): ClickTarget | null {
  return editor.getEditorState().read(
    () => {
      const nearest = $getNearestNodeFromDOMNode(node);
      if ($isMentionNode(nearest)) return { mention: nearest.getTarget() };
      const link = nearest?.getParents().find($isLinkNode) ?? ($isLinkNode(nearest) ? nearest : undefined);
      return link === undefined ? null : { address: link.getURL() };
    },
    { editor },
  );
}
