/** Moves what is seen and selected in a session's text: scrolling to a place, selecting a range. */
import { blockRect, isAway, revealBlock } from '@renderer/editor/block-rect';
import { domRangeOf, offsetAtPoint, selectedRange } from '@renderer/editor/dom-points';
import type { TextSession } from '@renderer/editor/text-session';
import { blockElementAt, blocksBetween } from '@renderer/editor/visible-blocks';

/** Where a place comes to stand when scrolled to, as a part of the pane's height. */
const restingPlace = 0.32;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Brings a place into view; blocks not laid out yet only have guessed heights, so it looks twice. */
export function scrollToPlace(text: TextSession, pane: HTMLElement | null, place: Range, always = true): void {
  if (pane === null) return;
  const move = (): void => {
    reveal(text, place.start);
    const rect = domRangeOf(text.editor, text.map(), place.start, place.end)?.getBoundingClientRect();
    if (rect === undefined) return;
    const view = pane.getBoundingClientRect();
    const seen = rect.top >= view.top + 60 && rect.bottom <= view.bottom - 40;
    if (seen && !always) return;
    pane.scrollTop += rect.top - view.top - view.height * restingPlace;
  };
  move();
  requestAnimationFrame(move);
}

/** What is to be measured or selected must have a box. */
function reveal(text: TextSession, offset: number): void {
  const block = blockElementAt(text.editor, text.map(), offset);
  if (block !== null) revealBlock(block);
}

/** Selects a range; `extend` keeps where the selection began. */
export function selectRange(text: TextSession, { start, end }: Range): void {
  reveal(text, start);
  reveal(text, end);
  const range = domRangeOf(text.editor, text.map(), start, end);
  const selection = document.getSelection();
  if (range === null || selection === null) return;
  text.editor.getRootElement()?.focus({ preventScroll: true });
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** Selection or caret in the text; null when it is elsewhere. */
export const caretRange = (text: TextSession): Range | null => selectedRange(text.editor, text.map());

/** The offset of the text under a point of the window, null when the point is beside it. */
export const offsetUnder = (text: TextSession, x: number, y: number): number | null =>
  offsetAtPoint(text.editor, text.map(), x, y);

/** Tells whether any of a range stands in the pane. */
export function isSeen(text: TextSession, pane: HTMLElement | null, place: Range): boolean {
  const rect = rectOf(text, place);
  if (rect === null || pane === null) return false;
  const view = pane.getBoundingClientRect();
  return rect.bottom > view.top && rect.top < view.bottom;
}

/** Steps, CSS pixels, in which the first line is looked for: less than a line of the smallest text. */
const lineStepPx = 12;

/** Where the reading goes on in the pane: the first line seen of the block at its top; 0 where it shows no text. */
export function firstOffsetSeen(text: TextSession, pane: HTMLElement | null): number {
  const root = text.editor.getRootElement();
  if (root === null || pane === null) return 0;
  const view = pane.getBoundingClientRect();
  const map = text.map();
  const { first, last } = blocksBetween(text.editor, map, view.top, view.bottom);
  if (last < first) return 0;
  const start = map.startOf(first);
  const block = blockElementAt(text.editor, map, start)?.getBoundingClientRect();
  if (block === undefined || block.top >= view.top) return start;
  const left = root.getBoundingClientRect().left + 1;
  for (let y = view.top + lineStepPx; y < Math.min(block.bottom, view.bottom); y += lineStepPx) {
    const offset = offsetUnder(text, left, y);
    if (offset !== null && offset > start) return offset;
  }
  return last > first ? map.startOf(first + 1) : start;
}

/** Tells whether a point of the window lies on the words of a range. */
export function liesOn(text: TextSession, place: Range, x: number, y: number): boolean {
  const range = domRangeOf(text.editor, text.map(), place.start, place.end);
  return (
    range !== null &&
    [...range.getClientRects()].some(
      (rect) => x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top && y <= rect.bottom,
    )
  );
}

/**
 * Where a place begins in the window, CSS pixels; null when it is not shown. Outside `near` it is
 * the top of the block: asking for the words would have the browser lay out each far block.
 */
export function topOf(
  text: TextSession,
  place: Range,
  near: { readonly top: number; readonly bottom: number },
): number | null {
  const element = blockElementAt(text.editor, text.map(), place.start);
  const block = element === null ? undefined : blockRect(element);
  const far = block !== undefined && (block.bottom < near.top || block.top > near.bottom);
  if (far || (element !== null && isAway(element))) return block?.top ?? null;
  const first = { start: place.start, end: Math.min(place.start + 1, place.end) };
  return rectOf(text, first)?.top ?? block?.top ?? null;
}

/** The window rectangle of a range; null when it is not shown. */
export const rectOf = (text: TextSession, place: Range): DOMRect | null =>
  domRangeOf(text.editor, text.map(), place.start, place.end)?.getBoundingClientRect() ?? null;

/** The offsets of whole blocks between two heights of the window, CSS pixels. */
export function offsetsBetween(text: TextSession, topPx: number, bottomPx: number): Range {
  const map = text.map();
  const { first, last } = blocksBetween(text.editor, map, topPx, bottomPx);
  return { start: map.startOf(first), end: last < first ? map.startOf(first) : map.startOf(last + 1) };
}
