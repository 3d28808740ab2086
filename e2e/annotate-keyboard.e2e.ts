/** From the start of the app to a tagged, commented passage without touching the mouse. */
import { expect, test } from './app';
import { stored } from './cli';
import { painted, selectedText } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

test('a reader reaches, selects, tags, comments and takes back a passage by the keyboard alone', async ({
  journey,
}) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  await test.step('tabs reach the first start’s buttons', async () => {
    const samples = page.getByRole('button', { name: 'Load the sample articles' });
    for (let tabs = 0; tabs < 40 && !(await samples.evaluate((button) => button === document.activeElement)); tabs++)
      await press('Tab');
    await expect(samples).toBeFocused();
    await press('Enter');
    await expect(library.rows).toHaveCount(4);
  });

  await test.step('search opens the article', async () => {
    await press('Control+k');
    await page.keyboard.type('ledger hauliers');
    await expect(library.hits.first()).toContainText('Velin Bridge reopens');
    await press('Enter');
    await reading.shows(title);
  });

  await test.step('sentences are selected, extended and marked by keys', async () => {
    await press('Escape');
    for (let tabs = 0; tabs < 40 && !(await reading.text.evaluate((text) => text === document.activeElement)); tabs++)
      await press('Tab');
    await expect(reading.text).toBeFocused();
    await press('n');
    await expect.poll(() => selectedText(page)).not.toBe('');
    const first = await selectedText(page);
    await press('Shift+N');
    await expect.poll(() => selectedText(page)).not.toBe(first);
    expect((await selectedText(page)).startsWith(first)).toBe(true);
    await press('1');
    await expect.poll(async () => (await painted(page, 'claim')).length).toBe(1);
  });

  await test.step('C comments it', async () => {
    await press('c');
    await expect(reading.cards.getByRole('textbox', { name: /^Comment on/ })).toBeFocused();
    await page.keyboard.type('Who are the three?');
    await press('Escape');
    await shell.saved();
    await expect
      .poll(async () => (await stored(app.archive, title)).annotations[0]?.comment)
      .toBe('Who are the three?');
  });

  await test.step('Markdown typed is formatted, and one undo takes the whole comment back', async () => {
    await press('c');
    await expect(reading.cards.getByRole('textbox', { name: /^Comment on/ })).toBeFocused();
    await press('Control+End');
    await page.keyboard.type(' **All** of them?');
    await press('Enter');
    await page.keyboard.type('- the first');
    await press('Enter');
    await page.keyboard.type('the ');
    await press('Control+i');
    await page.keyboard.type('second');
    await expect(reading.cards.locator('strong')).toHaveText('All');
    await press('Escape');
    const comment = async () => (await stored(app.archive, title)).annotations[0]?.comment;
    await expect.poll(comment).toBe('Who are the three? **All** of them?\n\n- the first\n- the *second*');
    await press('Control+z');
    // Said at once, and not for long.
    await shell.says('Undone.');
    await expect.poll(comment).toBe('Who are the three?');
    await press('Control+Shift+z');
    await expect.poll(comment).toContain('*second*');
  });

  await test.step('Delete takes it away and Ctrl+Z brings it back', async () => {
    await press('Delete');
    await expect(reading.cards).toHaveCount(0);
    await press('Control+z');
    await expect(reading.cards).toHaveCount(1);
  });
});

test('a comment asked for at once after a mark goes to that mark, however quick the fingers', async ({ journey }) => {
  const { page, library, reading, archive } = await journey.start();
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  await reading.text.focus();
  const count = 6;
  for (let number = 1; number <= count; number++) {
    await page.keyboard.press('n');
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    await expect(reading.cards.getByRole('textbox', { name: /^Comment on/ })).toBeFocused();
    await page.keyboard.type(`Source ${number}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(reading.text).toBeFocused();
  }
  await expect
    .poll(async () => (await stored(archive, title)).annotations.map(({ comment }) => comment))
    .toEqual(Array.from({ length: count }, (_, index) => `Source ${index + 1}`));
});
