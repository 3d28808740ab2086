/** Notes that do not begin empty: templates, the note of the day, notes made of passages. */
import { expect, test } from './app';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quotes = ['“not one lorry was turned back, not for one minute”', 'safe, open, and staying open'];

test('a note begins from a template, and today’s is made only once', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await library.loadSamples();
  const templates = page.getByRole('dialog', { name: 'New note from which template?' });

  await test.step('a source sheet, chosen by keyboard', async () => {
    await page.keyboard.press('Control+Shift+N');
    await expect(templates.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('source');
    await page.keyboard.press('Enter');
    await expect(note.title).toHaveValue('Source sheet');
    await expect(note.title).toBeFocused();
    await page.keyboard.type('Pavel Orsic, driver');
    await expect(note.title).toHaveValue('Pavel Orsic, driver');
    await expect(note.text.getByRole('heading', { name: 'Cross-checking' })).toBeVisible();
    await expect(note.text.getByRole('listitem').or(note.text.getByRole('checkbox'))).toHaveCount(3);
  });

  await test.step('today’s note is opened again, not made twice', async () => {
    await shell.command('Today’s note');
    await expect(note.title).toHaveValue(/^\d{4}-\d\d-\d\d, \w+day$/);
    await expect(note.text.getByRole('heading', { name: 'Found out' })).toBeVisible();
    await library.open(title);
    await shell.command('Today’s note');
    await expect(note.title).toHaveValue(/day$/);
    await expect(library.list.getByRole('row', { name: /^\d{4}-\d\d-\d\d, \w+day/ })).toHaveCount(1);
  });

  await test.step('a note of one’s own becomes a template', async () => {
    await note.begin('Fact sheet');
    await page.keyboard.type('## Sources consulted');
    await shell.saved();
    await shell.command('Save this note as a template');
    await shell.says(/can now be chosen as a template/);
    await shell.command('New note from template…');
    await templates.getByRole('option', { name: /^Fact sheet/ }).click();
    await expect(note.text.getByRole('heading', { name: 'Sources consulted' })).toBeVisible();
    await expect(library.list.getByRole('row', { name: 'Fact sheet' })).toHaveCount(3);
  });
});

test('a note is made of the passages of a document or of a search, and taken back', async ({ journey }) => {
  const app = await journey.start();
  const { library, reading, note, shell } = app;
  await library.loadSamples();
  await library.open(title);
  for (const quote of quotes) await reading.mark(quote, 'claim');
  await reading.mark('Neither saw any damage.', 'source');

  await test.step('of the open document, in order of place, with its citation', async () => {
    await shell.command('New note from this document’s passages, by kind');
    await expect(note.title).toHaveValue(`Passages of “${title}”`);
    await expect(note.passages).toHaveCount(3);
    await expect(note.text).toContainText(`${title}, `);
    await expect(note.text).toContainText('The Northgate Ledger, October 31, 2025');
    await expect(note.text.getByRole('heading')).toHaveText(['Claims', 'Sources']);
    await shell.says('Note made from 3 passages.');
  });

  await test.step('taken back by its message, one is where one was', async () => {
    await shell.messages.getByRole('button', { name: 'Undo' }).last().click();
    await reading.shows(title);
    await expect(library.row(/^Passages of/)).toHaveCount(0);
  });

  await test.step('of the passages among the hits of a search', async () => {
    await library.search('lorry');
    await expect(library.hits.first()).toBeVisible();
    await shell.command('New note from the passages found');
    await expect(note.title).toHaveValue('Passages on “lorry”');
    await expect(note.passages).toHaveCount(1);
    await expect(note.passages.first()).toContainText(quotes[0] ?? '');
  });

  await test.step('nothing to quote makes no note', async () => {
    await library.search('no-such-word-anywhere');
    await shell.command('New note from the passages found');
    await shell.says('There is no passage to quote.');
  });
});
