/**
 * The canonical plain text of a body: the texts of its leaf blocks joined by one
 * `\n`, LF only, NFC. Every offset in the program counts UTF-16 code units in it.
 */
import { assertNever } from '../outcome/outcome';
import type { Block, Body, Inline, Mark, TextRun } from '../model/block';
import { bodyVersion, marks } from '../model/block';

/** Text of inline content, as it counts in offsets. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += inline.text;
  return text;
}

/** A block that holds text itself, with where that text lies in the canonical text. */
export interface Leaf {
  readonly block: Exclude<Block, { type: 'table' }>;
  readonly start: number;
  readonly end: number;
}

function leafText(block: Leaf['block']): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'listItem':
    case 'image':
      return inlineText(block.inlines);
    case 'code':
    case 'passage':
      return block.text;
    case 'rule':
      return '';
    default:
      return assertNever(block);
  }
}

/** The leaf blocks in reading order (table cells row by row) with their offsets. */
export function leavesOf(body: Body): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let offset = 0;
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'table') {
        for (const row of block.rows) for (const cell of row.cells) visit(cell.blocks);
        continue;
      }
      const start = offset === 0 && leaves.length === 0 ? 0 : offset + 1;
      const end = start + leafText(block).length;
      leaves.push({ block, start, end });
      offset = end;
    }
  };
  visit(body.blocks);
  return leaves;
}

/** The canonical text of a body. */
export function textOf(body: Body): string {
  return leavesOf(body)
    .map((leaf) => leafText(leaf.block))
    .join('\n');
}

/**
 * Brings a string into the archive's form: NFC, LF only, no C0 control but tab and
 * newline, no lone surrogate (each becomes U+FFFD), no byte-order mark.
 */
export function normaliseText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/g, '')
      .normalize('NFC')
  );
}

const sameMarks = (a: readonly Mark[] = [], b: readonly Mark[] = []): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

function normaliseInlines(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const text = normaliseText(inline.text);
    if (text === '') continue;
    if (inline.type === 'mention') {
      result.push({ type: 'mention', text, target: inline.target });
      continue;
    }
    const ordered = marks.filter((mark) => inline.marks?.includes(mark));
    const last = result.at(-1);
    if (last?.type === 'text' && last.link === inline.link && sameMarks(last.marks, ordered)) {
      result[result.length - 1] = { ...last, text: last.text + text };
      continue;
    }
    const run: TextRun = {
      type: 'text',
      text,
      ...(ordered.length > 0 ? { marks: ordered } : {}),
      ...(inline.link === undefined ? {} : { link: inline.link }),
    };
    result.push(run);
  }
  return result;
}

function normaliseBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'listItem':
      return { ...block, inlines: normaliseInlines(block.inlines) };
    case 'image':
      return { ...block, alt: normaliseText(block.alt), inlines: normaliseInlines(block.inlines) };
    case 'code':
    case 'passage':
      return { ...block, text: normaliseText(block.text) };
    case 'table':
      return {
        type: 'table',
        rows: block.rows.map((row) => ({
          cells: row.cells.map((cell) => ({ header: cell.header, blocks: cell.blocks.map(normaliseBlock) })),
        })),
      };
    case 'rule':
      return block;
    default:
      return assertNever(block);
  }
}

/**
 * The one form a body is stored in: texts normalised, neighbouring runs alike
 * merged, empty runs dropped, marks in canonical order. Idempotent.
 */
export function normaliseBody(body: Body): Body {
  return { version: bodyVersion, blocks: body.blocks.map(normaliseBlock) };
}
