/** A long text written in: only what is near the caret and the window has boxes then, and nobody can tell. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { cutOut, postil, stored } from './cli';
import { write } from './files';

const title = 'A long report';
const sentence = 'It speaks of the river, of the bridge over it and of the mill behind the last houses of the village.';
const lines = Array.from(
  { length: 420 },
  (_, index) => `Paragraph ${index + 1} of the report. ${sentence} ${sentence}`,
);

test('a long text is written in from end to end as a short one is', async ({ journey }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
  const files = mkdtempSync(path.join(os.tmpdir(), 'postil-long-'));
  const report = write(files, 'report.md', `---\ntitle: ${title}\nlang: en\n---\n\n${lines.join('\n\n')}\n`);
  await postil(path.join(folder, 'archive.postil'), 'import', report);
  rmSync(files, { recursive: true, force: true });
  const app = await journey.start({ folder });
  const { page, library, reading, shell } = app;
  const paragraph = (words: string) => reading.text.getByRole('paragraph').filter({ hasText: words });
  const textNow = async (): Promise<string> => (await stored(app.archive, title)).text;
  const goTo = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+f');
    await reading.findField.fill(words);
    await expect(paragraph(words)).toBeInViewport();
    await page.keyboard.press('Escape');
  };
  const quote = 'Paragraph 3 of the report';
  await library.open(title);
  await reading.mark(quote, 'claim');
  await goTo('Paragraph 200 of');

  await test.step('what is seen stays where it is when the text is unlocked', async () => {
    const seen = paragraph('Paragraph 200 of');
    await expect(seen).toBeInViewport();
    const before = await seen.boundingBox();
    await reading.editButton.click();
    // Far paragraphs are there no more for layout.
    await expect(paragraph('Paragraph 50 of')).toBeHidden();
    expect((await seen.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  });

  await test.step('words typed in the middle, at the end and at the beginning are kept', async () => {
    await goTo('Paragraph 201 of');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('Middle. ');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' The end.');
    await expect(paragraph('The end.')).toBeInViewport();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Beginning. ');
    await expect(paragraph('Beginning.')).toBeInViewport();
    await shell.saved();
    const text = [...lines];
    text[0] = `Beginning. ${lines[0]}`;
    text[200] = `Middle. ${lines[200]}`;
    text[419] = `${lines[419]} The end.`;
    await expect.poll(textNow).toBe(text.join('\n'));
    expect(cutOut(await stored(app.archive, title))).toEqual([quote]);
  });

  await test.step('undo shows where it takes something back, however far', async () => {
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(paragraph('Paragraph 420 of')).toBeInViewport();
    await expect(reading.text).not.toContainText('The end.');
    await page.keyboard.press('Control+z');
    await expect(paragraph('Paragraph 201 of')).toBeInViewport();
    await shell.saved();
    await expect.poll(textNow).toBe(lines.join('\n'));
  });

  await test.step('finding leads to a paragraph far away, and writing goes on in it', async () => {
    await goTo('Paragraph 17 of');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' (found)');
    await expect(paragraph('Paragraph 17 of (found) the report.')).toBeInViewport();
  });

  await test.step('all of it is selected, not what is near alone, and deleted, and brought back', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await shell.saved();
    await expect.poll(textNow).toBe('');
    await page.keyboard.press('Control+z');
    await shell.saved();
    await expect.poll(async () => (await textNow()).length).toBe(lines.join('\n').length + ' (found)'.length);
    expect(cutOut(await stored(app.archive, title))).toEqual([quote]);
  });

  await test.step('locked again, every paragraph is found', async () => {
    await reading.lockButton.click();
    await goTo('Paragraph 400 of');
    await goTo('Paragraph 50 of');
  });
});
