/** What is done to quoted passages and quoted words of a text being written, and which is chosen. */
import {
  $createNodeSelection,
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical';
import { segmentAt, type TextMap } from '../text-map';
import { $isPassageNode, type PassageContent } from './passage-node';

/** Gives a quoted passage other words. */
export function setQuotation(
  editor: LexicalEditor,
  key: string,
  quotation: Pick<PassageContent, 'text' | 'source' | 'kept'>,
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isPassageNode(node)) node.setQuotation(quotation);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/** The quoted passage that is selected as a whole, or null. */
export const selectedPassage = (
  editor: LexicalEditor,
): { readonly key: string; readonly content: PassageContent } | null =>
  editor.getEditorState().read(() => {
    const selection = $getSelection();
    const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
    return $isPassageNode(node) && others.length === 0 ? { key: node.getKey(), content: node.getContent() } : null;
  });

/** Selects a quoted passage as a whole and gives the text the focus. */
export function selectPassage(editor: LexicalEditor, key: string): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(() => {
    const selection = $createNodeSelection();
    selection.add(key);
    $setSelection(selection);
  });
}

/** The key of the quoted passage whose words begin at an offset, or null. */
export const passageKeyAt = (map: TextMap, start: number): string | null =>
  map.segments.find((segment) => segment.is === 'passage' && segment.start === start)?.key ?? null;

/** Puts other words in the place of some of the text; they take the form of the first of them. */
export function replaceWords(editor: LexicalEditor, map: TextMap, start: number, end: number, words: string): void {
  const from = segmentAt(map, start, 'start');
  const to = segmentAt(map, end, 'end');
  if (from?.segment.is !== 'text' || to?.segment.is !== 'text') return;
  editor.update(
    () => {
      const [first, last] = [$getNodeByKey(from.segment.key), $getNodeByKey(to.segment.key)];
      if (!$isTextNode(first) || !$isTextNode(last)) return;
      const selection = $createRangeSelection();
      selection.setTextNodeRange(first, from.offset, last, to.offset);
      $setSelection(selection);
      selection.insertText(words);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}
