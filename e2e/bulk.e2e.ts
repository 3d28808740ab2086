/** Acts on several cards at once, every occurrence of a phrase, a passage tagged again. */
import { expect, test } from './app';
import { stored } from './cli';
import { painted } from './pages/text';
import { wordsOf } from './pages/words';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quotes = [
  'the bridge was “safe, open, and staying open”',
  'At least nine newspapers repeated it',
  'a stop of about forty minutes shortly before noon',
];
const { cards } = wordsOf('en');

test('a reader labels, retypes and deletes several passages at once, each in one step back', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, page } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  for (const quote of quotes) await reading.mark(quote, 'claim');
  await expect(reading.cards).toHaveCount(3);
  const bar = page.getByRole('toolbar', { name: cards.bulk });
  const kinds = async () => (await stored(app.archive, title)).annotations.map(({ kind }) => kind);
  const labels = async () => (await stored(app.archive, title)).annotations.map((one) => one.labels.join());

  await test.step('Shift and arrows choose, a label goes to all', async () => {
    await reading.cards.first().focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('3 chosen');
    const field = bar.getByRole('combobox', { name: cards.addLabelToAll });
    await field.fill('opening day');
    await field.press('Enter');
    await expect.poll(labels).toEqual(['opening day', 'opening day', 'opening day']);
    await reading.text.press('Control+z');
    await expect.poll(labels).toEqual(['', '', '']);
  });

  await test.step('another kind for all', async () => {
    await bar.getByRole('button', { name: cards.changeKinds }).click();
    await page.getByRole('menuitem', { name: '▪ Source' }).click();
    await expect.poll(kinds).toEqual(['source', 'source', 'source']);
    await reading.text.press('Control+z');
    await expect.poll(kinds).toEqual(['claim', 'claim', 'claim']);
  });

  await test.step('Ctrl takes one out, deleting takes the others, one undo brings them back', async () => {
    await reading.cardOf(quotes[1] ?? '').click({ modifiers: ['Control'], position: { x: 150, y: 14 } });
    await expect(bar).toContainText('2 chosen');
    await bar.getByRole('button', { name: cards.deleteAll }).click();
    await expect(reading.cards).toHaveCount(1);
    await expect(bar).toBeHidden();
    await reading.text.press('Control+z');
    await expect(reading.cards).toHaveCount(3);
  });
});

test('every occurrence of a phrase is counted, then marked, in one step back', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, page, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);

  await reading.select('twelve');
  await reading.text.press('m');
  const sheet = page.getByRole('dialog', { name: cards.occurrencesTitle });
  await sheet.getByRole('textbox', { name: cards.phrase }).fill('the survey');
  const count = sheet.getByRole('status');
  await expect(count).toContainText(/^\d+ occurrences/);
  const found = Number.parseInt((await count.textContent()) ?? '', 10);
  expect(found).toBeGreaterThan(2);
  await sheet.getByRole('checkbox', { name: cards.matchCase }).check();
  await expect(count).not.toContainText(`${found} `);
  await sheet.getByRole('checkbox', { name: cards.matchCase }).uncheck();
  await sheet.getByRole('button', { name: new RegExp(`^Mark ${found} as`) }).click();
  await shell.says(`${found} passages marked.`);
  await expect.poll(async () => (await stored(app.archive, title)).annotations.length).toBe(found);
  await reading.text.press('Control+z');
  await expect.poll(() => painted(page, 'claim')).toEqual([]);
});

test('the same passage again leads to the one there is, or is tagged anyway', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, page, shell } = app;
  const quote = quotes[1] ?? '';
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');

  await reading.select(quote);
  await reading.text.press('1');
  await shell.says(cards.taggedAlready);
  await expect(reading.cards).toHaveCount(1);

  await reading.select(quote);
  await reading.text.press('2');
  const sheet = page.getByRole('dialog', { name: 'Tagged as Claim already' });
  await sheet.getByRole('button', { name: 'Tag as Source too' }).click();
  await expect(reading.cards).toHaveCount(2);
});
