/**
 * How high a block of text is likely to be, from its words alone: good enough for a scroll bar and for the place of
 * what is far away. Once a block is near it has the height it has.
 */

/** How a column of text is set, CSS pixels. */
export interface TextColumn {
  readonly widthPx: number;
  readonly letterPx: number;
  readonly linePx: number;
  /** Between two blocks. */
  readonly gapPx: number;
}

/** Mean width of a letter, spaces counted in, of the faces texts are set in; in heights of the letter. */
const letterWidth = 0.47;
/** Han, kana and Hangul fill their square but for the spaces between words. */
const squareWidth = 0.85;
const firstSquare = 0x1100;
/** Most letters of a text are like the one it begins with. */
const isSquare = (text: string): boolean => text.charCodeAt(0) >= firstSquare;

/** As editor.css sets it. */
const gapEm = 1.05;

/** Reads how a text's element sets its blocks. */
export function columnOf(element: HTMLElement): TextColumn {
  const { fontSize, lineHeight } = getComputedStyle(element);
  const letterPx = Number.parseFloat(fontSize) || 16;
  return {
    widthPx: Math.max(element.clientWidth, letterPx),
    letterPx,
    linePx: Number.parseFloat(lineHeight) || 1.5 * letterPx,
    gapPx: gapEm * letterPx,
  };
}

/** Lines a text takes, each of its own lines broken where the column ends. */
export function guessedHeightPx(text: string, { widthPx, letterPx, linePx }: TextColumn): number {
  const perLine = Math.max(1, Math.floor(widthPx / (letterPx * (isSquare(text) ? squareWidth : letterWidth))));
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    const length = (end === -1 ? text.length : end) - start;
    lines += Math.max(1, Math.ceil(length / perLine));
    start += length + 1;
  }
  return lines * linePx;
}
