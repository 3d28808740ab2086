/** An article and its note side by side: each its own focus, quoting across by one key, closing. */
import { expect, test } from './app';
import { painted } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

test('a note stands beside its article and takes what is quoted by one key', async ({ journey }) => {
  const app = await journey.start({ width: 1560, height: 940 });
  const { page, library, reading, note, shell } = app;
  const beside = page.getByRole('region', { name: 'Document beside' });
  const first = page.getByRole('region', { name: 'Document', exact: true });
  await library.loadSamples();
  await note.begin('Evidence');
  await page.keyboard.type('What they say:');
  await shell.saved();
  await library.open(title);
  await reading.shows(title);

  await test.step('opened from the list’s menu', async () => {
    await library.choose('Evidence', 'Open beside');
    await expect(beside.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Evidence');
    await expect(first.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(title);
  });

  await test.step('Q quotes the selection into it at once', async () => {
    await first.getByRole('document').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('q');
    await expect(beside.getByRole('figure')).toHaveCount(1);
    await expect(beside).toContainText('What they say:');
    await expect.poll(async () => (await painted(page, 'claim')).length).toBe(1);
    await expect(first.getByRole('document')).toBeFocused();
  });

  await test.step('taken back and done again like any other act, from either side', async () => {
    await page.keyboard.press('Control+z');
    await expect(beside.getByRole('figure')).toHaveCount(0);
    await expect.poll(async () => (await painted(page, 'claim')).length).toBe(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(beside.getByRole('figure')).toHaveCount(1);
    await beside.getByRole('textbox', { name: /^Text of the note/ }).focus();
    await page.keyboard.press('Control+z');
    await expect(beside.getByRole('figure')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(beside.getByRole('figure')).toHaveCount(1);
    await first.getByRole('document').focus();
  });

  await test.step('what was quoted comes into view, below what was quoted before', async () => {
    for (let times = 0; times < 6; times++) {
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      await page.keyboard.press('q');
      await expect(beside.getByRole('figure')).toHaveCount(times + 2);
    }
    await expect(beside.getByRole('figure').last()).toBeInViewport();
    await expect(beside.getByRole('figure').first()).not.toBeInViewport();
    await shell.saved();
  });

  await test.step('commands go to the document that has the focus', async () => {
    await page.keyboard.press('Control+f');
    await expect(first.getByRole('search')).toBeVisible();
    await expect(beside.getByRole('search')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await expect(beside.getByRole('textbox', { name: /^Text of the note/ })).toBeFocused();
    await page.keyboard.press('Control+f');
    await expect(beside.getByRole('search')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the list opens in the first, the note stays', async () => {
    await library.open(/Pont de Vélin/);
    await expect(beside.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Evidence');
  });

  await test.step('the quotation leads back to its article, in the first', async () => {
    await beside
      .getByRole('figure')
      .first()
      .getByRole('button', { name: /Open the passage/ })
      .click();
    await expect(first.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(title);
  });

  await test.step('a document is never beside itself', async () => {
    await library.choose(title, 'Open beside');
    await shell.says('This document is open already.');
  });

  await test.step('closed by a key, one is left', async () => {
    await page.keyboard.press('Control+Shift+Backslash');
    await expect(beside).toHaveCount(0);
    await reading.shows(title);
  });
});

test('where there is hardly any room, words still stand as they were typed', async ({ journey }) => {
  const app = await journey.start({ width: 720, height: 480 });
  const { page, library, note, shell, electron } = app;
  await library.loadSamples();
  await note.begin('Evidence');
  await shell.saved();
  await library.open(title);
  await library.choose('Evidence', 'Open beside');
  const beside = page.getByRole('region', { name: 'Document beside' });
  const text = beside.getByRole('textbox', { name: /^Text of the note/ });

  await test.step('in the smallest window, the note as low as it goes, with words to replace', async () => {
    await text.focus();
    await page.keyboard.press('Control+h');
    const line = page.getByRole('separator', { name: 'Width of the document beside' });
    await line.focus();
    for (let times = 0; times < 12; times++) await page.keyboard.press('ArrowDown');
    const seen = await beside.locator('.note-pane__scroll').boundingBox();
    expect(seen?.height).toBeGreaterThan(60);
    await page.keyboard.press('End');
    await text.focus();
  });

  await test.step('in a window that a screen made lower than it may be', async () => {
    await electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(1, 1);
      window?.setContentSize(720, 40);
    });
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBeLessThan(60);
    for (const word of ['One ', 'two ', 'three ', 'four.']) await page.keyboard.insertText(word);
    await expect(text).toHaveText('One two three four.');
  });
});

test('two articles are chosen by name, and stacked where there is no room', async ({ journey }) => {
  const app = await journey.start({ width: 1560, height: 940 });
  const { page, library, reading, electron } = app;
  const beside = page.getByRole('region', { name: 'Document beside' });
  const first = page.getByRole('region', { name: 'Document', exact: true });
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  await page.keyboard.press('Control+Backslash');
  await page.getByRole('combobox', { name: 'Title of a document' }).fill('pont de velin');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(beside.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(/Pont de Vélin/);
  const tops = async () => [(await first.boundingBox())?.y ?? 0, (await beside.boundingBox())?.y ?? 0] as const;
  const [left, right] = await tops();
  expect(right).toBe(left);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 800));
  await expect.poll(async () => (await tops())[1] - (await tops())[0]).toBeGreaterThan(200);
});
