/**
 * Lines of a PDF's pages to paragraphs, headings and list items: hyphens at line ends
 * undone, paragraphs joined over columns and pages, running heads and page numbers left out.
 */
import type { Block, HeadingLevel } from '@shared/model/block';
import { passageStart, withoutMarks } from '../passage-marks';
import type { PdfLine } from './pdf-lines';

export interface PdfBlocks {
  readonly blocks: readonly Block[];
  /** Lines left out because they stand on page after page. */
  readonly runningLines: number;
}

/** Lines further apart than this part of the usual distance part paragraphs. */
const paragraphGap = 1.3;
/** A line that ends this far before the right edge, in parts of the column, ends its paragraph. */
const shortLine = 0.8;
/** One this short ends it even in the middle of a sentence, when the next begins with a capital. */
const veryShortLine = 0.6;
/** Letters larger than this part of the usual height make a heading. */
const headingSize = 1.12;
const maxHeadingLength = 250;
const bullet = /^(?:[•◦▪‣·∙–*-]|\(?\d{1,3}[.)]|[a-z][.)])\s+(?=\S)/u;
const sentenceEnd = /[.!?…:;»”"')\]]$/u;

/** @param pages - lines of each page, in order of reading */
export function pdfBlocks(pages: readonly (readonly PdfLine[])[]): PdfBlocks {
  const { kept: withoutEdges, runningLines } = withoutRunningLines(pages);
  const kept = withoutEdges.map(withPageMark);
  const lines = kept.flat();
  const usual = usualSize(lines);
  const distance = usualDistance(kept, usual);
  const headings = headingLevels(lines, usual);
  const words = wordsOf(lines);
  const groups: { readonly first: PdfLine; readonly lines: PdfLine[]; readonly level: HeadingLevel | null }[] = [];
  for (const page of kept) {
    const edge = Math.max(0, ...page.map((line) => line.right));
    for (const [index, line] of page.entries()) {
      const level = headings.get(sizeKey(line.size)) ?? null;
      const group = groups.at(-1);
      const before = group?.lines.at(-1);
      const joins =
        group?.level === level &&
        before !== undefined &&
        goesWith({ first: group.first, before, newPage: index === 0, distance, edge }, line);
      if (joins) group.lines.push(line);
      else groups.push({ first: line, lines: [line], level });
    }
  }
  return { blocks: groups.map(({ lines: joined, level }) => blockOf(joined, level, words)), runningLines };
}

/** The number of the mark (see passage-marks) where a page begins; passages have lower ones. */
export const pageMark = (index: number): number => 0x1000000 + index;

/** Before the first word of a page, behind the sign of a list's item. */
function withPageMark(lines: readonly PdfLine[], index: number): readonly PdfLine[] {
  const [first, ...rest] = lines;
  if (first === undefined) return lines;
  const sign = bullet.exec(first.text)?.[0] ?? '';
  return [{ ...first, text: sign + passageStart(pageMark(index)) + first.text.slice(sign.length) }, ...rest];
}

const sizeKey = (size: number): number => Math.round(size * 2) / 2;
const plain = (line: PdfLine): string => withoutMarks(line.text);

/** The paragraph so far, where a line may go on. */
interface Paragraph {
  readonly first: PdfLine;
  readonly before: PdfLine;
  readonly newPage: boolean;
  /** Usual distance from line to line. */
  readonly distance: number;
  /** Where the longest lines of the page end. */
  readonly edge: number;
}

function goesWith({ first, before, newPage, distance, edge }: Paragraph, line: PdfLine): boolean {
  if (Math.abs(before.size - line.size) > before.size * 0.12) return false;
  if (bullet.test(plain(line))) return false;
  const down = before.y - line.y;
  const isOver = sentenceEnd.test(plain(before).trimEnd());
  // the next column or page: one paragraph only when the sentence is not over
  if (newPage || down < -line.size) return !isOver && /^[\p{Ll}\p{Lo}\d]/u.test(plain(line));
  if (down > distance * paragraphGap) return false;
  const isItem = bullet.test(plain(first));
  if (isItem && line.x < first.x - line.size * 0.5) return false;
  const indented = line.x > before.x + line.size * 0.9 && !isItem;
  if (indented && isOver) return false;
  const filled = (before.right - first.x) / Math.max(1, edge - first.x);
  if (isOver) return filled > shortLine;
  return filled > veryShortLine || !/^\p{Lu}/u.test(plain(line));
}

function blockOf(lines: readonly PdfLine[], level: HeadingLevel | null, words: ReadonlySet<string>): Block {
  const text = lines.map(({ text: line }) => line).reduce((joined, line) => join(joined, line, words));
  if (level !== null && text.length <= maxHeadingLength)
    return { type: 'heading', level, inlines: [{ type: 'text', text }] };
  const sign = bullet.exec(withoutMarks(text))?.[0];
  if (sign !== undefined && text.startsWith(sign)) {
    const list = /\d|[a-z]/.test(sign) ? 'ordered' : 'bulleted';
    return { type: 'listItem', list, depth: 0, inlines: [{ type: 'text', text: text.slice(sign.length) }] };
  }
  return { type: 'paragraph', inlines: [{ type: 'text', text }] };
}

/** Two lines as one text: a hyphen stays when the words elsewhere are written with it. */
function join(first: string, second: string, words: ReadonlySet<string>): string {
  const [, head = '', hyphen] = /([\p{L}\p{M}]*)([-\u2010\u00ad])[\ufdd0-\ufdef]*$/u.exec(first) ?? [];
  const tail = /^[\p{L}\p{M}]+/u.exec(withoutMarks(second))?.[0] ?? '';
  if (hyphen !== undefined && head !== '' && /^\p{Ll}/u.test(tail)) {
    const keeps = hyphen !== '\u00ad' && words.has(`${head}-${tail}`.toLowerCase());
    if (keeps) return first + second;
    const at = first.lastIndexOf(hyphen);
    return first.slice(0, at) + first.slice(at + 1) + second;
  }
  if (hyphen !== undefined) return first + second;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  const gapless = unspaced.test(plainEnd(first)) && unspaced.test(withoutMarks(second)[0] ?? '');
  return gapless ? first + second : `${first} ${second}`;
}

const plainEnd = (text: string): string => withoutMarks(text.slice(-24)).at(-1) ?? '';

/** Words written with a hyphen inside a line. */
function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines)
    for (const [word] of plain(line).matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+(?!-)/gu)) found.add(word.toLowerCase());
  return found;
}

