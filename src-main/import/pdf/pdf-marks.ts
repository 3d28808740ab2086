/** Highlighting in a PDF: the pieces of text it covers are given the marks of its passage. */
import { passageEnd, passageStart } from '../passage-marks';
import type { PdfPiece } from './pdf-lines';

/** A rectangle in points, y upwards. */
export interface PdfArea {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Something a reader marked, in one area a line. */
export interface PdfHighlight {
  readonly id: number;
  readonly areas: readonly PdfArea[];
}

/** Pieces with marks where highlights begin and end; one that covers no letters leaves none. */
export function markHighlights(pieces: readonly PdfPiece[], highlights: readonly PdfHighlight[]): readonly PdfPiece[] {
  const marks = new Map<PdfPiece, { readonly at: number; readonly mark: string }[]>();
  const put = (piece: PdfPiece, at: number, mark: string): void => {
    marks.set(piece, [...(marks.get(piece) ?? []), { at, mark }]);
  };
  for (const { id, areas } of highlights) {
    const covered = pieces.flatMap((piece) => {
      const range = coveredLetters(piece, areas);
      return range === null ? [] : [{ piece, ...range }];
    });
    const first = covered[0];
    const last = covered.at(-1);
    if (!first || !last) continue;
    put(first.piece, first.from, passageStart(id));
    put(last.piece, last.to, passageEnd(id));
  }
  return pieces.map((piece) => {
    const own = marks.get(piece);
    if (!own) return piece;
    // from the end on, so that places before stay
    const text = own
      .sort((a, b) => b.at - a.at)
      .reduce((marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at), piece.text);
    return { ...piece, text };
  });
}

/** Letters of a piece under the areas, by their share of its width, widened to whole words. */
function coveredLetters(
  { text, x, y, width, size }: PdfPiece,
  areas: readonly PdfArea[],
): { readonly from: number; readonly to: number } | null {
  if (text.trim() === '' || width <= 0) return null;
  const middle = y + size * 0.35;
  const here = areas.filter(
    ({ bottom, top, left, right }) => middle > bottom && middle < top && left < x + width && right > x,
  );
  if (here.length === 0) return null;
  const share = (at: number): number => Math.round((Math.min(Math.max(at - x, 0), width) / width) * text.length);
  let from = share(Math.min(...here.map(({ left }) => left)));
  let to = share(Math.max(...here.map(({ right }) => right)));
  if (to - from < 1) return null;
  // a letter's share of the width is a guess: whoever marks half a word means the word
  while (from > 0 && /\S/.test(text[from - 1] ?? '') && /\S/.test(text[from] ?? '')) from--;
  while (to < text.length && /\S/.test(text[to] ?? '') && /\S/.test(text[to - 1] ?? '')) to++;
  return { from, to };
}
