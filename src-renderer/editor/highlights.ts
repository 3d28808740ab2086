/**
 * Paints passages, hits and matches over the text with the CSS Custom Highlight API: the text's
 * own nodes never change, ranges may overlap at will, and any number costs one range each.
 * The styles come from the kinds registry.
 */
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { LexicalEditor } from 'lexical';
import { domRangeOf } from './dom-points';
import { leafAt, type TextMap } from './text-map';

export interface PaintRange {
  readonly start: number;
  readonly end: number;
}

/** What can be painted: a kind, the kind's passage in use, hits of the search, the hit one stands at. */
export type PaintName = KindId | `active-${KindId}` | 'hit' | 'current-hit' | 'flash';
export type Paint = ReadonlyMap<PaintName, readonly PaintRange[]>;

/** Later names are painted over earlier ones. */
export const paintNames: readonly PaintName[] = [
  ...kinds.map(({ id }) => id),
  ...kinds.map(({ id }): PaintName => `active-${id}`),
  'hit',
  'current-hit',
  'flash',
];

/** Underlines of overlapping kinds lie below one another, so each is seen. */
const underlineStepPx = 1.5;

function styleSheetText(): string {
  const rules = kinds.flatMap(({ id, underline }, index) => {
    const line = `text-decoration: underline ${underline} var(--${id}) 2px; text-underline-offset: ${3 + index * underlineStepPx}px;`;
    return [
      `::highlight(${id}) { background-color: var(--${id}-wash); ${line} }`,
      `::highlight(active-${id}) { background-color: color-mix(in srgb, var(--${id}) 13%, var(--${id}-wash)); ${line} }`,
    ];
  });
  rules.push(
    '::highlight(hit) { background-color: var(--hit); color: var(--hit-ink); }',
    '::highlight(current-hit) { background-color: var(--accent); color: var(--on-accent); }',
    '::highlight(flash) { background-color: var(--accent-wash); }',
  );
  return rules.join('\n');
}

let styled = false;

/** Adds the styles once; a constructed sheet, which the page's policy allows. */
function addStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleSheetText());
  document.adoptedStyleSheets.push(sheet);
}

/** Takes every highlight away. */
export function clearPaint(): void {
  for (const name of paintNames) CSS.highlights.delete(name);
}

/** Paints what lies in `visible`; everything painted before is replaced. */
export function paint(editor: LexicalEditor, map: TextMap, wanted: Paint, visible: PaintRange): void {
  addStyles();
  for (const [index, name] of paintNames.entries()) {
    const ranges: Range[] = [];
    for (const { start, end } of wanted.get(name) ?? []) {
      if (end <= visible.start || start >= visible.end || start >= end) continue;
      const range = domRangeOf(editor, map, start, Math.min(end, map.text.length));
      if (range !== null) ranges.push(range);
    }
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = index;
    CSS.highlights.set(name, highlight);
  }
}

/** The offsets shown between two heights of the window (CSS pixels), whole blocks; found by halving. */
export function offsetsBetween(editor: LexicalEditor, map: TextMap, topPx: number, bottomPx: number): PaintRange {
  const blocks = editor.getRootElement()?.children;
  if (blocks === undefined || blocks.length === 0) return { start: 0, end: map.text.length };
  const firstBelow = (edgePx: number): number => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) < edgePx) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = blocks[firstBelow(topPx)];
  const last = blocks[Math.min(firstBelow(bottomPx), blocks.length - 1)];
  const start = first instanceof HTMLElement ? offsetOfBlock(editor, map, first, 'start') : map.text.length;
  const end = last instanceof HTMLElement ? offsetOfBlock(editor, map, last, 'end') : map.text.length;
  return { start: start ?? 0, end: end ?? map.text.length };
}

function offsetOfBlock(editor: LexicalEditor, map: TextMap, block: HTMLElement, side: 'start' | 'end'): number | null {
  // Lexical marks each element with its node's key; a map from key to element is all it offers, so ask for each top block once.
  const key = topKeys(editor, map).get(block);
  const place = key === undefined ? undefined : map.placeOf.get(key);
  return place === undefined ? null : place[side];
}

const keysByMap = new WeakMap<TextMap, ReadonlyMap<Element, string>>();

function topKeys(editor: LexicalEditor, map: TextMap): ReadonlyMap<Element, string> {
  const known = keysByMap.get(map);
  if (known !== undefined) return known;
  const keys = new Map<Element, string>();
  const root = editor.getRootElement();
  for (const key of map.placeOf.keys()) {
    const element = editor.getElementByKey(key);
    if (element !== null && element.parentElement === root) keys.set(element, key);
  }
  keysByMap.set(map, keys);
  return keys;
}

/** The block element an offset is shown in. */
export function blockElementAt(editor: LexicalEditor, map: TextMap, offset: number): HTMLElement | null {
  const leaf = leafAt(map, offset);
  return leaf === undefined ? null : editor.getElementByKey(leaf.key);
}
