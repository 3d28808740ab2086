/** Cuts a text into marked and unmarked pieces. Pure; offsets count UTF-16 code units, half-open. */

/** A piece of text; `start` is where it begins in the whole. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Marks that overlap or lie outside the text are clipped; empty pieces are left out. */
export function piecesOf(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const cut = (end: number, marked: boolean): void => {
    if (end <= at) return;
    pieces.push({ start: at, text: text.slice(at, end), marked });
    at = end;
  };
  for (const mark of marks) {
    cut(Math.min(mark.start, text.length), false);
    cut(Math.min(mark.end, text.length), true);
  }
  cut(text.length, false);
  return pieces;
}
