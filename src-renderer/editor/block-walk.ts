/**
 * Reads the editor's tree as the body sees it: leaves with inline content, and tables.
 * Both the body and the text offsets are made from this one reading, so they can't differ.
 */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableCellNode, type TableNode } from '@lexical/table';
import { $isDecoratorNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';

/** A piece of the tree in reading order. */
export type WalkedBlock =
  | { readonly is: 'leaf'; readonly node: LexicalNode; readonly inlines: readonly LexicalNode[] }
  | {
      readonly is: 'item';
      readonly node: ListItemNode;
      readonly list: ListNode;
      readonly depth: number;
      readonly inlines: readonly LexicalNode[];
    }
  | { readonly is: 'table'; readonly node: TableNode };

/** Tells whether a node stands in a line of text rather than being a block. */
export const isInline = (node: LexicalNode): boolean =>
  $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true;

function $walkList(list: ListNode, depth: number, found: WalkedBlock[]): void {
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue;
    const children = item.getChildren();
    const inlines = children.filter((child) => !$isListNode(child));
    const nested = children.filter($isListNode);
    if (inlines.length > 0 || nested.length === 0) found.push({ is: 'item', node: item, list, depth, inlines });
    for (const child of nested) $walkList(child, depth + 1, found);
  }
}

/** The blocks one child of a root or a table cell stands for: several for a list, none for an empty one. */
export function $walkBlock(child: LexicalNode): readonly WalkedBlock[] {
  if ($isTableNode(child)) return [{ is: 'table', node: child }];
  if (!$isListNode(child))
    return [{ is: 'leaf', node: child, inlines: $isElementNode(child) ? child.getChildren() : [] }];
  const found: WalkedBlock[] = [];
  $walkList(child, 0, found);
  return found;
}

/** The blocks below a root or a table cell. Inline nodes standing there alone count as a paragraph. */
export function $walkBlocks(parent: ElementNode): readonly WalkedBlock[] {
  const found: WalkedBlock[] = [];
  let loose: LexicalNode[] = [];
  const closeLoose = (): void => {
    if (loose.length > 0) found.push({ is: 'leaf', node: parent, inlines: loose });
    loose = [];
  };
  for (const child of parent.getChildren()) {
    if (isInline(child)) {
      loose.push(child);
      continue;
    }
    closeLoose();
    found.push(...$walkBlock(child));
  }
  closeLoose();
  return found;
}

/** The cells of a table, row by row. */
export function $rowsOf(table: TableNode): readonly (readonly TableCellNode[])[] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode));
}
