/** What a toolbar or a key does to the text being written, and what it stands in. */
import { $createCodeNode, $isCodeNode } from '@lexical/code';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $isListNode,
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getNearestNodeOfType, $insertNodeToNearestRoot } from '@lexical/utils';
import type { Mark } from '@shared/model/block';
import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { formatTypeOf, marksOf } from './inline-format';
import { $createMentionNode, type MentionTarget } from './nodes/mention-node';
import { $createPassageNode, $isPassageNode, type PassageContent, type PassageNode } from './nodes/passage-node';

/** Kinds of block a toolbar offers. */
export const writableBlocks = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'quote',
  'code',
  'bulleted',
  'ordered',
  'checked',
] as const;
export type WritableBlock = (typeof writableBlocks)[number];

/** What the caret stands in. */
export interface WritingState {
  readonly block: WritableBlock;
  readonly marks: readonly Mark[];
  readonly link: string | null;
}

export const plainState: WritingState = { block: 'paragraph', marks: [], link: null };

const listCommands = {
  bulleted: INSERT_UNORDERED_LIST_COMMAND,
  ordered: INSERT_ORDERED_LIST_COMMAND,
  checked: INSERT_CHECK_LIST_COMMAND,
} as const;

function $blockElement(block: WritableBlock): ElementNode {
  switch (block) {
    case 'heading1':
      return $createHeadingNode('h1');
    case 'heading2':
      return $createHeadingNode('h2');
    case 'heading3':
      return $createHeadingNode('h3');
    case 'quote':
      return $createQuoteNode();
    case 'code':
      return $createCodeNode();
    default:
      return $createParagraphNode();
  }
}

/** Switches a mark of the selection. */
export function toggleMark(editor: LexicalEditor, mark: Mark): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, formatTypeOf(mark));
}

/** Turns the selected blocks into another kind; the same kind again makes paragraphs. */
export function setBlock(editor: LexicalEditor, block: WritableBlock): void {
  const now = writingState(editor).block;
  const wanted = now === block ? 'paragraph' : block;
  const isList = (kind: WritableBlock): kind is keyof typeof listCommands => kind in listCommands;
  if (isList(now)) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  if (isList(wanted)) {
    editor.dispatchCommand(listCommands[wanted], undefined);
    return;
  }
  editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $setBlocksType(selection, () => $blockElement(wanted));
  });
}

/** Links the selection to an address, or takes the link away (null). */
export function setLink(editor: LexicalEditor, address: string | null): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if (address !== null && $isRangeSelection(selection) && selection.isCollapsed()) {
        const text = $createTextNode(address);
        selection.insertNodes([text]);
        text.select(0, address.length);
      }
    },
    { discrete: true },
  );
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, address);
}

export const undoText = (editor: LexicalEditor): void => void editor.dispatchCommand(UNDO_COMMAND, undefined);
export const redoText = (editor: LexicalEditor): void => void editor.dispatchCommand(REDO_COMMAND, undefined);

/** Makes sure there is a place to insert at: the caret, or the end of the text. */
function $insertionPoint(): void {
  if (!$isRangeSelection($getSelection())) $getRoot().selectEnd();
}

/** Puts a rule below the block with the caret. */
export function insertRule(editor: LexicalEditor): void {
  editor.update(() => {
    $insertionPoint();
    $insertNodeToNearestRoot($createHorizontalRuleNode());
  });
}

/** Puts a quoted passage below the block with the caret, and the caret below it. */
export function insertPassage(editor: LexicalEditor, content: PassageContent): void {
  editor.update(() => void $insertPassage(content));
}

/** `$follow` says below which block it goes, given the one with the caret. */
function $insertPassage(content: PassageContent, $follow = (block: LexicalNode): LexicalNode => block): PassageNode {
  $insertionPoint();
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
  const node = $createPassageNode(content);
  if (block === null) $getRoot().append(node);
  else $follow(block).insertAfter(node);
  if ($isElementNode(block) && !$isListNode(block) && block.isEmpty()) block.remove();
  if (node.getNextSibling() === null) node.insertAfter($createParagraphNode());
  const after = node.getNextSibling();
  if ($isElementNode(after)) after.selectStart();
  return node;
}

