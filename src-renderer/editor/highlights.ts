/**
 * The window's CSS Custom Highlights: one a name, shared by all texts on screen, each of which adds
 * and removes its own ranges. The text's own nodes never change, and ranges may overlap at will.
 * The styles come from the kinds registry.
 */
import { type KindId, kinds } from '@shared/kinds/kinds';

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

/** Rules for the root, which all else inherits: matched by each element they would be worked out for each. */
function styleSheetText(): string {
  const rules = kinds.flatMap(({ id, underline }, index) => {
    const line = `text-decoration: underline ${underline} var(--${id}) 2px; text-underline-offset: ${3 + index * underlineStepPx}px;`;
    return [
      `:root::highlight(${id}) { background-color: var(--${id}-wash); ${line} }`,
      `:root::highlight(active-${id}) { background-color: color-mix(in srgb, var(--${id}) 13%, var(--${id}-wash)); ${line} }`,
    ];
  });
  rules.push(
    ':root::highlight(hit) { background-color: var(--hit); color: var(--hit-ink); }',
    ':root::highlight(current-hit) { background-color: var(--accent); color: var(--on-accent); }',
    ':root::highlight(flash) { background-color: var(--accent-wash); }',
  );
  return rules.join('\n');
}

let styled = false;

/**
 * Adds the styles once; a constructed sheet, which the page's policy allows. Call before a text is shown: the browser
 * works out the style of every element again for them, which takes longer than to paint a long text.
 */
export function addHighlightStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleSheetText());
  document.adoptedStyleSheets.push(sheet);
}

/** Adds a range to a name's highlight. */
export function addHighlight(name: PaintName, range: Range): void {
  addHighlightStyles();
  let highlight = CSS.highlights.get(name);
  if (highlight === undefined) {
    highlight = new Highlight();
    highlight.priority = paintNames.indexOf(name);
    CSS.highlights.set(name, highlight);
  }
  highlight.add(range);
}

/** Takes a range out of a name's highlight. */
export function removeHighlight(name: PaintName, range: Range): void {
  const highlight = CSS.highlights.get(name);
  highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}
