/** Linking passages: by key, by drag, with a document; seen from both ends, taken back, never twice. */
import { expect, type RunningApp, test } from './app';
import { stored } from './cli';
import { wordsOf } from './pages/words';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const other = 'Pont de Vélin : le récit officiel de la réouverture se fissure';
const official = 'the bridge was “safe, open, and staying open”';
const hauliers = 'a stop of about forty minutes shortly before noon';
const agency = 'At least nine newspapers repeated it';
const { links, common, errors } = wordsOf('en');

/** Opens the sheet on a card and chooses what the link says. */
async function beginLink({ reading, page }: RunningApp, quote: string, relation: string) {
  await reading.card(quote).frame.focus();
  await page.keyboard.press('l');
  const sheet = page.getByRole('dialog', { name: /^Link/ });
  await sheet.getByRole('radio', { name: relation, exact: true }).check({ force: true });
  return sheet;
}

test('a reader links passages by the keyboard and sees each link from both ends', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, shell, page } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  for (const quote of [official, hauliers, agency]) await reading.mark(quote, 'claim');
  await expect(reading.cards).toHaveCount(3);

  await test.step('L, the relation, the target by typing', async () => {
    const sheet = await beginLink(app, hauliers, 'contradicts');
    await page.keyboard.press('Enter');
    const field = sheet.getByRole('combobox', { name: links.target });
    await expect(field).toBeFocused();
    await page.keyboard.type('staying open');
    await expect(sheet.getByRole('option', { selected: true })).toContainText(official);
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await shell.says(links.made);
    const far = reading.cardOf(official).getByRole('list', { name: 'Links' });
    await expect(far).toContainText('contradicted by');
    await expect(far).toContainText('forty minutes');
    await expect(reading.cardOf(hauliers).getByRole('list', { name: 'Links' })).toContainText('contradicts');
  });

  await test.step('a curve joins the two cards', async () => {
    await expect(page.locator('.arc[data-relation="contradicts"]')).toHaveCount(1);
  });

  await test.step('the same link is refused in words, and a passage is never offered itself', async () => {
    const sheet = await beginLink(app, hauliers, 'contradicts');
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('option', { name: official })).toContainText(links.already);
    await expect(sheet.getByRole('option', { name: hauliers })).toHaveCount(0);
    await page.keyboard.type('staying open');
    await expect(sheet.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('alert')).toHaveText(errors['link/exists']);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('a jump leads to the other end', async () => {
    await reading.cardOf(hauliers).getByRole('list', { name: 'Links' }).getByRole('button').first().click();
    await expect(reading.cardOf(official)).toHaveAttribute('aria-current', 'true');
  });

  const linkUids = async () =>
    Object.values((await stored(app.archive, title)).links).flatMap((own) => own.map(({ uid }) => uid));
  const before = await linkUids();
  expect(before).toHaveLength(2);
  await test.step('a link removed comes back with undo, the same one', async () => {
    await reading
      .cardOf(official)
      .getByRole('button', { name: /^Remove the link/ })
      .click();
    await expect(page.locator('.arc')).toHaveCount(0);
    await reading.text.press('Control+z');
    await expect(page.locator('.arc')).toHaveCount(1);
    expect(await linkUids()).toEqual(before);
  });

  await test.step('deleting an end asks, and undo brings passage and link back', async () => {
    await reading.cardOf(official).focus();
    await page.keyboard.press('Delete');
    const asks = page.getByRole('alertdialog');
    await expect(asks).toContainText('1 link');
    await asks.getByRole('button', { name: common.cancel }).click();
    await expect(reading.cards).toHaveCount(3);
    await reading.cardOf(official).focus();
    await page.keyboard.press('Delete');
    await asks.getByRole('button', { name: links.deleteConfirm }).click();
    await expect(reading.cards).toHaveCount(2);
    await reading.text.press('Control+z');
    await expect(page.locator('.arc')).toHaveCount(1);
  });
});

test('a passage is linked by drag, and with a whole document that then says so', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, page } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);
  for (const quote of [official, agency]) await reading.mark(quote, 'claim');

  await test.step('the handle of one card dropped on another asks only what the link says', async () => {
    await reading.card(agency).open();
    await reading.cardOf(agency).locator('.card__handle').dragTo(reading.cardOf(official));
    const sheet = page.getByRole('dialog', { name: /^Link/ });
    await expect(sheet).toContainText('staying open');
    await sheet.getByRole('radio', { name: 'repeats', exact: true }).check({ force: true });
    await sheet.getByRole('button', { name: links.make, exact: true }).click();
    await expect(reading.cardOf(official).getByRole('list', { name: 'Links' })).toContainText('repeated by');
  });

  await test.step('a document is found by its title', async () => {
    const sheet = await beginLink(app, official, 'related to');
    await page.keyboard.press('Enter');
    await page.keyboard.type('pont de');
    await sheet.getByRole('option', { name: other }).click();
    await expect(sheet).toBeHidden();
    await reading.cardOf(official).getByRole('button', { name: other }).click();
    await reading.shows(other);
    await expect(page.getByRole('region', { name: links.ofDocument })).toContainText('staying open');
  });

  await test.step('dropped on a document of the list, only what the link says is asked', async () => {
    await library.open(title);
    await reading.card(agency).open();
    await reading.cardOf(agency).locator('.card__handle').dragTo(library.row(other));
    const sheet = page.getByRole('dialog', { name: /^Link/ });
    await expect(sheet).toContainText(other);
    await sheet.getByRole('radio', { name: 'supports', exact: true }).check({ force: true });
    await sheet.getByRole('button', { name: links.make, exact: true }).click();
    await expect(reading.cardOf(agency).getByRole('list', { name: 'Links' })).toContainText(other);
  });
});

test('a note says which passages are linked with it, leads to them, and lets the link go', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, note, page } = app;
  await library.loadSamples();
  await note.begin('What the ministry says');
  await library.open(title);
  await reading.mark(official, 'claim');
  await reading.card(official).open();
  await reading.cardOf(official).locator('.card__handle').dragTo(library.row('What the ministry says'));
  const sheet = page.getByRole('dialog', { name: /^Link/ });
  await sheet.getByRole('button', { name: links.make, exact: true }).click();
  await library.open('What the ministry says');
  const linked = page.getByRole('region', { name: links.ofDocument });
  await expect(linked).toContainText('staying open');
  await linked.getByRole('button', { name: /^Remove the link/ }).click();
  await expect(linked).toBeHidden();
  await note.text.focus();
  await page.keyboard.press('Control+z');
  await linked
    .getByRole('button', { name: /staying open/ })
    .first()
    .click();
  await reading.shows(title);
  await expect(reading.cardOf(official)).toHaveAttribute('aria-current', 'true');
});
