/** Shows where the pages of the source begin: their numbers stand before the first word, in no text and no selection. */
import { $getNodeByKey, $getRoot, $getState, type LexicalEditor, TextNode } from 'lexical';
import { pageBegun } from './editor-nodes';

/** Shows them until the returned function is called. What is shown is the attribute (see editor.css). */
export function showPageMarks(editor: LexicalEditor): () => void {
  editor.read(() => {
    for (const node of $getRoot().getAllTextNodes()) {
      const page = $getState(node, pageBegun);
      if (page !== '') editor.getElementByKey(node.getKey())?.setAttribute('data-page', page);
    }
  });
  return editor.registerMutationListener(
    TextNode,
    (mutations) => {
      editor.read(() => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') continue;
          const node = $getNodeByKey(key);
          const page = node === null ? '' : $getState(node, pageBegun);
          const element = editor.getElementByKey(key);
          if (page !== '') element?.setAttribute('data-page', page);
          else if (element?.hasAttribute('data-page')) element.removeAttribute('data-page');
        }
      });
    },
    { skipInitialization: true },
  );
}
