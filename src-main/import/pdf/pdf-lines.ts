/** The pieces of text a PDF page is drawn with, put together to lines. Sizes are in points, y counts upwards. */

/** One piece, as pdf.js gives it. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  /** True when the drawing program ended a line here. */
  readonly endsLine: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Height of most of its letters. */
  readonly size: number;
}

interface OpenLine {
  text: string;
  readonly x: number;
  right: number;
  y: number;
  /** Height → letters of that height. */
  readonly sizes: Map<number, number>;
  size: number;
}

/** Letters nearer than this part of their height belong to one word. */
const wordGap = 0.18;
/** Raised and lowered letters stay within this part of the line's height. */
const sameLine = 0.6;

/** Lines of a page in the order they were drawn, which is nearly always the order of reading. */
export function linesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  for (const piece of pieces) {
    if (piece.text !== '') {
      if (open && !continues(open, piece)) open = null;
      if (open) extend(open, piece);
      else {
        open = begin(piece);
        lines.push(open);
      }
    }
    if (piece.endsLine) open = null;
  }
  return lines
    .map(({ text, x, right, y, size }) => ({ text: text.replace(/\s+/g, ' ').trim(), x, right, y, size }))
    .filter(({ text }) => text !== '');
}

function continues(line: OpenLine, piece: PdfPiece): boolean {
  const height = Math.max(line.size, piece.size, 1);
  return Math.abs(line.y - piece.y) < height * sameLine && piece.x > line.right - height;
}

function begin(piece: PdfPiece): OpenLine {
  const { text, x, y, width, size } = piece;
  return { text, x, right: x + width, y, size, sizes: new Map([[size, text.trim().length]]) };
}

function extend(line: OpenLine, piece: PdfPiece): void {
  const gap = piece.x - line.right;
  const apart = gap > Math.max(line.size, piece.size) * wordGap && !/\s$/.test(line.text) && !/^\s/.test(piece.text);
  line.text += apart ? ` ${piece.text}` : piece.text;
  line.right = Math.max(line.right, piece.x + piece.width);
  if (piece.size === 0) return;
  const letters = (line.sizes.get(piece.size) ?? 0) + piece.text.trim().length;
  line.sizes.set(piece.size, letters);
  if (letters <= (line.sizes.get(line.size) ?? 0)) return;
  // most letters of the line stand here, so this is its height
  line.size = piece.size;
  line.y = piece.y;
}
