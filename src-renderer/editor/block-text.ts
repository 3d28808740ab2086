/**
 * The text of one block at the root of the editor, and where each piece of it lies, counted from
 * the block's own beginning: moving the block changes nothing in it. Made anew when it changes.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $rowsOf, $walkBlock, $walkBlocks, type WalkedBlock } from './block-walk';
import { $isPassageNode } from './nodes/passage-node';

/** A piece of text shown by one node: a text, a line break or a quoted passage. */
export interface Segment {
  readonly key: NodeKey;
  readonly is: 'text' | 'break' | 'passage';
  readonly start: number;
  readonly end: number;
}

/** A leaf block. `key` is its node's (a table cell's when text stands in it bare). */
export interface LeafPlace {
  readonly key: NodeKey;
  readonly start: number;
  readonly end: number;
}

/** Where a node's text begins and ends. */
export interface KeyPlace {
  readonly start: number;
  readonly end: number;
}

/** A block at the root. All offsets count UTF-16 code units from its beginning. */
export interface BlockText {
  /** Key of the node at the root; the root's own when text stands in it bare. */
  readonly key: NodeKey;
  readonly text: string;
  /** In reading order; empty texts have none. */
  readonly segments: readonly Segment[];
  /** How many blocks of the body it stands for: a list has one an item. */
  readonly count: number;
  /** Empty for a list or table without items. */
  readonly leaves: readonly LeafPlace[];
  /** Every node met on the way, elements included. */
  readonly placeOf: ReadonlyMap<NodeKey, KeyPlace>;
}

/** Collects text while walking. */
class BlockBuilder {
  readonly parts: string[] = [];
  readonly segments: Segment[] = [];
  readonly leaves: LeafPlace[] = [];
  readonly places = new Map<NodeKey, KeyPlace>();
  offset = 0;

  $segment(node: LexicalNode, is: Segment['is'], text: string): void {
    const start = this.offset;
    this.offset += text.length;
    this.parts.push(text);
    if (text !== '') this.segments.push({ key: node.getKey(), is, start, end: this.offset });
    this.places.set(node.getKey(), { start, end: this.offset });
  }

  $inline(node: LexicalNode): void {
    if ($isLineBreakNode(node)) this.$segment(node, 'break', '\n');
    else if ($isTextNode(node)) this.$segment(node, 'text', node.getTextContent());
    else if ($isElementNode(node)) {
      const start = this.offset;
      for (const child of node.getChildren()) this.$inline(child);
      this.places.set(node.getKey(), { start, end: this.offset });
    }
  }

  $leaf(node: LexicalNode, inlines: readonly LexicalNode[]): void {
    if (this.leaves.length > 0) {
      this.parts.push('\n');
      this.offset += 1;
    }
    const start = this.offset;
    if ($isPassageNode(node)) this.$segment(node, 'passage', node.getTextContent());
    for (const inline of inlines) this.$inline(inline);
    this.leaves.push({ key: node.getKey(), start, end: this.offset });
    this.$cover(node, start);
  }

  /** Widens a node's place to all that was read since `start`. */
  $cover(node: LexicalNode, start: number): void {
    const key = node.getKey();
    const known = this.places.get(key);
    this.places.set(key, { start: Math.min(known?.start ?? start, start), end: this.offset });
  }

  $blocks(blocks: readonly WalkedBlock[]): void {
    for (const block of blocks) {
      const before = this.leaves.length;
      if (block.is === 'table') {
        for (const cells of $rowsOf(block.node)) for (const cell of cells) this.$within(cell);
      } else this.$leaf(block.node, block.inlines);
      const first = this.leaves[before];
      if (first === undefined) continue;
      if (block.is === 'table') this.$cover(block.node, first.start);
      if (block.is === 'item') this.$coverLists(block.node, first.start);
    }
  }

  $within(cell: ElementNode): void {
    const before = this.leaves.length;
    this.$blocks($walkBlocks(cell));
    const first = this.leaves[before];
    this.$cover(cell, first?.start ?? this.offset);
  }

  $coverLists(item: LexicalNode, start: number): void {
    for (let parent = item.getParent(); parent !== null && parent.getParent() !== null; parent = parent.getParent())
      this.$cover(parent, start);
  }
}

/** Reads a block. Call inside a read or an update. */
export function $blockText(key: NodeKey): BlockText {
  const builder = new BlockBuilder();
  const node = $getNodeByKey(key);
  const blocks = node === null ? [] : node === $getRoot() ? $walkBlocks($getRoot()) : $walkBlock(node);
  builder.$blocks(blocks);
  return {
    key,
    count: blocks.length,
    text: builder.parts.join(''),
    segments: builder.segments,
    leaves: builder.leaves,
    placeOf: builder.places,
  };
}