/** The height most letters have. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(sizeKey(size), (letters.get(sizeKey(size)) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The distance from line to line that occurs most. */
function usualDistance(pages: readonly (readonly PdfLine[])[], usual: number): number {
  const counts = new Map<number, number>();
  for (const page of pages)
    for (const [index, line] of page.entries()) {
      const before = page[index - 1];
      if (!before || sizeKey(line.size) !== usual || sizeKey(before.size) !== usual) continue;
      const down = Math.round((before.y - line.y) * 2) / 2;
      if (down > 0 && down < usual * 4) counts.set(down, (counts.get(down) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? usual * 1.2;
}

/** Heading levels by height: the largest first; at most three. */
function headingLevels(lines: readonly PdfLine[], usual: number): ReadonlyMap<number, HeadingLevel> {
  const sizes = [...new Set(lines.map(({ size }) => sizeKey(size)))]
    .filter((size) => size > usual * headingSize)
    .sort((a, b) => b - a);
  const levels = [1, 2, 3] as const;
  return new Map(sizes.map((size, index) => [size, levels[Math.min(index, 2)] ?? 3]));
}

/** Lines looked at from the top and from the bottom of each page. */
const edgeLines = 2;

function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): {
  readonly kept: readonly (readonly PdfLine[])[];
  readonly runningLines: number;
} {
  const least = Math.max(3, Math.ceil(pages.length / 2));
  const patternOf = (line: PdfLine): string => plain(line).replace(/\d+|\b[ivxlc]+\b/gi, '#');
  const atEdge = (page: readonly PdfLine[]): ReadonlySet<PdfLine> => {
    const byHeight = [...page].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)]);
  };
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const pattern of new Set([...atEdge(page)].map(patternOf)))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  let runningLines = 0;
  const kept = pages.map((page) => {
    const edge = atEdge(page);
    const rest = page.filter((line) => !edge.has(line) || (counts.get(patternOf(line)) ?? 0) < least);
    runningLines += page.length - rest.length;
    return rest;
  });
  return { kept, runningLines };
}
