/** Quotations in a note: live cards, shortened by keyboard, checked against their source. */
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { stored } from './cli';
import { caretBefore } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = '“not one lorry was turned back, not for one minute”';

/** A change that comes from elsewhere, as another window's would. */
const changedElsewhere = (page: Page, call: string, input: object): Promise<unknown> =>
  page.evaluate(`window.postil.call(${JSON.stringify(call)}, ${JSON.stringify(input)})`);

test('a note’s quotations follow their source and are checked against it', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, note, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await note.begin('Who turned back');
  await page.keyboard.type('The minister:\n');
  await note.insertPassage('not one lorry was turned back');
  const card = note.passages.first();
  const line = page.getByRole('region', { name: 'Quotations' }).getByRole('status');
  const article = await stored(app.archive, title);
  const uid = article.annotations[0]?.uid;

  await test.step('the card says what is known of the passage, and follows it', async () => {
    await expect(card).toContainText('Claim');
    await expect(card).toContainText('The Northgate Ledger · October 31, 2025');
    await expect(line).toHaveText('1 quotation');
    await changedElsewhere(page, 'updateAnnotation', { uid, fields: { speaker: 'M. Tessier', verdict: 'disputed' } });
    await expect(card).toContainText('M. Tessier');
    await expect(card).toContainText('disputed');
    await changedElsewhere(page, 'updateAnnotation', { uid, kind: 'source', fields: {} });
    await expect(card).toContainText('Source');
    await expect(card).not.toContainText('disputed');
  });

  const reword = async (words: string): Promise<void> => {
    await page.keyboard.press('F2');
    await expect(card.getByRole('textbox', { name: 'The quotation’s words' })).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(card.getByRole('blockquote')).toHaveText(words);
  };

  await test.step('shortened by keyboard with […], it is no different', async () => {
    await page.keyboard.type('So she says.');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await reword('“not one lorry […] for one minute”');
    await expect(card).toContainText('shortened');
    await expect(line).toHaveText('1 quotation');
  });

  await test.step('altered, it is flagged with the difference; both acts settle it', async () => {
    await reword('“not one lorry was held back, not for one minute”');
    await expect(line).toHaveText('1 quotation, 1 differs');
    await expect(card).toContainText('These are not the words of its source.');
    await expect(card.getByRole('deletion')).toHaveText('held');
    await expect(card.getByRole('insertion')).toHaveText('turned');
    await card.getByRole('button', { name: 'Keep mine' }).click();
    await expect(line).toHaveText('1 quotation');
    await expect(card).toContainText('Kept in your words');
    await note.text.press('Control+z');
    await expect(line).toHaveText('1 quotation, 1 differs');
    await note.text.press('Control+Shift+z');
    await expect(card).toContainText('Kept in your words');
    await shell.saved();
    await card.getByRole('button', { name: 'Take the source’s words' }).click();
    await expect(card.getByRole('blockquote')).toHaveText(quote);
    await expect(card).not.toContainText('Kept in your words');
  });

  await test.step('when the source’s text changes the quotation is flagged', async () => {
    await shell.saved();
    await library.open(title);
    await reading.editButton.click();
    await caretBefore(page, reading.text, 'lorry was turned back, not for');
    await page.keyboard.type('empty ');
    await shell.saved();
    await library.open('Who turned back');
    await expect(line).toHaveText('1 quotation, 1 differs');
    await expect(card).toContainText('Its source was changed since.');
    await shell.command('Check quotations');
    const list = page.getByRole('region', { name: 'Quotations' }).getByRole('list');
    await expect(list.getByRole('button', { name: /not one lorry/ })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(card.getByRole('button', { name: 'Take the source’s words' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('blockquote')).toContainText('one empty lorry');
    await expect(line).toHaveText('1 quotation');
  });

  await test.step('a quote block that names a document without its words is flagged too', async () => {
    await note.text.press('Control+End');
    await page.keyboard.type('\n> Every lorry was searched twice. [[Velin Bridge');
    await expect(note.mentions.getByRole('option').first()).toContainText('Velin Bridge');
    await page.keyboard.press('Enter');
    await expect(line).toHaveText('2 quotations, 1 differs');
    await shell.saved();
  });

  await test.step('a source in the bin, a deleted passage: the card says so and keeps the words', async () => {
    await changedElsewhere(page, 'binDocuments', { uids: [article.uid] });
    await expect(card).toContainText('Its document is in the bin.');
    await changedElsewhere(page, 'restoreDocuments', { uids: [article.uid] });
    await expect(card).not.toContainText('Its document is in the bin.');
    await changedElsewhere(page, 'deleteAnnotations', { uids: [uid] });
    await expect(card).toContainText('This passage was deleted; its words are kept here.');
    await expect(card.getByRole('blockquote')).toContainText('one empty lorry');
  });
});
