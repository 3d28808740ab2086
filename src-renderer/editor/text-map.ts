/**
 * The canonical text of what the editor shows, and where each piece of it lies: from
 * offsets (UTF-16 code units) to nodes and back. Pure once made; made anew per state.
 */
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $rowsOf, $walkBlocks } from './block-walk';
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

export interface TextMap {
  readonly text: string;
  /** In reading order; empty texts have none. */
  readonly segments: readonly Segment[];
  readonly leaves: readonly LeafPlace[];
  /** Every node met on the way, elements included. */
  readonly placeOf: ReadonlyMap<NodeKey, KeyPlace>;
}

/** Index of the last item that starts at or before an offset, -1 when none does. */
export function lastStartingAt(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The leaf an offset falls in; an offset between two leaves belongs to the first. */
export function leafAt(map: TextMap, offset: number): LeafPlace | undefined {
  return map.leaves[lastStartingAt(map.leaves, offset)];
}

/**
 * The segment that shows an offset, with the offset inside it. `bias` says which side counts
 * at a border: a range's start belongs to what follows it, its end to what precedes it.
 */
export function segmentAt(
  map: TextMap,
  offset: number,
  bias: 'start' | 'end',
): { readonly segment: Segment; readonly offset: number } | null {
  const index = lastStartingAt(map.segments, bias === 'start' ? offset : Math.max(0, offset - 1));
  const segment = map.segments[index];
  if (segment !== undefined && offset <= segment.end && !(bias === 'start' && offset === segment.end)) {
    return { segment, offset: offset - segment.start };
  }
  const next = map.segments[index + 1];
  if (bias === 'start' && next !== undefined) return { segment: next, offset: 0 };
  return segment === undefined ? null : { segment, offset: Math.min(offset, segment.end) - segment.start };
}

/** Collects text while walking. */
class MapBuilder {
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

  $blocks(parent: ElementNode): void {
    for (const block of $walkBlocks(parent)) {
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
    this.$blocks(cell);
    const first = this.leaves[before];
    this.$cover(cell, first?.start ?? this.offset);
  }

  $coverLists(item: LexicalNode, start: number): void {
    for (let parent = item.getParent(); parent !== null && parent.getParent() !== null; parent = parent.getParent())
      this.$cover(parent, start);
  }
}

/** Maps the editor's present content. Call inside a read or an update. */
export function $textMap(): TextMap {
  const builder = new MapBuilder();
  builder.$blocks($getRoot());
  return { text: builder.parts.join(''), segments: builder.segments, leaves: builder.leaves, placeOf: builder.places };
}
