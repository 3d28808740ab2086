/**
 * The canonical plain text of a body: the texts of its leaf blocks joined by one
 * `\n`, LF only, NFC. Every offset in the program counts UTF-16 code units in it.
 */

import type { Block, Body, Inline, Mark, Passage, TextRun } from '../model/block';
import { bodyVersion, marks } from '../model/block';
import { assertNever } from '../outcome/outcome';

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
  const wellFormed = text.toWellFormed();
  if (!unusual.test(wellFormed)) return wellFormed.normalize('NFC');
  return wellFormed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(dropped, '')
    .normalize('NFC');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const dropped = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/g;
/** What `normaliseText` changes besides composing; one look spares most texts the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unusual = /[\u0000-\u0008\u000B-\u001F\u007F\u2028\u2029\uFEFF]/;

const sameMarks = (a: readonly Mark[] = [], b: readonly Mark[] = []): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

/** Any character that `normaliseText` keeps. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters it drops
const kept = /[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/;
/** What composes with the character before it: accents, the vowels and finals of Hangul. */
const composing = /^[\p{M}\u1160-\u11ff]+/u;

/** Merges first and normalises then: a letter and its accent may stand in runs of their own. */
function normaliseInlines(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  let page: string | undefined;
  for (const inline of inlines) {
    if (!kept.test(inline.text)) continue;
    const last = merged.at(-1);
    if (inline.type === 'mention') {
      merged.push({ type: 'mention', text: inline.text, target: inline.target });
      continue;
    }
    const run = tidyRun(inline, page);
    page = run.page ?? page;
    if (last?.type !== 'text') {
      merged.push(run);
      continue;
    }
    const joins = run.page === undefined && last.link === run.link && sameMarks(last.marks, run.marks);
    const head = joins ? run.text : (composing.exec(run.text)?.[0] ?? '');
    if (head !== '') merged[merged.length - 1] = { ...last, text: last.text + head };
    if (head.length < run.text.length) merged.push({ ...run, text: run.text.slice(head.length) });
  }
  return merged.map((inline) => ({ ...inline, text: normaliseText(inline.text) }));
}

/** A run with its marks in order, and nothing that is not set. A page begins once in a block. */
function tidyRun({ text, marks: given, link, page }: TextRun, pageBefore: string | undefined): TextRun {
  const ordered = marks.filter((mark) => given?.includes(mark));
  return {
    type: 'text',
    text,
    ...(ordered.length > 0 ? { marks: ordered } : {}),
    ...(link === undefined ? {} : { link }),
    ...(page === undefined || page === pageBefore ? {} : { page }),
  };
}

/** The source's words are kept only where they are not the quotation's own. */
function normalisePassage({ annotation, document, text: given, source: settled, kept }: Passage): Passage {
  const text = normaliseText(given);
  const source = settled === undefined ? text : normaliseText(settled);
  const differs = source !== text;
  return {
    type: 'passage',
    annotation,
    document,
    text,
    ...(differs ? { source } : {}),
    ...(differs && kept ? { kept } : {}),
  };
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
      return { ...block, text: normaliseText(block.text) };
    case 'passage':
      return normalisePassage(block);
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
