/**
 * Comments between Markdown, as they are stored, and a body, as they are shown and edited: paragraphs,
 * lists, bold, italic, links. Whatever else the Markdown holds stays the text it is. Pure.
 */
import { type Block, type Body, bodyVersion, type ListItem, type Paragraph } from '../model/block';
import { normaliseBody } from '../text/canonical-text';
import { parseInlines } from './parse-inlines';
import { printInlines } from './print-inlines';

const itemPattern = /^(\s*)(?:[-*+]|(\d{1,9})[.)])(?:\s+(.*))?$/;
const mostDepth = 8;
const indentWidth = 3;

const paragraph = (lines: readonly string[]): Paragraph => ({
  type: 'paragraph',
  inlines: parseInlines(lines.join('\n')),
});

/** Reads a comment. Never fails: what is no Markdown is text. */
export function parseComment(markdown: string): Body {
  const blocks: Block[] = [];
  let open: { readonly item: Omit<ListItem, 'inlines'> | null; readonly lines: string[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    blocks.push(
      open.item === null ? paragraph(open.lines) : { ...open.item, inlines: parseInlines(open.lines.join('\n')) },
    );
    open = null;
  };
  let depth = -1;
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const item = itemPattern.exec(line);
    if (item !== null) {
      close();
      const [, indent = '', number, text = ''] = item;
      depth = Math.min(Math.floor(indent.length / 2), depth + 1, mostDepth);
      open = { item: { type: 'listItem', list: number === undefined ? 'bulleted' : 'ordered', depth }, lines: [text] };
    } else if (line.trim() === '') {
      close();
    } else if (open !== null) open.lines.push(open.item === null ? line : line.trimStart());
    else {
      depth = -1;
      open = { item: null, lines: [line] };
    }
  }
  close();
  return normaliseBody({ version: bodyVersion, blocks });
}

/** A line that would begin a list, heading or quotation is told not to. */
const asText = (line: string): string =>
  line.replace(/^(\s*)([-+#>])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** Writes a comment; blocks it has no Markdown for become paragraphs of their text. */
export function printComment(body: Body): string {
  const parts: string[] = [];
  let numbers: number[] = [];
  let before: Block['type'] | null = null;
  for (const block of body.blocks) {
    if (!('inlines' in block)) continue;
    const text = printInlines(block.inlines).split('\n').map(asText).join('\n');
    if (block.type !== 'listItem') {
      numbers = [];
      // A blank line is no paragraph in Markdown; an empty one says nothing.
      if (text.trim() === '') continue;
      parts.push(before === null ? text : `\n\n${text}`);
    } else {
      const { depth, list } = block;
      numbers = numbers.slice(0, depth + 1);
      numbers[depth] = (numbers[depth] ?? 0) + 1;
      const sign = list === 'ordered' ? `${numbers[depth]}.` : '-';
      const indent = ' '.repeat(indentWidth * depth);
      const lines = text.split('\n').join(`\n${indent}  `);
      parts.push(`${before === null ? '' : before === 'listItem' ? '\n' : '\n\n'}${indent}${sign} ${lines}`);
    }
    before = block.type;
  }
  return parts.join('').replace(/[^\S\n]+$/gm, '');
}
