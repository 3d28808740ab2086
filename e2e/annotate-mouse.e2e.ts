/** Annotating with the mouse: marks of each kind, cards, overlaps, changes, undo. */
import { expect, test } from './app';
import { cutOut, stored } from './cli';
import { painted, selectedText } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const claim = 'the bridge was “safe, open, and staying open”';
const source = 'Valdonia’s transport minister, Maud Tessier, said on Monday 27 October that the bridge was';
const event = 'reinforced on 6 October';

test('a reader marks a claim, a source and an event, comments them, and takes things back', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, shell, page } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.shows(title);

  await reading.mark(claim, 'claim');
  await reading.mark(source, 'source');
  await reading.mark(event, 'event');
  await expect(reading.cards).toHaveCount(3);
  await expect(library.row(title)).toContainText(/1 Claim/);

  await test.step('passages that overlap are both painted and both stored', async () => {
    expect(await painted(page, 'claim')).toEqual([claim]);
    expect(await painted(page, 'source')).toEqual([source]);
    const document = await stored(app.archive, title);
    expect([...cutOut(document)].sort()).toEqual([claim, source, event].sort());
  });

  await test.step('a card takes a comment and a label', async () => {
    const card = reading.card(claim);
    await card.open();
    await card.comment.fill('Repeated by nine newspapers.');
    await card.addLabel('opening day');
    await expect(card.frame.getByText('opening day')).toBeVisible();
    await shell.saved();
    await expect(library.sideBar.getByRole('button', { name: /^opening day/ })).toBeVisible();
  });

  await test.step('a claim has a speaker and a verdict, an event a date', async () => {
    const card = reading.card(claim);
    await card.frame.getByRole('combobox', { name: 'Speaker' }).fill('Maud Tessier');
    await card.frame.getByRole('combobox', { name: 'Verdict' }).selectOption('disputed');
    await reading.card(event).open();
    await reading.card(event).frame.getByRole('textbox', { name: 'Date' }).fill('2025-10-06');
    await reading.card(event).frame.getByRole('textbox', { name: 'Date' }).press('Enter');
    await expect(reading.card(event).frame).toContainText('October 6, 2025');
    await expect(reading.card(claim).frame).toContainText('disputed');
  });

  await test.step('a press on a mark opens its card, a press on a card goes to its passage', async () => {
    await reading.clickOn(event);
    await expect(reading.card(event).frame).toHaveAttribute('aria-current', 'true');
    await reading.card(claim).open();
    await expect.poll(() => painted(page, 'active-claim')).toEqual([claim]);
  });

  await test.step('a kind can be changed', async () => {
    await reading.card(event).open();
    await reading.card(event).changeKind('● Event');
    await reading.card(event).changeKind('▪ Source');
    await expect.poll(() => painted(page, 'source')).toContain(event);
    await expect.poll(() => painted(page, 'event')).toEqual([]);
  });

  await test.step('a deleted passage comes back with undo, whole', async () => {
    await reading.card(claim).open();
    await reading.card(claim).deleteButton.click();
    await expect(reading.cards).toHaveCount(2);
    await shell.says('Passage deleted.');
    await reading.text.press('Control+z');
    await expect(reading.cards).toHaveCount(3);
    await expect(reading.card(claim).frame).toContainText('opening day');
  });

  const document = await stored(app.archive, title);
  const kept = document.annotations.find(({ selector }) => selector.exact === claim);
  expect(kept).toMatchObject({
    kind: 'claim',
    comment: 'Repeated by nine newspapers.',
    labels: ['opening day'],
    fields: { speaker: 'Maud Tessier', verdict: 'disputed' },
  });
  expect(await selectedText(page)).toBe('');
});
