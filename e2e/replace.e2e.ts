/** Replacing words in an article and in a note: one, all, with the passages on them, in one step to undo. */
import { expect, test } from './app';
import { cutOut, stored } from './cli';
import { painted } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

test('words are replaced throughout an article, and its passages go along', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  const bar = page.getByRole('search', { name: 'Find in this document' });
  const by = bar.getByRole('textbox', { name: 'Replace with' });
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'source');
  await reading.mark('bridge', 'claim');
  const before = (await stored(app.archive, title)).text;

  await test.step('a locked text says so, and can be unlocked from the bar', async () => {
    await page.keyboard.press('Control+h');
    await expect(bar).toContainText('The text is locked for reading.');
    await reading.findField.fill('bridge');
    await bar.getByRole('button', { name: 'Edit text' }).click();
    await expect(by).toBeFocused();
  });

  await test.step('Enter replaces the match shown and goes on to the next', async () => {
    await bar.getByRole('button', { name: 'Match accents and case' }).click();
    const count = before.split('bridge').length - 1;
    await expect(bar.getByRole('status')).toHaveText(`1 of ${count}`);
    await by.fill('ferry bridge');
    await by.press('Enter');
    await expect(bar.getByRole('status')).toHaveText(`2 of ${count}`);
    await expect(reading.text).toContainText('ferry bridge');
    await page.keyboard.press('Escape');
    await reading.text.focus();
    await page.keyboard.press('Control+z');
    await expect(reading.text).not.toContainText('ferry bridge');
  });

  await test.step('all of them, one step to undo and to do again', async () => {
    await page.keyboard.press('Control+h');
    await by.fill('viaduct');
    await by.press('Control+Enter');
    await expect(bar.getByRole('status')).toHaveText('no match');
    await shell.says(/matches replaced/);
    await expect.poll(() => painted(page, 'claim')).toEqual(['viaduct']);
    await expect.poll(() => painted(page, 'source')).toEqual(['Neither saw any damage.']);
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toBe(before.replaceAll('bridge', 'viaduct'));
    expect([...cutOut(await stored(app.archive, title))].sort()).toEqual(['Neither saw any damage.', 'viaduct']);
    await shell.messages.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => painted(page, 'claim')).toEqual(['bridge']);
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toBe(before);
    await page.keyboard.press('Escape');
    await reading.text.focus();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => painted(page, 'claim')).toEqual(['viaduct']);
  });
});

test('in a note, quoted passages keep their words', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, note, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'source');
  await note.begin('Evidence');
  await page.keyboard.insertText('No damage, and once more damage.');
  await note.insertPassage('Neither saw any damage.');
  await page.keyboard.press('Control+h');
  const bar = page.getByRole('search', { name: 'Find in this document' });
  await bar.getByRole('textbox', { name: 'Find in this document' }).fill('damage');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('harm');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await shell.says('2 matches replaced. 1 in a quotation or mention was left as it is.');
  await expect(note.text).toContainText('No harm, and once more harm.');
  await expect(note.passages).toContainText('Neither saw any damage.');
});
