/** Links in comments: shown with their words, followed on a press, never without asking. */
import { expect, test } from './app';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'Neither saw any damage.';
const address = 'https://example.org/minutes?day=4';

test('a link in a comment asks before it opens, whether the comment is read or written', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron } = app;
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      (globalThis as { asked?: unknown[] }).asked ??= [];
      (globalThis as { asked?: unknown[] }).asked?.push(given.at(-1));
      return { response: 1, checkboxChecked: false };
    };
  });
  const asked = () => electron.evaluate(() => JSON.stringify((globalThis as { asked?: unknown[] }).asked ?? []));
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  const card = reading.card(quote);
  await card.open();
  await card.comment.click();
  await page.keyboard.type(`See [the minutes](${address}) of that day.`);
  await expect(card.comment.getByRole('link', { name: 'the minutes' })).toBeVisible();

  await test.step('while it is written, with Ctrl', async () => {
    await card.comment.getByRole('link', { name: 'the minutes' }).click();
    expect(await asked()).toBe('[]');
    await card.comment.getByRole('link', { name: 'the minutes' }).click({ modifiers: ['Control'] });
    await expect.poll(asked).toContain(address);
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await asked()).split(address).length - 1).toBe(2);
  });

  await test.step('while it is read, with a press or by keys', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(card.comment).toHaveCount(0);
    await card.frame.getByRole('link', { name: 'the minutes' }).click();
    await expect.poll(async () => (await asked()).split(address).length - 1).toBe(3);
    await expect(card.comment).toHaveCount(0);
    await card.frame.getByRole('link', { name: 'the minutes' }).press('Enter');
    await expect.poll(async () => (await asked()).split(address).length - 1).toBe(4);
  });
});
