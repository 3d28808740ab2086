/**
 * Keeps one text's highlights: those of the blocks near what is seen, block by block. The cost of a
 * highlight lies in registering its range anew after each change of the page, so few are registered,
 * and after a key only the block typed in gets new ones; all other ranges stay as they are.
 */
import type { KindId } from '@shared/kinds/kinds';
import type { AnnotationUid } from '@shared/model/ids';
import type { LexicalEditor } from 'lexical';
import { domRangeOf } from './dom-points';
import type { DraftPassage } from './draft-passages';
import { addHighlight, type Paint, type PaintName, removeHighlight } from './highlights';
import type { PlaceList } from './place-list';
import type { BlockText, TextMap } from './text-map';
import type { BlockSpan } from './visible-blocks';

/** How passages are painted; where they are is asked of their list at each turn. */
export interface PassagePaint {
  /** The kind of a passage to paint; undefined for one that is left out. */
  readonly kindOf: (uid: AnnotationUid) => KindId | undefined;
  readonly active: AnnotationUid | null;
}

/** A text and the passages in it, as they are at this moment. */
export interface TextPaint {
  readonly map: TextMap;
  readonly places: PlaceList;
  /** Null paints none. */
  readonly passages: PassagePaint | null;
  readonly drafts: readonly DraftPassage[];
}

const sameText = (a: TextPaint, b: TextPaint): boolean =>
  a.map === b.map && a.places === b.places && a.passages === b.passages && a.drafts.length + b.drafts.length === 0;

/** What lies over a block, in offsets of the block. */
interface Piece {
  readonly name: PaintName;
  readonly start: number;
  readonly end: number;
}

interface PaintedBlock {
  readonly pieces: readonly Piece[];
  readonly ranges: readonly (readonly [PaintName, Range])[];
}

const same = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length &&
  a.every(({ name, start, end }, index) => {
    const other = b[index];
    return other?.name === name && other.start === start && other.end === end;
  });

export class BlockPainter {
  readonly #editor: LexicalEditor;
  /** Blocks that have not changed since they were painted are the same objects. */
  #painted = new Map<BlockText, PaintedBlock>();
  /** Hits and the like by the block they lie in: they were looked for in one state of the text. */
  #extras = new Map<BlockText, readonly Piece[]>();
  /** What was painted last; null when it is to be looked at anew. */
  #last: TextPaint | null = null;

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
  }

  /** Takes what else is to be painted, in offsets of `map`. In a block that changes it is gone until given again. */
  setExtras(map: TextMap, wanted: Paint): void {
    const extras = new Map<BlockText, Piece[]>();
    for (const [name, ranges] of wanted) {
      for (const { start, end } of ranges) {
        for (let index = Math.max(0, map.blockAt(start)); index < map.blocks.length; index++) {
          if (map.startOf(index) >= end) break;
          const piece = pieceIn(map, index, name, start, end);
          const block = map.blocks[index];
          if (piece === null || block === undefined) continue;
          const pieces = extras.get(block);
          if (pieces === undefined) extras.set(block, [piece]);
          else pieces.push(piece);
        }
      }
    }
    this.#extras = extras;
    this.#last = null;
  }

  /** Paints these blocks and no others. */
  paint(text: TextPaint, { first, last }: BlockSpan): void {
    const { map } = text;
    // While only the page moves, what was painted is as it should be.
    const scrolled = this.#last !== null && sameText(this.#last, text);
    this.#last = text;
    const painted = new Map<BlockText, PaintedBlock>();
    for (let index = first; index <= last; index++) {
      const block = map.blocks[index];
      if (block === undefined) break;
      const known = this.#painted.get(block);
      if (known !== undefined && scrolled) {
        painted.set(block, known);
        continue;
      }
      const pieces = this.#piecesOf(text, index, block);
      painted.set(block, known !== undefined && same(known.pieces, pieces) ? known : this.#make(map, index, pieces));
    }
    for (const [block, known] of this.#painted) if (painted.get(block) !== known) remove(known);
    this.#painted = painted;
  }

  /** Takes all of this text's highlights away. */
  clear(): void {
    for (const known of this.#painted.values()) remove(known);
    this.#painted = new Map();
    this.#last = null;
  }

  #piecesOf({ map, places, passages, drafts }: TextPaint, index: number, block: BlockText): readonly Piece[] {
    const pieces: Piece[] = [];
    if (passages !== null) {
      const from = map.startOf(index);
      for (const { uid, start, end } of places.between(from, from + block.text.length)) {
        const kind = passages.kindOf(uid);
        const piece = kind === undefined ? null : pieceIn(map, index, kind, start, end);
        if (kind === undefined || piece === null) continue;
        pieces.push(piece);
        if (uid === passages.active) pieces.push({ ...piece, name: `active-${kind}` });
      }
    }
    for (const { kind, start, end } of drafts) {
      const piece = pieceIn(map, index, kind, start, end);
      if (piece !== null) pieces.push(piece);
    }
    pieces.push(...(this.#extras.get(block) ?? []));
    return pieces;
  }

  #make(map: TextMap, index: number, pieces: readonly Piece[]): PaintedBlock {
    const ranges: [PaintName, Range][] = [];
    const from = map.startOf(index);
    for (const { name, start, end } of pieces) {
      const range = domRangeOf(this.#editor, map, from + start, from + end);
      if (range === null) continue;
      addHighlight(name, range);
      ranges.push([name, range]);
    }
    return { pieces, ranges };
  }
}

/** The part of `[start, end)` that lies in a block; null when none does. */
function pieceIn(map: TextMap, index: number, name: PaintName, start: number, end: number): Piece | null {
  const from = map.startOf(index);
  const length = map.blocks[index]?.text.length ?? 0;
  const piece = { name, start: Math.max(0, start - from), end: Math.min(length, end - from) };
  return piece.start < piece.end ? piece : null;
}

function remove({ ranges }: PaintedBlock): void {
  for (const [name, range] of ranges) removeHighlight(name, range);
}
