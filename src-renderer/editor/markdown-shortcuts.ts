/** What typing Markdown turns into: the blocks and marks a body has, nothing else. */
import { $createHorizontalRuleNode, $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { type LexicalEditor, TextNode } from 'lexical';

const rule: ElementTransformer = {
  dependencies: [HorizontalRuleNode],
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  regExp: /^(---|\*\*\*|___)\s?$/,
  replace: (parent, _children, _match, isImport) => {
    const line = $createHorizontalRuleNode();
    if (isImport || parent.getNextSibling() !== null) parent.replace(line);
    else parent.insertBefore(line);
    line.selectNext();
  },
  type: 'element',
};

export const markdownShortcuts: Transformer[] = [
  HEADING,
  QUOTE,
  CODE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  rule,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  STRIKETHROUGH,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];

const checkPattern = /^\[([ xX]?)\] /;

/** `- [ ] ` is a bullet by the time the brackets are typed: turns a list begun like that into a check list. */
export function registerCheckShortcut(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    const item = node.getParent();
    const list = item?.getParent();
    if (!$isListItemNode(item) || !$isListNode(list) || node.getPreviousSibling() !== null) return;
    const text = node.getTextContent();
    const match = checkPattern.exec(text);
    if (match === null || list.getListType() !== 'bullet' || list.getChildrenSize() > 1) return;
    list.setListType('check');
    item.setChecked(match[1]?.toLowerCase() === 'x');
    node.setTextContent(text.slice(match[0].length));
    node.select(0, 0);
  });
}
