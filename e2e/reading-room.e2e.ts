/** A document's passages as a list, its outline, how it is set, and the place it was left at. */
import { answerDialogs, expect, type RunningApp, test } from './app';
import { write } from './files';
import { Rail } from './pages/rail';
import { caretBefore, painted, selectedText } from './pages/text';
import { versionPage, versionQuotes, versionsTitle } from './versions';

const { kept, rewritten, gone } = versionQuotes;

async function withPassages({ library, reading, electron, folder }: RunningApp): Promise<void> {
  await answerDialogs(electron, { open: [write(folder, 'pass.html', versionPage('before'))] });
  await library.importFiles();
  await reading.shows(versionsTitle);
  await reading.mark(gone, 'event');
  await reading.mark(rewritten, 'claim');
  await reading.mark(kept, 'source');
}

test('the list of passages leads, filters, sorts and is copied', async ({ journey }) => {
  const app = await journey.start();
  const { page, reading, electron, shell } = app;
  const rail = new Rail(page);
  const clipboard = () => electron.evaluate(({ clipboard: board }) => board.readText());
  await withPassages(app);

  await test.step('a key opens it, arrows go through the text', async () => {
    await page.keyboard.press('Control+Shift+L');
    await expect(rail.list).toBeFocused();
    await expect(rail.passages).toHaveText([rewritten, kept, gone].map((quote) => new RegExp(quote.slice(0, 30))));
    await page.keyboard.press('End');
    await expect(rail.passages.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(rail.passages.first()).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('sorted by when it was made', async () => {
    await rail.choose('Sort the passages', 'Newest first');
    await expect(rail.passages.first()).toContainText(kept);
    await rail.choose('Sort the passages', 'In the order of the text');
  });

  await test.step('a filter holds for list, cards and marks', async () => {
    await rail.frame.getByRole('button', { name: 'Claims: 1' }).click();
    await expect(rail.passages).toHaveCount(1);
    await expect(reading.cards).toHaveCount(1);
    await expect.poll(() => painted(page, 'event')).toEqual([]);
    expect(await painted(page, 'claim')).toEqual([rewritten]);
    await rail.choose('Filter by verdict or label', /^open/);
    await expect(rail.passages).toHaveCount(1);
  });

  await test.step('what is left is copied with its source', async () => {
    await rail.choose('Copy the list', 'Copy as Markdown');
    await shell.says('1 passage copied.');
    expect(await clipboard()).toBe(
      `## ${versionsTitle}\n\nCamille Roussel, Harbour Courier, October 12, 2025, https://example.org/pass\n\n- **Claim**: “${rewritten}”`,
    );
    await rail.choose('Copy the list', 'Copy as text, with the source');
    await expect
      .poll(clipboard)
      .toBe(
        `“${rewritten}” [Claim]\n\nCamille Roussel, “${versionsTitle}”, Harbour Courier, October 12, 2025, https://example.org/pass`,
      );
  });

  await test.step('Show all takes the filter away, Escape leaves for the text', async () => {
    await rail.frame.getByRole('button', { name: 'Show all' }).click();
    await expect(rail.passages).toHaveCount(3);
    await rail.list.focus();
    await page.keyboard.press('Escape');
    await expect(rail.frame).toBeHidden();
    await expect(reading.text).toBeFocused();
  });
});

test('the outline leads to a heading and follows the reading', async ({ journey }) => {
  const app = await journey.start();
  const { page } = app;
  const rail = new Rail(page);
  await withPassages(app);
  await rail.show('outline');
  const heading = (name: string) => rail.outline.getByRole('button', { name });
  await expect(rail.outline.getByRole('button')).toHaveText([
    'What was promised',
    'To the hauliers',
    'What was built',
    'Who pays',
  ]);
  await heading('What was built').click();
  await expect(heading('What was built')).toHaveAttribute('aria-current', 'location');
  await expect(app.reading.text.getByText('What was built')).toBeInViewport();
  await heading('To the hauliers').focus();
  await page.keyboard.press('ArrowUp');
  await expect(heading('What was promised')).toBeFocused();
});

test('a document is shown again where it was left, unless it is opened at a passage', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading } = app;
  await withPassages(app);
  await app.shell.command('Load the sample articles');
  await expect(library.rows).toHaveCount(5);
  const left = reading.text.getByText('What was built');
  await left.scrollIntoViewIfNeeded();
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('postil.reading-places') ?? '[]')).not.toBe('[]');
  await test.step('a larger text shows the same lines', async () => {
    // By its words: which paragraphs have boxes, and so are counted, changes with the size of the text.
    const words = await reading.text
      .getByText('goes on about')
      .filter({ visible: true })
      .evaluateAll((shown) => shown.find((one) => one.getBoundingClientRect().top > 200)?.textContent ?? '');
    const top = reading.text.getByText(words, { exact: true });
    // As a key held down on a slow machine: several come before the next frame.
    await page.evaluate(async () => {
      const larger = { key: '=', code: 'Equal', ctrlKey: true, bubbles: true, cancelable: true };
      for (let step = 0; step < 4; step++) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', larger));
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await expect(top).toBeInViewport();
    await page.keyboard.press('Control+0');
    await expect(top).toBeInViewport();
  });
  const line = await page.evaluate(() => document.querySelector('.reading-pane')?.scrollTop ?? 0);
  await library.open(/Velin Bridge reopens/);
  await reading.shows(/Velin Bridge reopens/);
  await library.open(versionsTitle);
  await reading.shows(versionsTitle);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.reading-pane')?.scrollTop ?? 0))
    .toBeGreaterThan(line - 120);

  await test.step('a key goes on in the text that is seen, right after the click that opened it', async () => {
    await page.keyboard.press('n');
    await expect(reading.text).toBeFocused();
    expect(await selectedText(page)).not.toBe('');
    const [sentence, pane] = await page.evaluate(() => {
      const selected = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
      const view = document.querySelector('.reading-pane')?.getBoundingClientRect();
      return [selected?.top ?? 0, view ?? { top: 0, bottom: 0 }];
    });
    expect(sentence).toBeGreaterThan(pane.top);
    expect(sentence).toBeLessThan(pane.bottom);
    expect(await page.evaluate(() => document.querySelector('.reading-pane')?.scrollTop ?? 0)).toBeGreaterThan(
      line - 120,
    );
  });

  await test.step('Enter in the list leads into the text', async () => {
    await library.open(versionsTitle);
    await page.keyboard.press('Enter');
    await expect(reading.text).toBeFocused();
  });

  await test.step('opened at a hit, the hit counts', async () => {
    await library.open(/Velin Bridge reopens/);
    await library.search('engineers delay');
    await library.hits.first().click();
    await expect(reading.text.getByText(kept)).toBeInViewport();
  });
});

test('width and face of the text are chosen beside it and kept', async ({ journey }) => {
  const app = await journey.start();
  const { page } = app;
  await withPassages(app);
  const surface = app.reading.text;
  const family = () => surface.evaluate((text) => getComputedStyle(text).fontFamily);
  const width = async () => (await surface.boundingBox())?.width ?? 0;
  const [serif, normal] = [await family(), await width()];
  await page.getByRole('button', { name: 'How the text is set' }).click();
  await page.getByText('Sans serif', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Sans serif' })).toBeChecked();
  await page.getByText('Short', { exact: true }).click();
  await page.keyboard.press('Escape');
  expect(await family()).not.toBe(serif);
  expect(await width()).toBeLessThan(normal);
  const again = await journey.restart(app);
  await again.library.open(versionsTitle);
  expect(await again.reading.text.evaluate((text) => getComputedStyle(text).fontFamily)).not.toBe(serif);
});

test('the selection grows by sentences and words, and is copied with its source', async ({ journey }) => {
  const app = await journey.start();
  const { page, reading, electron } = app;
  await withPassages(app);
  await caretBefore(page, reading.text, 'At the border');
  await page.keyboard.press('n');
  await expect.poll(() => selectedText(page)).toBe('At the border the works go on at the pace of the lorries.');
  await page.keyboard.press('Shift+N');
  await expect.poll(() => selectedText(page)).toContain(rewritten);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => selectedText(page)).toContain('Two');
  await page.keyboard.press('n');
  await page.keyboard.press('y');
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(
      `“${gone}” (Camille Roussel, “${versionsTitle}”, Harbour Courier, October 12, 2025, par.\u00a02, https://example.org/pass)`,
    );
  await page.keyboard.press('Shift+Slash');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const line of ['Open the mention or link at the caret', 'Extend by a word', 'Previous, next passage'])
    await expect(keys.getByText(line)).toBeAttached();
});
