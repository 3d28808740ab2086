/** A body as Markdown: every block kind, lists nested, tables as GFM tables. */
import type { Block, Image, Inline, ListItem, Passage, Table } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import {
  codeFence,
  codeSpan,
  escapeInline,
  escapeLine,
  escapeLineEdges,
  oneLine,
  pathDestination,
  prefixLines,
} from './escape';
import { type InlineOptions, inlinesToMarkdown, type MentionDestination } from './inlines';

/** Where a picture's file lies, relative to the files written; undefined when it is not among them. */
export type PicturePath = (asset: Sha256) => string | undefined;

export interface BlockOptions extends Pick<InlineOptions, 'wikiTargetOf'> {
  readonly destinationOf: MentionDestination;
  readonly pictureOf?: PicturePath;
  /** Line naming where a quoted passage comes from, as Markdown; empty when unknown. */
  readonly attributionOf: (passage: Passage) => string;
}

/** The blocks as Markdown, without a newline at the end. */
export function blocksToMarkdown(blocks: readonly Block[], options: BlockOptions): string {
  const parts: string[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index] as Block;
    if (block.type === 'listItem') {
      let end = index;
      while (blocks[end]?.type === 'listItem') end++;
      parts.push(listToMarkdown(blocks.slice(index, end) as readonly ListItem[], options));
      index = end;
      continue;
    }
    const markdown = blockToMarkdown(block, options);
    if (markdown !== '') parts.push(markdown);
    index++;
  }
  return parts.join('\n\n');
}

function blockToMarkdown(block: Exclude<Block, ListItem>, options: BlockOptions): string {
  switch (block.type) {
    case 'paragraph':
      return lines(block.inlines, options);
    case 'heading':
      return `${'#'.repeat(block.level)} ${holdClosingSigns(inlinesToMarkdown(block.inlines, { ...options, newline: 'tag' }))}`.trimEnd();
    case 'quote':
      return prefixLines(lines(block.inlines, options), '> ').trimEnd();
    case 'code':
      return codeFence(block.text, block.language);
    case 'table':
      return tableToMarkdown(block, options);
    case 'image':
      // Its caption is the next line of the same paragraph.
      return [picture(block, options), lines(block.inlines, options)].filter((part) => part !== '').join('\\\n');
    case 'rule':
      return '---';
    case 'passage':
      return passageToMarkdown(block, options);
    default:
      return assertNever(block);
  }
}

function picture({ alt, asset }: Image, { pictureOf }: BlockOptions): string {
  const path = asset === null ? undefined : pictureOf?.(asset);
  return `![${escapeInline(oneLine(alt))}](${path === undefined ? '' : pathDestination(path)})`;
}

const lines = (inlines: readonly Inline[], options: Pick<InlineOptions, 'destinationOf' | 'wikiTargetOf'>): string =>
  inlinesToMarkdown(inlines, { ...options, newline: 'break' });

/** "C #" as a heading would lose its sign, taken for the closing one. */
const holdClosingSigns = (heading: string): string => heading.replace(/(^|\s)(#+)$/, '$1\\$2');

/** A text as a quote, line by line; each of its lines stays a line. */
export function quoteText(text: string): string {
  const escaped = text.split('\n').map((line) => escapeLineEdges(escapeInline(line)));
  return escaped
    .map((line, index) => {
      const breaks = line !== '' && (escaped[index + 1] ?? '') !== '';
      return `> ${line}${breaks ? '\\' : ''}`.trimEnd();
    })
    .join('\n');
}

function passageToMarkdown(passage: Passage, options: BlockOptions): string {
  const attribution = options.attributionOf(passage);
  return attribution === '' ? quoteText(passage.text) : `${quoteText(passage.text)}\n>\n> ${attribution}`;
}

interface OpenItem {
  readonly depth: number;
  /** Column its content starts at, where its children stand. */
  readonly indent: number;
}

/** A run of items. An item is a child of the last one less deep; numbers count from 1 within their list. */
function listToMarkdown(items: readonly ListItem[], options: BlockOptions): string {
  const open: OpenItem[] = [];
  const numbers = new Map<number, number>();
  const listAt = new Map<number, ListItem['list']>();
  const output: string[] = [];
  for (const item of items) {
    while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop();
    for (const depth of [...listAt.keys()]) {
      if (depth <= item.depth) continue;
      numbers.delete(depth);
      listAt.delete(depth);
    }
    // Another kind at the same depth is another list; a line between them keeps them apart for every parser.
    if ((listAt.get(item.depth) ?? item.list) !== item.list) {
      numbers.delete(item.depth);
      output.push('');
    }
    listAt.set(item.depth, item.list);
    const number = (numbers.get(item.depth) ?? 0) + 1;
    numbers.set(item.depth, number);
    const marker = item.list === 'ordered' ? `${number}. ` : '- ';
    const indent = (open.at(-1)?.indent ?? 0) + marker.length;
    const box = item.list === 'checked' ? `[${item.checked ? 'x' : ' '}] ` : '';
    const margin = ' '.repeat(indent - marker.length);
    output.push(prefixLines(`${box}${lines(item.inlines, options)}`, margin + marker, ' '.repeat(indent)).trimEnd());
    open.push({ depth: item.depth, indent });
  }
  return output.join('\n');
}

/** GFM needs a header row: a table without one gets an empty one. */
function tableToMarkdown(table: Table, options: BlockOptions): string {
  const columns = Math.max(1, ...table.rows.map((row) => row.cells.length));
  const rows = table.rows.map((row) =>
    Array.from({ length: columns }, (_, column) => cellToMarkdown(row.cells[column]?.blocks ?? [], options)),
  );
  const hasHeader = table.rows[0]?.cells.some((cell) => cell.header) ?? false;
  const header = hasHeader ? (rows.shift() ?? []) : Array.from({ length: columns }, () => '');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Everything a cell holds, on one line. */
function cellToMarkdown(blocks: readonly Block[], options: BlockOptions): string {
  return blocks
    .flatMap((block) => cellLines(block, options))
    .filter((line) => line !== '')
    .join('<br>');
}

function cellLines(block: Block, options: BlockOptions): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [cellInlines(block.inlines, options)];
    case 'listItem':
      return [`• ${cellInlines(block.inlines, options)}`];
    case 'image':
      return [picture(block, options), cellInlines(block.inlines, options)];
    case 'code':
      return block.text.split('\n').map((text) => (text === '' ? '' : codeSpan(text).replaceAll('|', '\\|')));
    case 'passage':
      return block.text.split('\n').map(escapeLine);
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => cellToMarkdown(cell.blocks, options)));
    case 'rule':
      return [];
    default:
      return assertNever(block);
  }
}

/** A pipe inside a code span or an address still ends the cell: every bare one is escaped. */
const cellInlines = (inlines: readonly Inline[], options: BlockOptions): string =>
  inlinesToMarkdown(inlines, { ...options, newline: 'tag' }).replace(/(?<!\\)\|/g, '\\|');
