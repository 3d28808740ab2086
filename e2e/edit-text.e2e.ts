/** Editing an article: locked at first; marks stay on their words; nothing typed is lost. */
import { expect, test } from './app';
import { cutOut, stored } from './cli';
import { caretBefore, dragSelection, painted, selectWithMouse } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quotes = ['safe, open, and staying open', 'Neither saw any damage.', 'orally, in late September'];

test('marks stay on their words while the text above and inside them is edited', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  for (const quote of quotes) await reading.mark(quote, 'claim');
  const before = (await stored(app.archive, title)).text;

  await test.step('the text is locked for reading', async () => {
    await reading.text.click();
    await page.keyboard.type('x y z');
    await expect(reading.text).not.toContainText('x y z');
    expect((await stored(app.archive, title)).text).toBe(before);
  });

  await test.step('typed above, split and joined, the passages keep their words', async () => {
    await reading.editButton.click();
    await caretBefore(page, reading.text, 'Four days after');
    await page.keyboard.type('Corrected 3 November. ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('한 줄 더 — ');
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toContain('한 줄 더 — Four days after');
    expect(cutOut(await stored(app.archive, title))).toEqual(quotes);
    expect(await painted(page, 'claim')).toEqual(quotes);
  });

  await test.step('undo takes the text back, the passages still in place', async () => {
    for (let step = 0; step < 12 && (await reading.text.innerText()).includes('Corrected'); step++)
      await page.keyboard.press('Control+z');
    await expect(reading.text).not.toContainText('Corrected');
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toBe(before);
    expect(cutOut(await stored(app.archive, title))).toEqual(quotes);
  });

  await test.step('what was typed last survives going to another document at once', async () => {
    await caretBefore(page, reading.text, 'Four days after');
    await page.keyboard.type('Last words. ');
    await library.open(/Pont de Vélin/);
    await library.open(title);
    await expect(reading.text).toContainText('Last words. Four days after');
    await expect(reading.editButton).toBeVisible();
    expect(cutOut(await stored(app.archive, title))).toEqual(quotes);
  });
});

test('passages follow text that is joined, made bold, cut into and dragged elsewhere', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  for (const quote of quotes) await reading.mark(quote, 'claim');
  await reading.editButton.click();
  const [first = '', second = '', third = ''] = quotes;

  await test.step('blocks joined and split', async () => {
    await caretBefore(page, reading.text, 'The official account');
    await page.keyboard.press('Backspace');
    await expect(reading.text.getByRole('heading', { name: 'The official account' })).toBeHidden();
    await expect.poll(() => painted(page, 'claim')).toEqual(quotes);
    await page.keyboard.press('Enter');
    await caretBefore(page, reading.text, 'open, and staying');
    await page.keyboard.press('Enter');
    // Painted block by block.
    await expect.poll(() => painted(page, 'claim')).toEqual(['safe, ', 'open, and staying open', second, third]);
    await page.keyboard.press('Backspace');
    await expect.poll(() => painted(page, 'claim')).toEqual(quotes);
  });

  await test.step('made bold, which cuts its text in three', async () => {
    await selectWithMouse(page, reading.text, 'open, and');
    await page.keyboard.press('Control+b');
    await expect(reading.text.locator('strong', { hasText: 'open, and' })).toBeVisible();
    await expect.poll(() => painted(page, 'claim')).toEqual(quotes);
  });

  await test.step('a part deleted, the rest stays marked', async () => {
    await selectWithMouse(page, reading.text, ', in late September');
    await page.keyboard.press('Delete');
    await expect.poll(() => painted(page, 'claim')).toEqual([first, second, 'orally']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => painted(page, 'claim')).toEqual(quotes);
  });

  await test.step('dragged to another block with its text', async () => {
    await selectWithMouse(page, reading.text, first);
    await dragSelection(page, reading.text, first, 'Four days after');
    await expect(reading.text).toContainText(`${first}Four days after`);
    await expect.poll(() => painted(page, 'claim')).toEqual(quotes);
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toContain(`${first}Four days after`);
    const { text, annotations } = await stored(app.archive, title);
    expect(annotations.map(({ selector }) => text.slice(selector.start, selector.end))).toEqual(quotes);
    expect(annotations[0]?.selector.start).toBe(0);
  });
});

test('a window that is killed while its reader types loses at most the last second', async ({ journey }) => {
  const app = await journey.start();
  const { page, note, shell, electron } = app;
  await note.begin('Cut off');
  await page.keyboard.type('This was typed well before the end.');
  await shell.saved();
  await expect
    .poll(async () => (await stored(app.archive, 'Cut off')).text)
    .toBe('This was typed well before the end.');
  await journey.expectCrash(() =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
  );
  expect((await stored(app.archive, 'Cut off')).text).toBe('This was typed well before the end.');
});
