/** Dates of events, verdicts of claims, names that complete: what a card asks of its kind. */
import { expect, test } from './app';
import { stored } from './cli';
import { wordsOf } from './pages/words';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const claim = 'the bridge was “safe, open, and staying open”';
const second = 'At least nine newspapers repeated it';
const event = 'reinforced on 6 October';
const { cards } = wordsOf('en');

test('D takes the date a passage names, E gives a verdict, names complete from the archive', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, page } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  await reading.mark(claim, 'claim');
  await reading.mark(second, 'claim');

  await test.step('D on a selection marks an event and takes its date', async () => {
    await reading.select(event);
    await reading.text.press('d');
    const card = reading.cardOf(event);
    await expect(card.getByRole('textbox', { name: 'Date' })).toHaveValue('2025-10-06');
    await expect(card).toContainText('October 6, 2025');
  });

  await test.step('a date that can’t be read is said to be one, and not saved', async () => {
    const field = reading.cardOf(event).getByRole('textbox', { name: 'Date' });
    await field.fill('6 octobre');
    await expect(reading.cardOf(event)).toContainText(cards.dateUnreadable);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.press('Enter');
    await field.fill('2025-10~');
    await field.press('Enter');
    await expect
      .poll(async () => (await stored(app.archive, title)).annotations.find(({ kind }) => kind === 'event')?.fields)
      .toEqual({ date: '2025-10~' });
  });

  await test.step('E opens the verdicts', async () => {
    await reading.cardOf(claim).focus();
    await page.keyboard.press('e');
    await page.getByRole('menuitem', { name: 'disputed' }).click();
    await expect(reading.cardOf(claim).getByRole('button', { name: /^Verdict: disputed/ })).toBeVisible();
  });

  await test.step('a speaker completes from those the archive has', async () => {
    const speaker = reading.cardOf(claim).getByRole('combobox', { name: 'Speaker' });
    await speaker.fill('Maud Tessier');
    await speaker.press('Enter');
    await reading.card(second).open();
    const next = reading.cardOf(second).getByRole('combobox', { name: 'Speaker' });
    await next.fill('tess');
    await expect(reading.cardOf(second).getByRole('option', { name: 'Maud Tessier' })).toBeVisible();
    await next.press('ArrowDown');
    await next.press('Enter');
    await expect(next).toHaveValue('Maud Tessier');
  });

  await test.step('another kind keeps what it has no field for, and undo restores', async () => {
    await reading.card(claim).open();
    await reading.card(claim).changeKind('▪ Source');
    await expect(reading.cardOf(claim)).toContainText('Maud Tessier');
    await reading.text.press('Control+z');
    await expect(reading.cardOf(claim).getByRole('button', { name: /^Verdict: disputed/ })).toBeVisible();
  });
});
