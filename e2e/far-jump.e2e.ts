/** A long text with many passages: wherever one jumps to, words, marks and cards are there. */
import type { Page } from '@playwright/test';
import { answerDialogs, expect, type RunningApp, test } from './app';
import { write } from './files';
import { wordsOf } from './pages/words';

const { cards } = wordsOf('en');
const title = 'A log of crossings';
/** Of one line each, far from the height a block is thought to have before it was seen. */
const lines = Array.from({ length: 900 }, (_, index) => `Crossing ${index + 1}: the ferry left at dawn.`);

/** What is wrong with what is seen now: lines without marks, cards over one another, emptiness. */
const faultsInView = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = document.querySelector('.reading-pane')?.getBoundingClientRect() ?? new DOMRect();
    const within = ({ top, bottom }: DOMRect): boolean => top >= seen.top && bottom <= seen.bottom;
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const marked = ranges.map(({ startContainer }) => startContainer.parentElement?.closest('p'));
    const shown = [...document.querySelectorAll('.editor-surface > p')].filter((line) =>
      within(line.getBoundingClientRect()),
    );
    const tops = [...document.querySelectorAll('.margin article')]
      .map((card) => card.getBoundingClientRect())
      .filter(within)
      .sort((a, b) => a.top - b.top);
    return [
      ...(shown.length < 8 ? [`${shown.length} lines are seen`] : []),
      ...(tops.length < 4 ? [`${tops.length} cards are seen`] : []),
      ...shown.filter((line) => !marked.some((one) => one === line)).map((line) => `not marked: ${line.textContent}`),
      ...tops.flatMap(({ top }, index) => (top < (tops[index - 1]?.bottom ?? 0) ? ['a card lies over another'] : [])),
    ];
  });

const scrollTo = (page: Page, share: number): Promise<void> =>
  page.evaluate((part) => {
    const pane = document.querySelector('.reading-pane');
    if (pane !== null) pane.scrollTop = part * pane.scrollHeight;
  }, share);

async function jumps(app: RunningApp): Promise<void> {
  const { page, library, reading, shell } = app;
  const file = write(app.folder, 'log.md', `---\ntitle: ${title}\n---\n\n${lines.join('\n\n')}\n`);
  await answerDialogs(app.electron, { open: [file] });
  await library.importFiles();
  await reading.shows(title);

  await test.step('all crossings are marked at once', async () => {
    await reading.select('dawn');
    await reading.text.press('m');
    const sheet = page.getByRole('dialog', { name: cards.occurrencesTitle });
    await sheet.getByRole('textbox', { name: cards.phrase }).fill('the ferry');
    await sheet.getByRole('button', { name: /^Mark 900 as/ }).click();
    await shell.says('900 passages marked.');
    await expect.poll(() => faultsInView(page)).toEqual([]);
  });

  for (const share of [0.5, 0.9, 0.2]) {
    await test.step(`${share} of the way down`, async () => {
      await scrollTo(page, share);
      await expect.poll(() => faultsInView(page)).toEqual([]);
    });
  }

  await test.step('all of it is copied, what is far away too', async () => {
    await reading.text.press('Control+a');
    await page.keyboard.press('Control+c');
    const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(async () => (await copied()).match(/Crossing \d+/g)?.length).toBe(lines.length);
  });
}

test('wherever one jumps to in a long text, its lines are marked and their cards beside them', async ({ journey }) => {
  const app = await journey.start({ width: 1280, height: 800 });
  await jumps(app);
  await test.step('a screen reader started only now has the whole text at once', async () => {
    const far = app.reading.text.getByText('Crossing 450:');
    await expect(far).toBeHidden();
    await app.electron.evaluate(({ app: running }) => running.setAccessibilitySupportEnabled(true));
    await expect(far).toBeVisible();
  });
});

test('the same where a screen reader has the whole text', async ({ journey }) => {
  const app = await journey.start({ width: 1280, height: 800 });
  await app.electron.evaluate(({ app: running }) => running.setAccessibilitySupportEnabled(true));
  await jumps(app);
  await expect(app.reading.text.getByText('Crossing 1:')).toBeVisible();
  await expect(app.reading.text.getByText('Crossing 450:')).toBeVisible();
  await expect(app.reading.text.getByText('Crossing 900:')).toBeVisible();
});
