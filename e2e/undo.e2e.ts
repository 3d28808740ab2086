/** Undo in one order: text and annotations, locked or not, after leaving the document and coming back. */
import { expect, test } from './app';
import { cutOut, stored } from './cli';
import { caretBefore, painted } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const first = 'safe, open, and staying open';
const second = 'Neither saw any damage.';

test('edits and acts are taken back in the order they were done, and done again', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  const before = (await stored(app.archive, title)).text;
  const undo = () => page.keyboard.press('Control+z');
  const redo = () => page.keyboard.press('Control+Shift+z');

  // Put in at once: typed by keys, a slow machine would make several steps of it.
  await test.step('tag, type, tag, type', async () => {
    await reading.mark(first, 'claim');
    await reading.editButton.click();
    await caretBefore(page, reading.text, 'Four days after');
    await page.keyboard.insertText('One. ');
    await reading.lockButton.click();
    await reading.mark(second, 'source');
    await reading.editButton.click();
    await caretBefore(page, reading.text, 'Four days after');
    await page.keyboard.insertText('Two. ');
    await expect(reading.text).toContainText('One. Two. Four days after');
  });

  await test.step('each undo takes back one, the last first', async () => {
    await undo();
    await expect(reading.text).not.toContainText('Two.');
    await expect(reading.text).toContainText('One. Four days after');
    await expect.poll(() => painted(page, 'source')).toEqual([second]);
    await undo();
    await expect.poll(() => painted(page, 'source')).toEqual([]);
    await expect(reading.text).toContainText('One. Four days after');
  });

  await test.step('also while the text is locked, showing where it happened', async () => {
    await reading.lockButton.click();
    await undo();
    await expect(reading.text).not.toContainText('One.');
    await shell.says('Undone');
    await undo();
    await expect.poll(() => painted(page, 'claim')).toEqual([]);
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toBe(before);
  });

  await test.step('and all of it again, to what stood there', async () => {
    await redo();
    await expect.poll(() => painted(page, 'claim')).toEqual([first]);
    await redo();
    await expect(reading.text).toContainText('One. Four days after');
    await page.keyboard.press('Control+y');
    await expect.poll(() => painted(page, 'source')).toEqual([second]);
    await redo();
    await expect(reading.text).toContainText('One. Two. Four days after');
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toContain('One. Two. Four days after');
    expect([...cutOut(await stored(app.archive, title))].sort()).toEqual([second, first].sort());
  });

  await test.step('after another document was open, the history is still there', async () => {
    await library.open(/Pont de Vélin/);
    await library.open(title);
    await reading.text.click();
    await undo();
    await expect(reading.text).not.toContainText('Two.');
    await undo();
    await expect.poll(() => painted(page, 'source')).toEqual([]);
    await redo();
    await expect.poll(() => painted(page, 'source')).toEqual([second]);
    await redo();
    await expect(reading.text).toContainText('One. Two. Four days after');
  });
});

test('a passage cut with its text comes back with undo, and goes where the text is pasted', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(first, 'claim');
  const before = (await stored(app.archive, title)).text;
  await reading.editButton.click();
  const selectQuote = async (): Promise<void> => {
    await caretBefore(page, reading.text, first);
    for (const _ of first) await page.keyboard.press('Shift+ArrowRight');
  };

  await test.step('cut, the passage is nowhere; undone, it is there', async () => {
    await selectQuote();
    await page.keyboard.press('Control+x');
    await expect(reading.text).not.toContainText(first);
    await expect.poll(() => painted(page, 'claim')).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => painted(page, 'claim')).toEqual([first]);
  });

  await test.step('cut and pasted elsewhere, it has moved; pasted once more, it is only text', async () => {
    await selectQuote();
    await page.keyboard.press('Control+x');
    await caretBefore(page, reading.text, 'Four days after');
    await page.keyboard.press('Control+v');
    await expect.poll(() => painted(page, 'claim')).toEqual([first]);
    await page.keyboard.press('Control+v');
    await expect(reading.text).toContainText(`${first}${first}Four days after`);
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toContain(`${first}${first}Four days after`);
    const { text, annotations } = await stored(app.archive, title);
    expect(annotations.map(({ selector }) => selector.start)).toEqual([text.indexOf(first)]);
  });

  await test.step('undone step by step, all is as it was', async () => {
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await shell.saved();
    await expect.poll(async () => (await stored(app.archive, title)).text).toBe(before);
    expect(cutOut(await stored(app.archive, title))).toEqual([first]);
  });
});
