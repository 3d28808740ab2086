/**
 * The canonical text of what the editor shows, and where each piece of it lies: from offsets
 * (UTF-16 code units) to nodes and back. Immutable. After an edit only the blocks it touched are
 * read again; the others are the same objects, and what was made of them can be kept.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  type EditorState,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import { $blockText, type BlockText, type KeyPlace, type LeafPlace, type Segment } from './block-text';
import { isInline } from './block-walk';

export type { BlockText, KeyPlace, LeafPlace, Segment } from './block-text';

/** Index of the last item that starts at or before an offset, -1 when none does. */
export function lastStartingAt(items: readonly { readonly start: number }[], offset: number): number {
  return lastWhere(items.length, (index) => (items[index]?.start ?? 0) <= offset);
}

/** The last of `count` indexes that pass a test which only the first ones pass; -1 when none does. */
function lastWhere(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function moved<T extends KeyPlace>(piece: T, by: number): T {
  return by === 0 ? piece : { ...piece, start: piece.start + by, end: piece.end + by };
}

export class TextMap {
  readonly blocks: readonly BlockText[];
  /** Length of the text, UTF-16 code units. */
  readonly length: number;
  /** Of all blocks together. */
  readonly leafCount: number;
  readonly #starts: Int32Array;
  /** In which block a node was found last, in any state: a hint, checked before it is believed. */
  readonly #homes: Map<NodeKey, number>;
  #text: string | undefined;
  #segments: readonly Segment[] | undefined;
  #leaves: readonly LeafPlace[] | undefined;

  constructor(blocks: readonly BlockText[], before?: TextMap) {
    this.blocks = blocks;
    this.#homes = before === undefined ? new Map() : before.#homes;
    this.#starts = new Int32Array(blocks.length);
    let end = 0;
    let leaves = 0;
    for (const [index, block] of blocks.entries()) {
      const start = leaves > 0 && block.leaves.length > 0 ? end + 1 : end;
      this.#starts[index] = start;
      end = start + block.text.length;
      leaves += block.leaves.length;
    }
    this.length = end;
    this.leafCount = leaves;
  }

  /** Tells a text that is likely this one's, to be kept instead of another of the same words. */
  knowText(text: string): void {
    if (this.#text !== undefined || text.length !== this.length) return;
    let leaves = 0;
    const isSame = this.blocks.every((block, index) => {
      const start = this.startOf(index);
      const apart = leaves === 0 || block.leaves.length === 0 || text[start - 1] === '\n';
      leaves += block.leaves.length;
      return apart && text.startsWith(block.text, start);
    });
    if (isSame) this.#text = text;
  }

  get text(): string {
    this.#text ??= this.blocks
      .filter(({ leaves }) => leaves.length > 0)
      .map(({ text }) => text)
      .join('\n');
    return this.#text;
  }

  /** In reading order; empty texts have none. */
  get segments(): readonly Segment[] {
    this.#segments ??= this.blocks.flatMap(({ segments }, index) =>
      segments.map((segment) => moved(segment, this.startOf(index))),
    );
    return this.#segments;
  }

  get leaves(): readonly LeafPlace[] {
    this.#leaves ??= this.blocks.flatMap(({ leaves }, index) => leaves.map((leaf) => moved(leaf, this.startOf(index))));
    return this.#leaves;
  }

  /** Where the text of a node lies, elements included; undefined for nodes without a place. */
  readonly placeOf = {
    get: (key: NodeKey): KeyPlace | undefined => {
      const index = this.#homeOf(key);
      const place = this.blocks[index]?.placeOf.get(key);
      return place && moved(place, this.startOf(index));
    },
  };

  /** Where a block begins. */
  startOf(index: number): number {
    return this.#starts[index] ?? this.length;
  }

  /** Index of the last block with text of its own that begins at or before an offset, -1 when none does. */
  blockAt(offset: number): number {
    let index = lastWhere(this.blocks.length, (at) => this.startOf(at) <= offset);
    while (index >= 0 && this.blocks[index]?.leaves.length === 0) index--;
    return index;
  }

  /** The leaf an offset falls in; an offset between two leaves belongs to the first. */
  leafAt(offset: number): LeafPlace | undefined {
    const index = this.blockAt(offset);
    const start = this.startOf(index);
    const leaves = this.blocks[index]?.leaves ?? [];
    const leaf = leaves[lastStartingAt(leaves, offset - start)];
    return leaf && moved(leaf, start);
  }

  /** The last segment that starts at or before an offset, and the one after it. */
  segmentsAround(offset: number): readonly [Segment | undefined, Segment | undefined] {
    for (let index = this.blockAt(offset); index >= 0; index--) {
      const start = this.startOf(index);
      const segments = this.blocks[index]?.segments ?? [];
      const at = lastStartingAt(segments, offset - start);
      const last = segments[at];
      if (last === undefined) continue;
      const next = segments[at + 1];
      return [moved(last, start), next === undefined ? this.#firstSegmentFrom(index + 1) : moved(next, start)];
    }
    return [undefined, this.#firstSegmentFrom(0)];
  }

  #firstSegmentFrom(first: number): Segment | undefined {
    for (let index = first; index < this.blocks.length; index++) {
      const segment = this.blocks[index]?.segments[0];
      if (segment !== undefined) return moved(segment, this.startOf(index));
    }
    return undefined;
  }

  #homeOf(key: NodeKey): number {
    const hint = this.#homes.get(key) ?? -1;
    if (this.blocks[hint]?.placeOf.has(key)) return hint;
    const index = this.blocks.findIndex(({ placeOf }) => placeOf.has(key));
    if (index >= 0) this.#homes.set(key, index);
    return index;
  }
}

/** The leaf an offset falls in; an offset between two leaves belongs to the first. */
export const leafAt = (map: TextMap, offset: number): LeafPlace | undefined => map.leafAt(offset);

/**
 * The segment that shows an offset, with the offset inside it. `bias` says which side counts
 * at a border: a range's start belongs to what follows it, its end to what precedes it.
 */
export function segmentAt(
  map: TextMap,
  offset: number,
  bias: 'start' | 'end',
): { readonly segment: Segment; readonly offset: number } | null {
  const [segment, next] = map.segmentsAround(bias === 'start' ? offset : Math.max(0, offset - 1));
  if (segment !== undefined && offset <= segment.end && !(bias === 'start' && offset === segment.end)) {
    return { segment, offset: offset - segment.start };
  }
  if (bias === 'start' && next !== undefined) return { segment: next, offset: 0 };
  return segment === undefined ? null : { segment, offset: Math.min(offset, segment.end) - segment.start };
}

/** Keys of the blocks at the root; the root's own when text stands in it bare. */
function $blockKeys(): readonly NodeKey[] {
  const root = $getRoot();
  return root.getChildren().some(isInline) ? [root.getKey()] : root.getChildrenKeys();
}

/** Maps the editor's present content. Call inside a read or an update. */
export const $textMap = (): TextMap => new TextMap($blockKeys().map($blockText));

/** The nodes of a block, itself among them, in reading order: the same objects in another state where nothing touched it. */
function $nodesOf(key: NodeKey): readonly LexicalNode[] {
  const node = $getNodeByKey(key);
  if (node === null) return [];
  return $isElementNode(node) ? [node, ...node.getChildrenKeys().flatMap($nodesOf)] : [node];
}

/**
 * Maps the content from the map of another state, whatever happened in between: what is the same there is kept.
 * Call inside a read of the new state.
 */
export function $textMapFrom(before: TextMap, beforeState: EditorState): TextMap {
  const root = $getRoot().getKey();
  const earlier = beforeState.read(
    () => new Map(before.blocks.map((block) => [block.key, { block, nodes: $nodesOf(block.key) }])),
  );
  const blocks = $blockKeys().map((key) => {
    const known = key === root ? undefined : earlier.get(key);
    const nodes = known === undefined ? [] : $nodesOf(key);
    const isSame = known?.nodes.length === nodes.length && nodes.every((node, index) => node === known.nodes[index]);
    return known !== undefined && isSame ? known.block : $blockText(key);
  });
  return new TextMap(blocks, before);
}

/**
 * Maps the content after an update, from the map before it. Call inside a read of the new state.
 *
 * @param update What the editor says it touched. After an undo it does not: use {@link $textMapFrom}.
 */
export function $textMapAfter(
  before: TextMap,
  { dirtyElements, dirtyLeaves, prevEditorState }: UpdateListenerPayload,
): TextMap {
  const root = $getRoot().getKey();
  if (dirtyLeaves.size === 0 && (dirtyElements.size === 0 || (dirtyElements.size === 1 && dirtyElements.has(root))))
    return $textMapFrom(before, prevEditorState);
  const isDirty = (key: NodeKey): boolean => key === root || dirtyElements.has(key) || dirtyLeaves.has(key);
  // The root is marked whenever something below it is, but another object only when it has other children.
  if (prevEditorState.read($getRoot) === $getRoot())
    return new TextMap(
      before.blocks.map((block) => (isDirty(block.key) ? $blockText(block.key) : block)),
      before,
    );
  const known = new Map(before.blocks.map((block) => [block.key, block]));
  const blocks = $blockKeys().map((key) => {
    const block = isDirty(key) ? undefined : known.get(key);
    return block ?? $blockText(key);
  });
  return new TextMap(blocks, before);
}
