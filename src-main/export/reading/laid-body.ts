/**
 * A body laid out for reading: lists nested, and every text cut where a passage begins or
 * ends, so that a format only has to say how a piece of text looks. Pure; offsets count
 * UTF-16 code units of the canonical text and never leave this file.
 */
import type { Annotation } from '@shared/model/annotation';
import type {
  Block,
  Body,
  HeadingLevel,
  Inline,
  ListItem,
  ListKind,
  Mark,
  Mention,
  Passage,
} from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';

/** A piece of text all of which looks alike. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly link: string | null;
  readonly mention: Mention['target'] | null;
  /** The passages it is part of, by place. */
  readonly on: readonly Annotation[];
  /** Those whose first piece it is. */
  readonly begins: readonly Annotation[];
  /** Those whose last piece it is. */
  readonly ends: readonly Annotation[];
  /** The page of the source that begins with it. */
  readonly page: string | null;
}

export interface LaidItem {
  readonly checked: boolean | null;
  readonly segments: readonly Segment[];
  readonly lists: readonly LaidList[];
}
export interface LaidList {
  readonly type: 'list';
  readonly list: ListKind;
  readonly items: readonly LaidItem[];
}
export interface LaidCell {
  readonly header: boolean;
  readonly blocks: readonly LaidBlock[];
}
export type LaidBlock =
  | { readonly type: 'paragraph' | 'quote'; readonly segments: readonly Segment[] }
  | { readonly type: 'heading'; readonly level: HeadingLevel; readonly segments: readonly Segment[] }
  | { readonly type: 'code'; readonly language: string; readonly segments: readonly Segment[] }
  | {
      readonly type: 'image';
      readonly asset: Sha256 | null;
      readonly alt: string;
      readonly segments: readonly Segment[];
    }
  | { readonly type: 'table'; readonly rows: readonly (readonly LaidCell[])[] }
  | { readonly type: 'passage'; readonly block: Passage; readonly segments: readonly Segment[] }
  | { readonly type: 'rule' }
  | LaidList;

interface OpenSegment extends Segment {
  readonly begins: Annotation[];
  readonly ends: Annotation[];
}

/** Lays a body out with its passages; orphans are left to the caller. */
export function layOut(body: Body, annotations: readonly Annotation[]): readonly LaidBlock[] {
  const cutter = new Cutter(annotations);
  const laid = layBlocks(body.blocks, cutter);
  cutter.finish();
  return laid;
}

function layBlocks(blocks: readonly Block[], cutter: Cutter): readonly LaidBlock[] {
  const laid: LaidBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.type !== 'listItem') {
      laid.push(layBlock(block, cutter));
      index++;
      continue;
    }
    const run: ListItem[] = [];
    for (let next: Block | undefined = block; next?.type === 'listItem'; next = blocks[++index]) run.push(next);
    laid.push(...layLists(run, cutter));
  }
  return laid;
}

function layBlock(block: Exclude<Block, ListItem>, cutter: Cutter): LaidBlock {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return { type: block.type, segments: cutter.cut(block.inlines) };
    case 'heading':
      return { type: 'heading', level: block.level, segments: cutter.cut(block.inlines) };
    case 'image':
      return { type: 'image', asset: block.asset, alt: block.alt, segments: cutter.cut(block.inlines) };
    case 'code':
      return { type: 'code', language: block.language ?? '', segments: cutter.cutText(block.text) };
    case 'passage':
      return { type: 'passage', block, segments: cutter.cutText(block.text) };
    case 'table':
      return {
        type: 'table',
        rows: block.rows.map(({ cells }) =>
          cells.map(({ header, blocks }) => ({ header, blocks: layBlocks(blocks, cutter) })),
        ),
      };
    case 'rule':
      cutter.cutText('');
      return block;
    default:
      return assertNever(block);
  }
}

interface OpenItem extends LaidItem {
  readonly lists: OpenList[];
}
interface OpenList extends LaidList {
  readonly items: OpenItem[];
  readonly depth: number;
}

/** Items into lists: deeper ones belong to the item before them, another kind at the same depth is another list. */
function layLists(items: readonly ListItem[], cutter: Cutter): readonly LaidList[] {
  const roots: OpenList[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    const laid: OpenItem = { checked: item.checked ?? null, segments: cutter.cut(item.inlines), lists: [] };
    while ((open.at(-1)?.depth ?? -1) > item.depth) open.pop();
    const last = open.at(-1);
    if (last !== undefined && last.depth === item.depth && last.list === item.list) {
      last.items.push(laid);
      continue;
    }
    if (last?.depth === item.depth) open.pop();
    const list: OpenList = { type: 'list', list: item.list, items: [laid], depth: item.depth };
    const parent = open.at(-1)?.items.at(-1);
    (parent?.lists ?? roots).push(list);
    open.push(list);
  }
  return roots;
}

const byPlace = (a: Annotation, b: Annotation): number =>
  a.selector.start - b.selector.start || a.selector.end - b.selector.end || (a.uid < b.uid ? -1 : 1);

/** Walks the canonical text leaf by leaf and cuts each where passages begin and end. */
class Cutter {
  readonly #waiting: readonly Annotation[];
  readonly #last = new Map<Annotation, OpenSegment>();
  #next = 0;
  #active: Annotation[] = [];
  #offset = 0;
  #leaves = 0;

  constructor(annotations: readonly Annotation[]) {
    this.#waiting = annotations.filter(({ orphaned }) => !orphaned).sort(byPlace);
  }

  cutText(text: string): readonly Segment[] {
    return this.cut(text === '' ? [] : [{ type: 'text', text }]);
  }

  cut(inlines: readonly Inline[]): readonly Segment[] {
    if (this.#leaves++ > 0) this.#offset++;
    const segments: OpenSegment[] = [];
    for (const inline of inlines) {
      const start = this.#offset;
      const end = start + inline.text.length;
      this.#offset = end;
      const edges = this.#edges(start, end);
      for (let index = 0; index + 1 < edges.length; index++)
        segments.push(this.#segment(inline, start, edges[index] ?? start, edges[index + 1] ?? end));
    }
    return segments;
  }

  /** Says of each passage which piece was its last. */
  finish(): void {
    for (const [annotation, segment] of this.#last) segment.ends.push(annotation);
  }

  /** The offsets at which the text from `start` to `end` is cut, both included. */
  #edges(start: number, end: number): readonly number[] {
    for (let next = this.#waiting[this.#next]; next && next.selector.start < end; next = this.#waiting[++this.#next])
      this.#active.push(next);
    this.#active = this.#active.filter(({ selector }) => selector.end > start);
    const edges = new Set([start, end]);
    for (const { selector } of this.#active)
      for (const edge of [selector.start, selector.end]) if (edge > start && edge < end) edges.add(edge);
    return [...edges].sort((a, b) => a - b);
  }

  #segment(inline: Inline, start: number, from: number, to: number): OpenSegment {
    const on = this.#active.filter(({ selector }) => selector.start < to && selector.end > from);
    const segment: OpenSegment = {
      text: inline.text.slice(from - start, to - start),
      marks: inline.type === 'text' ? (inline.marks ?? []) : [],
      link: inline.type === 'text' ? (inline.link ?? null) : null,
      mention: inline.type === 'mention' ? inline.target : null,
      on,
      begins: on.filter((annotation) => !this.#last.has(annotation)),
      ends: [],
      page: inline.type === 'text' && from === start ? (inline.page ?? null) : null,
    };
    for (const annotation of on) this.#last.set(annotation, segment);
    return segment;
  }
}
