/** The pages of the printed source in a text: where each begins, and which a passage stands on. Pure. */
import type { Body, Inline } from '../model/block';
import { leavesOf } from './canonical-text';

/** Where a page begins: an offset in the canonical text, UTF-16 code units. */
export interface PageStart {
  readonly start: number;
  /** As the page is numbered in the source: "12", "xii". */
  readonly label: string;
}

/** The pages of a body in reading order; none where its source has no pages. */
export function pageStarts(body: Body): readonly PageStart[] {
  const pages: PageStart[] = [];
  for (const { block, start } of leavesOf(body)) {
    if (!('inlines' in block)) continue;
    let offset = start;
    for (const inline of block.inlines) {
      const label = inline.type === 'text' ? inline.page : undefined;
      if (label !== undefined && label !== pages.at(-1)?.label) pages.push({ start: offset, label });
      offset += inline.text.length;
    }
  }
  return pages;
}

/** The page an offset stands on; undefined before the first and where there are none. */
function pageAt(pages: readonly PageStart[], offset: number): string | undefined {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1]?.label;
}

/** The pages of a passage: "12", or "12–13" where it goes on over an edge; undefined where there are none. */
export function pagesOfRange(pages: readonly PageStart[], start: number, end: number): string | undefined {
  const first = pageAt(pages, start);
  const last = pageAt(pages, Math.max(start, end - 1));
  return first === undefined || first === last ? last : `${first}–${last}`;
}

/** Splits a body's runs so that a page begins at each of these offsets of its canonical text. */
export function withPages(body: Body, pages: readonly PageStart[]): Body {
  const waiting = [...pages].sort((a, b) => a.start - b.start);
  if (waiting.length === 0) return body;
  const leaves = leavesOf(body);
  const changed = new Map(
    leaves.map(({ block, start, end }) => {
      const here: PageStart[] = [];
      while (waiting[0] !== undefined && (waiting[0].start < end || start === end)) {
        const next = waiting[0];
        if (start === end && next.start > start) break;
        waiting.shift();
        here.push({ label: next.label, start: Math.max(0, next.start - start) });
      }
      // Words come later: a page that begins in an empty line begins with them.
      if (!('inlines' in block) || start === end) {
        const last = here.at(-1);
        if (last !== undefined) waiting.unshift({ label: last.label, start: end });
        return [block, block] as const;
      }
      return [block, here.length === 0 ? block : { ...block, inlines: splitAt(block.inlines, here) }] as const;
    }),
  );
  const blocksOf = (blocks: Body['blocks']): Body['blocks'] =>
    blocks.map((block) =>
      block.type === 'table'
        ? {
            ...block,
            rows: block.rows.map(({ cells }) => ({
              cells: cells.map((cell) => ({ ...cell, blocks: blocksOf(cell.blocks) })),
            })),
          }
        : (changed.get(block) ?? block),
    );
  return { ...body, blocks: blocksOf(body.blocks) };
}

/** Runs parted where pages begin; `pages` count from the first run's first letter. */
function splitAt(inlines: readonly Inline[], pages: readonly PageStart[]): readonly Inline[] {
  const parted: Inline[] = [];
  let offset = 0;
  let next = 0;
  for (const inline of inlines) {
    const end = offset + inline.text.length;
    let from = offset;
    let label: string | undefined;
    for (let page = pages[next]; page !== undefined && page.start < end; page = pages[++next]) {
      if (inline.type === 'mention') break;
      if (page.start > from) parted.push(partOf(inline, from - offset, page.start - offset, label));
      from = Math.max(from, page.start);
      label = page.label;
    }
    parted.push(inline.type === 'mention' ? inline : partOf(inline, from - offset, end - offset, label));
    offset = end;
  }
  return parted;
}

const partOf = (
  run: Extract<Inline, { type: 'text' }>,
  start: number,
  end: number,
  page: string | undefined,
): Inline => ({ ...run, text: run.text.slice(start, end), ...(page === undefined ? {} : { page }) });
