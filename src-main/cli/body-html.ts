/**
 * A body as static HTML with its annotations marked: for `show --as html`. Built from
 * our blocks only, every text escaped, no script, no style, nothing that loads.
 */
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Block, Body, Inline, ListItem, Mark } from '@shared/model/block';
import { assertNever } from '@shared/outcome/outcome';
import { leavesOf } from '@shared/text/canonical-text';

const tags: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Text as HTML, safe in elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Renders blocks in reading order, keeping count of the place in the canonical text. */
class HtmlWriter {
  readonly #starts: ReadonlyMap<Block, number>;
  readonly #passages: readonly Annotation[];

  constructor(body: Body, annotations: readonly Annotation[]) {
    this.#starts = new Map(leavesOf(body).map((leaf) => [leaf.block as Block, leaf.start]));
    this.#passages = annotations.filter((annotation) => !annotation.orphaned);
  }

  blocks(blocks: readonly Block[]): string {
    let html = '';
    blocks.forEach((block, index) => {
      if (block.type !== 'listItem') {
        html += `${this.#block(block)}\n`;
        return;
      }
      // Items are one list each level of depth; the depth is told, the nesting left to the reader's eye.
      const name = listTag(block);
      const before = blocks[index - 1];
      const after = blocks[index + 1];
      if (before?.type !== 'listItem' || listTag(before) !== name) html += `<${name}>\n`;
      html += `<li data-depth="${block.depth}">${this.#item(block)}</li>\n`;
      if (after?.type !== 'listItem' || listTag(after) !== name) html += `</${name}>\n`;
    });
    return html;
  }

  #item(item: ListItem): string {
    const box = item.list === 'checked' ? `${item.checked ? '☑' : '☐'} ` : '';
    return box + this.#inlines(item, item.inlines);
  }

  #block(block: Exclude<Block, ListItem>): string {
    switch (block.type) {
      case 'paragraph':
        return `<p>${this.#inlines(block, block.inlines)}</p>`;
      case 'heading':
        return `<h${block.level}>${this.#inlines(block, block.inlines)}</h${block.level}>`;
      case 'quote':
        return `<blockquote>${this.#inlines(block, block.inlines)}</blockquote>`;
      case 'code':
        return `<pre><code>${this.#text(block.text, this.#startOf(block))}</code></pre>`;
      case 'image':
        return `<figure><p>[${escapeHtml(block.alt)}]</p><figcaption>${this.#inlines(block, block.inlines)}</figcaption></figure>`;
      case 'rule':
        return '<hr>';
      case 'passage':
        return `<blockquote data-annotation="${escapeHtml(block.annotation)}">${this.#text(block.text, this.#startOf(block))}</blockquote>`;
      case 'table':
        return `<table>\n${block.rows.map((row) => `<tr>${row.cells.map((cell) => `<${cell.header ? 'th' : 'td'}>${this.blocks(cell.blocks)}</${cell.header ? 'th' : 'td'}>`).join('')}</tr>`).join('\n')}\n</table>`;
      default:
        return assertNever(block);
    }
  }

  #startOf(block: Block): number {
    return this.#starts.get(block) ?? 0;
  }

  #inlines(block: Block, inlines: readonly Inline[]): string {
    let at = this.#startOf(block);
    let html = '';
    for (const inline of inlines) {
      let part = this.#text(inline.text, at);
      if (inline.type === 'text') {
        for (const mark of inline.marks ?? []) part = `<${tags[mark]}>${part}</${tags[mark]}>`;
        if (inline.link !== undefined)
          part = `<a href="${escapeHtml(inline.link)}" rel="noreferrer noopener">${part}</a>`;
      }
      html += part;
      at += inline.text.length;
    }
    return html;
  }

  /** A stretch of text, cut where annotations begin and end; each piece lies in one `mark` per annotation over it. */
  #text(text: string, start: number): string {
    const end = start + text.length;
    const over = this.#passages.filter(({ selector }) => selector.start < end && selector.end > start);
    const cuts = new Set([start, end]);
    for (const { selector } of over)
      for (const cut of [selector.start, selector.end]) if (cut > start && cut < end) cuts.add(cut);
    const places = [...cuts].sort((a, b) => a - b);
    let html = '';
    for (let index = 0; index + 1 < places.length; index++) {
      const [from = start, to = end] = [places[index], places[index + 1]];
      let piece = escapeHtml(text.slice(from - start, to - start)).replaceAll('\n', '<br>');
      for (const { uid, kind, selector } of over) {
        if (selector.start > from || selector.end < to) continue;
        piece = `<mark data-kind="${escapeHtml(kind)}" data-annotation="${uid}" title="${escapeHtml(findKind(kind)?.label.en ?? kind)}">${piece}</mark>`;
      }
      html += piece;
    }
    return html;
  }
}

const listTag = (item: ListItem): string => (item.list === 'ordered' ? 'ol' : 'ul');

/** A whole page that loads nothing and runs nothing. */
export function bodyHtml(title: string, language: string, body: Body, annotations: readonly Annotation[]): string {
  const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
  return [
    '<!doctype html>',
    `<html${lang}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    `${new HtmlWriter(body, annotations).blocks(body.blocks)}</body>`,
    '</html>',
    '',
  ].join('\n');
}
