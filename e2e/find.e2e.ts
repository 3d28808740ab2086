/** Finding in the document that is open: accents and case, whole words, next and previous by keys. */
import { expect, test } from './app';
import { painted } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

test('finding minds case, accents and whole words only when asked to', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading } = app;
  const bar = page.getByRole('search', { name: 'Find in this document' });
  const words = async () => [...(await painted(page, 'hit')), ...(await painted(page, 'current-hit'))];
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  await page.keyboard.press('Control+f');
  await reading.findField.fill('BRIDGE');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
  const loosely = Number((await bar.getByRole('status').innerText()).split(' ').at(-1));

  await test.step('case and accents', async () => {
    await bar.getByRole('button', { name: 'Match accents and case' }).click();
    await expect(bar.getByRole('status')).toHaveText('no match');
    await reading.findField.fill('bridge');
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
    expect((await words()).every((word) => word === 'bridge')).toBe(true);
    await bar.getByRole('button', { name: 'Match accents and case' }).click();
    await expect(bar.getByRole('status')).toHaveText(`1 of ${loosely}`);
  });

  await test.step('whole words', async () => {
    await reading.findField.fill('bridg');
    await expect(bar.getByRole('status')).toHaveText(`1 of ${loosely}`);
    await bar.getByRole('button', { name: 'Whole words only' }).click();
    await expect(bar.getByRole('status')).toHaveText('no match');
    await reading.findField.fill('bridge');
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
  });

  await test.step('Enter goes on, Shift+Enter back, Escape leaves the last one selected', async () => {
    await reading.findField.press('Enter');
    await expect(bar.getByRole('status')).toHaveText(/^2 of/);
    await reading.findField.press('Shift+Enter');
    await expect(bar.getByRole('status')).toHaveText(/^1 of/);
    await reading.findField.press('Escape');
    await expect(bar).toBeHidden();
    await expect(reading.text).toBeFocused();
  });
});
