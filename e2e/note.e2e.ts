/** A note: written in rich text, quoting a passage that leads back, mentioning a document. */
import { expect, test } from './app';
import { stored } from './cli';
import { selectedText } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = '“not one lorry was turned back, not for one minute”';

test('a reader writes a note that quotes a passage and mentions a document', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, note, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');

  await test.step('Markdown shortcuts and marks make rich text', async () => {
    await note.begin('Who turned back');
    await page.keyboard.type('## Two accounts\nThe minister is ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('certain');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(':\n');
    await expect(note.text.getByRole('heading', { name: 'Two accounts', level: 2 })).toBeVisible();
    await expect(note.text.locator('strong', { hasText: 'certain' })).toBeVisible();
  });

  await test.step('a passage is quoted, and the list after it is a list', async () => {
    await note.insertPassage('not one lorry was turned back');
    await page.keyboard.type('- ask the hauliers\n- ask the customs post');
    await expect(note.text.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('[[ mentions a document', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Compare [[Pont');
    await expect(note.mentions.getByRole('option').first()).toContainText('Pont de Vélin');
    await page.keyboard.press('Enter');
    await expect(note.text).toContainText('Compare Pont de Vélin');
    await shell.saved();
  });

  await test.step('the quotation leads back to its place', async () => {
    await note.passages
      .first()
      .getByRole('button', { name: /^Open the passage/ })
      .click();
    await reading.shows(title);
    await expect(reading.card(quote).frame).toHaveAttribute('aria-current', 'true');
  });

  await test.step('both articles show the note that speaks of them, and lead to it', async () => {
    const quotedIn = page.getByRole('main').getByRole('region', { name: 'Quoted in' });
    await expect(quotedIn.getByRole('button', { name: 'Who turned back' })).toBeVisible();
    await expect(quotedIn).toContainText('1 passage');
    await library.open(/Pont de Vélin/);
    await expect(quotedIn).toContainText('mentions this document');
    await quotedIn.getByRole('button', { name: 'Who turned back' }).click();
    await expect(note.text).toContainText('ask the hauliers');
  });

  const kept = await stored(app.archive, 'Who turned back');
  expect(kept.text).toContain('not one lorry was turned back, not for one minute');
  expect(await selectedText(page)).toBe('');
});
