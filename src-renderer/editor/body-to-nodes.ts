/** From a body to the editor's nodes, in one pass. The way back is nodes-to-body. */
import { $createCodeNode } from '@lexical/code';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createLinkNode, type LinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListNode, type ListType } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import type { Block, Body, HeadingLevel, Inline, ListItem, ListKind, Table, TextRun } from '@shared/model/block';
import { assertNever } from '@shared/outcome/outcome';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $setState,
  type LexicalNode,
} from 'lexical';
import { breakFormat, pageBegun } from './editor-nodes';
import { bitsOf } from './inline-format';
import { $createFigureNode } from './nodes/figure-node';
import { $createMentionNode } from './nodes/mention-node';
import { $createPassageNode } from './nodes/passage-node';

const listTypes: Readonly<Record<ListKind, ListType>> = { bulleted: 'bullet', ordered: 'number', checked: 'check' };
const headingTags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const satisfies Record<
  HeadingLevel,
  string
>;

/** Text with its breaks and tabs as the nodes Lexical has for them. */
function $textNodes(text: string, bits: number): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const part of text.split(/([\n\t])/)) {
    if (part === '') continue;
    if (part === '\n') nodes.push($setState($createLineBreakNode(), breakFormat, bits));
    else if (part === '\t') nodes.push($createTabNode().setFormat(bits));
    else nodes.push($createTextNode(part).setFormat(bits));
  }
  return nodes;
}

/** Nodes of inline content; neighbouring runs of one link share its node. */
export function $inlineNodes(inlines: readonly Inline[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let link: { readonly url: string; readonly node: LinkNode } | null = null;
  const $runOf = (run: TextRun): void => {
    const texts = $textNodes(run.text, bitsOf(run.marks));
    if (run.page !== undefined && texts[0] !== undefined) $setState(texts[0], pageBegun, run.page);
    if (run.link === undefined) {
      link = null;
      nodes.push(...texts);
      return;
    }
    if (link === null || link.url !== run.link) {
      link = { url: run.link, node: $createLinkNode(run.link) };
      nodes.push(link.node);
    }
    link.node.append(...texts);
  };
  for (const inline of inlines) {
    if (inline.type === 'text') $runOf(inline);
    else {
      link = null;
      nodes.push($createMentionNode(inline.text, inline.target));
    }
  }
  return nodes;
}

/** Hangs one item below the lists that are open, opening or closing as many as its depth needs. */
function $addListItem(open: ListNode[], item: ListItem, onRoot: (list: ListNode) => void): void {
  const type = listTypes[item.list];
  open.length = Math.min(open.length, item.depth + 1);
  const atDepth = open[item.depth];
  if (atDepth !== undefined && atDepth.getListType() !== type) open.length = item.depth;
  while (open.length <= item.depth) {
    const list = $createListNode(type);
    const parent = open.at(-1);
    if (parent === undefined) onRoot(list);
    else parent.append($createListItemNode().append(list));
    open.push(list);
  }
  const node = $createListItemNode(item.list === 'checked' ? item.checked === true : undefined);
  open[item.depth]?.append(node.append(...$inlineNodes(item.inlines)));
}

function $tableNode(table: Table): TableNode {
  const node = $createTableNode();
  for (const row of table.rows) {
    const rowNode = $createTableRowNode();
    for (const cell of row.cells) {
      const state = cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
      rowNode.append($createTableCellNode(state).append(...$blockNodes(cell.blocks)));
    }
    node.append(rowNode);
  }
  return node;
}

function $blockNode(block: Exclude<Block, ListItem>): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$inlineNodes(block.inlines));
    case 'heading':
      return $createHeadingNode(headingTags[block.level]).append(...$inlineNodes(block.inlines));
    case 'quote':
      return $createQuoteNode().append(...$inlineNodes(block.inlines));
    case 'code':
      return $createCodeNode(block.language).append(...$textNodes(block.text, 0));
    case 'table':
      return $tableNode(block);
    case 'image':
      return $createFigureNode(block.asset ?? '', block.alt).append(...$inlineNodes(block.inlines));
    case 'rule':
      return $createHorizontalRuleNode();
    case 'passage':
      return $createPassageNode(block);
    default:
      return assertNever(block);
  }
}

/** Nodes of some blocks; a run of list items becomes nested lists. */
export function $blockNodes(blocks: readonly Block[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  const open: ListNode[] = [];
  for (const block of blocks) {
    if (block.type === 'listItem') $addListItem(open, block, (list) => nodes.push(list));
    else {
      open.length = 0;
      nodes.push($blockNode(block));
    }
  }
  return nodes;
}

/**
 * Replaces the editor's content by a body. Call inside an update.
 *
 * @param toWriteIn Gives an empty body a paragraph, so that there is a line to write on.
 */
export function $setBody(body: Body, toWriteIn = false): void {
  const root = $getRoot().clear();
  root.append(...$blockNodes(body.blocks));
  if (toWriteIn && root.isEmpty()) root.append($createParagraphNode());
}
