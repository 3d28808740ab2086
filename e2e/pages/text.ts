/** The text of the open document as a person meets it: words to select, passages painted over it. */
import { expect, type Locator, type Page } from '@playwright/test';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a quotation lies in the window: the edges of its first and last character; brought into view when asked. */
async function edgesOf(
  text: Locator,
  quote: string,
  scroll = true,
): Promise<{ readonly from: Spot; readonly to: Spot }> {
  const asked = { wanted: quote, show: scroll };
  return text.evaluate((root, { wanted, show }) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
    const whole = nodes.map((node) => node.data).join('');
    const start = whole.indexOf(wanted);
    if (start < 0) throw new Error(`The text does not hold “${wanted}”`);
    const pointAt = (offset: number, end: boolean): readonly [Text, number] => {
      let before = 0;
      for (const node of nodes) {
        const inside = offset - before;
        if (inside < node.length || (end && inside === node.length)) return [node, inside];
        before += node.length;
      }
      throw new Error('outside the text');
    };
    const range = document.createRange();
    range.setStart(...pointAt(start, false));
    range.setEnd(...pointAt(start + wanted.length, true));
    if (show) range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const first = rects[0];
    const last = rects.at(-1);
    if (first === undefined || last === undefined) throw new Error(`“${wanted}” is not shown`);
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    };
  }, asked);
}

/** Drags over a quotation, as with the mouse. */
export async function selectWithMouse(page: Page, text: Locator, quote: string): Promise<void> {
  const { from, to } = await edgesOf(text, quote);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString() ?? '')).toBe(quote);
}

/** Clicks in the middle of a quotation's first line. */
export async function clickOn(page: Page, text: Locator, quote: string): Promise<void> {
  const { from } = await edgesOf(text, quote);
  await page.mouse.click(from.x + 14, from.y);
}

/** Puts the caret before a quotation. */
export async function caretBefore(page: Page, text: Locator, quote: string): Promise<void> {
  const { from } = await edgesOf(text, quote);
  await page.mouse.click(from.x, from.y);
  // The editor hears of the caret with the next frame; a key pressed before would act where the caret was.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The words painted under a name (`claim`, `hit` …), in order of place. */
export async function painted(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const names = [wanted, `active-${wanted}`];
    const ranges = names
      .flatMap((one) => [...(CSS.highlights.get(one) ?? [])])
      .filter((range) => range instanceof Range);
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    // The passage in use is painted twice.
    return [...new Set(ranges.map((range) => range.toString()))];
  }, name);
}

/** What is selected in the window. */
export async function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? '');
}

/** Drags what is selected, which begins with a quotation, to where another begins; both must fit in the window. */
export async function dragSelection(page: Page, text: Locator, selected: string, before: string): Promise<void> {
  const { from: to } = await edgesOf(text, before);
  const { from } = await edgesOf(text, selected, false);
  await page.mouse.move(from.x + 8, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}
