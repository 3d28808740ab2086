/**
 * Passages a file marks itself (comments, highlights), followed through the making of its
 * body: their ends travel in the text as noncharacters, which no text may hold, and are
 * taken out once the body is whole. Whatever joins or trims text meanwhile moves them along.
 */
import type { Block, Body, Inline } from '@shared/model/block';
import { leavesOf, normaliseBody, normaliseText, textOf } from '@shared/text/canonical-text';
import { trimmedRuns } from './block-builder';

/** U+FDD0 opens a passage, U+FDD1 closes it; its number follows in the digits U+FDD2–U+FDE1, ended by U+FDE2. */
const opening = '\ufdd0';
const closing = '\ufdd1';
const firstDigit = 0xfdd2;
const ending = '\ufde2';
const anyMark = /([\ufdd0\ufdd1])([\ufdd2-\ufde1]+)\ufde2/gu;
const anyNoncharacter = /[\ufdd0-\ufdef]/gu;

const digitsOf = (id: number): string =>
  [...id.toString(16)].map((digit) => String.fromCharCode(firstDigit + Number.parseInt(digit, 16))).join('');
const idOf = (digits: string): number =>
  Number.parseInt([...digits].map((digit) => (digit.charCodeAt(0) - firstDigit).toString(16)).join(''), 16);

/** Written where passage `id` begins. */
export const passageStart = (id: number): string => `${opening}${digitsOf(id)}${ending}`;
/** Written where it ends. */
export const passageEnd = (id: number): string => `${closing}${digitsOf(id)}${ending}`;
/** A file's own words, without anything that could be taken for a mark. */
export const withoutMarks = (text: string): string => text.replace(anyNoncharacter, '');

/** Place of a passage in the canonical text, UTF-16, half-open. */
export interface MarkedPlace {
  readonly start: number;
  readonly end: number;
}

/** Where a mark stood: in which leaf, after how many units of its normalised text. */
interface MarkSeen {
  readonly id: number;
  readonly closes: boolean;
  readonly leaf: number;
  readonly offset: number;
}

/**
 * The body without marks, normalised, and where its passages lie, without white space
 * at their ends. A passage that lacks an end or has no words has no place.
 */
export function takePassages(marked: Body): {
  readonly body: Body;
  readonly places: ReadonlyMap<number, MarkedPlace>;
  /** Where each mark opens, of those without an end too. */
  readonly starts: ReadonlyMap<number, number>;
} {
  const seen: MarkSeen[] = [];
  let leaf = 0;
  const takeTexts = (texts: readonly string[]): readonly string[] => {
    let before = '';
    return texts.map((text) => {
      let plain = '';
      let from = 0;
      for (const match of text.matchAll(anyMark)) {
        plain += text.slice(from, match.index);
        from = match.index + match[0].length;
        const offset = normaliseText(before + plain).length;
        seen.push({ id: idOf(match[2] ?? ''), closes: match[1] === closing, leaf, offset });
      }
      plain += text.slice(from);
      before += plain;
      return plain;
    });
  };
  const takeInlines = (inlines: readonly Inline[]): readonly Inline[] => {
    const texts = takeTexts(inlines.map(({ text }) => text));
    return trimmedRuns(inlines.map((inline, index) => ({ ...inline, text: texts[index] ?? '' })));
  };
  const takeBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap(takeBlock);
  const takeBlock = (block: Block): readonly Block[] => {
    if (block.type === 'table') {
      const rows = block.rows.map(({ cells }) => ({
        cells: cells.map((cell) => ({ ...cell, blocks: takeBlocks(cell.blocks) })),
      }));
      return [{ ...block, rows }];
    }
    const taken = takeLeaf(block);
    // a paragraph of marks alone was none; they belong to what follows
    if (
      taken.type === 'paragraph' &&
      block.type === 'paragraph' &&
      taken.inlines.length === 0 &&
      block.inlines.length > 0
    )
      return [];
    leaf++;
    return [taken];
  };
  const takeLeaf = (block: Exclude<Block, { type: 'table' }>): Exclude<Block, { type: 'table' }> => {
    if (block.type === 'rule') return block;
    if (block.type === 'code' || block.type === 'passage') return { ...block, text: takeTexts([block.text])[0] ?? '' };
    return { ...block, inlines: takeInlines(block.inlines) };
  };
  const body = normaliseBody({ ...marked, blocks: takeBlocks(marked.blocks) });
  return { body, ...placesIn(body, seen) };
}

function placesIn(
  body: Body,
  seen: readonly MarkSeen[],
): { readonly places: ReadonlyMap<number, MarkedPlace>; readonly starts: ReadonlyMap<number, number> } {
  const leaves = leavesOf(body);
  const text = textOf(body);
  const offsetOf = ({ leaf, offset }: MarkSeen): number => {
    const at = leaves[leaf];
    return at === undefined ? text.length : Math.min(at.start + offset, at.end);
  };
  const starts = new Map<number, number>();
  const places = new Map<number, MarkedPlace>();
  for (const mark of seen) {
    if (!mark.closes) {
      if (!starts.has(mark.id)) starts.set(mark.id, offsetOf(mark));
      continue;
    }
    const place = tightened(text, starts.get(mark.id), offsetOf(mark));
    if (place !== null) places.set(mark.id, place);
  }
  return { places, starts };
}

function tightened(text: string, start: number | undefined, end: number): MarkedPlace | null {
  if (start === undefined || end <= start) return null;
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return to > from ? { start: from, end: to } : null;
}