/** The last of the quoted passages that stand right below a block: what is quoted next goes on below them. */
function $lastPassageBelow(block: LexicalNode): LexicalNode {
  const next = block.getNextSibling();
  return $isPassageNode(next) ? $lastPassageBelow(next) : block;
}

/** A quoted passage put in by somebody whose focus is elsewhere. */
export interface PutPassage {
  /** Brings it into view. */
  readonly show: () => void;
  /** Takes it out again; nothing happens when it is gone already. */
  readonly takeOut: () => void;
}

/** As {@link insertPassage}, in a step to undo of its own, with the focus left where it is. */
export function putPassage(editor: LexicalEditor, content: PassageContent): PutPassage {
  const tag = [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG];
  let key = '';
  editor.update(
    () => {
      key = $insertPassage(content, $lastPassageBelow).getKey();
    },
    { discrete: true, tag },
  );
  const $takeOut = (): void => {
    const node = $getNodeByKey(key);
    const after = node?.getNextSibling();
    // The line to write on that came with it, if nothing was written.
    if ($isParagraphNode(after) && after.isEmpty() && after.getNextSibling() === null && node?.getPreviousSibling())
      after.remove();
    node?.remove();
  };
  return {
    show: () => showBlock(editor, key),
    takeOut: () => editor.update($takeOut, { discrete: true, tag }),
  };
}

/** Scrolls to a block once what it shows is laid out, and has it light up for a moment. */
function showBlock(editor: LexicalEditor, key: NodeKey): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = editor.getElementByKey(key);
      element?.scrollIntoView({ block: 'center' });
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
        element?.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: 500, easing: 'ease-out' });
    }),
  );
}

/** A mention being typed: what follows `[[` or `@` up to the caret. */
export interface MentionTrigger {
  readonly typed: string;
  /** Code units before the caret that the mention replaces. */
  readonly length: number;
}

const mentionPattern = /(?:\[\[|(?:^|[\s(«“"'’])@)([^\][\n@]{0,60})$/;

function $triggerAt(selection: RangeSelection): MentionTrigger | null {
  const node = selection.anchor.getNode();
  if (!selection.isCollapsed() || !$isTextNode(node) || !node.isSimpleText()) return null;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const match = mentionPattern.exec(before);
  if (match === null) return null;
  const typed = match[1] ?? '';
  return { typed, length: typed.length + (match[0].startsWith('[[') ? 2 : 1) };
}

/** The mention being typed at the caret, or null. */
export const mentionTrigger = (editor: LexicalEditor): MentionTrigger | null =>
  editor.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? $triggerAt(selection) : null;
  });

/** Replaces what was typed by a mention and a space. */
export function insertMention(editor: LexicalEditor, text: string, target: MentionTarget): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const trigger = $triggerAt(selection);
    const node = selection.anchor.getNode();
    if (trigger !== null && $isTextNode(node))
      selection.setTextNodeRange(node, selection.anchor.offset - trigger.length, node, selection.anchor.offset);
    selection.insertNodes([$createMentionNode(text, target), $createTextNode(' ')]);
  });
}

function $blockOf(selection: RangeSelection): WritableBlock {
  const anchor = selection.anchor.getNode();
  const list = $getNearestNodeOfType(anchor, ListNode);
  if ($isListNode(list))
    return list.getListType() === 'check' ? 'checked' : list.getListType() === 'number' ? 'ordered' : 'bulleted';
  const block = [anchor, ...anchor.getParents()].find(
    (node) => $isHeadingNode(node) || $isQuoteNode(node) || $isCodeNode(node),
  );
  if ($isQuoteNode(block)) return 'quote';
  if ($isCodeNode(block)) return 'code';
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return tag === 'h1' ? 'heading1' : tag === 'h2' ? 'heading2' : 'heading3';
}

/** What the caret stands in now. */
export const writingState = (editor: LexicalEditor): WritingState =>
  editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return plainState;
    const link = selection.anchor.getNode().getParents().find($isLinkNode);
    return { block: $blockOf(selection), marks: marksOf(selection.format), link: link?.getURL() ?? null };
  });

/** Hears every change of text or caret. Returns its disposer. */
export const onWriting = (editor: LexicalEditor, listener: () => void): (() => void) =>
  editor.registerUpdateListener(listener);
