/** Bringing in what was copied elsewhere: plain text, and part of a web page. */
import { expect, test } from './app';
import { stored } from './cli';
import { wordsOf } from './pages/words';

const html =
  '<h2>Ferry strike ends</h2><p>The crews voted <strong>yes</strong> on <a href="https://ferries.example/vote">Sunday</a>.</p>' +
  '<p>Service resumes on Monday.<img src="https://ferries.example/spy.png" onerror="window.harmed=1"></p><script>window.harmed=2</script>';

test('a reader pastes text into the dialog and a piece of a page onto the window', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading } = app;

  await page.getByRole('button', { name: 'Paste an article' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste an article' });
  await dialog
    .getByRole('textbox', { name: 'Text of the article' })
    .fill('Port closed for a week\n\nThe harbour master gave no reason.');
  await dialog.getByRole('button', { name: wordsOf('en').importing.pasteSubmit, exact: true }).click();
  await reading.shows('Port closed for a week');

  await library.list.focus();
  // Copied as from a browser: both forms at once.
  await page.evaluate((copied) => {
    const copy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', 'Ferry strike ends');
      event.clipboardData?.setData('text/html', copied);
      event.preventDefault();
    };
    document.addEventListener('copy', copy, { once: true });
  }, html);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await reading.shows(/Ferry strike ends/);
  await expect(reading.text.getByText('yes')).toHaveCSS('font-weight', /[6-9]00/);
  await expect(library.rows).toHaveCount(2);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect((await stored(app.archive, 'Ferry strike ends')).text).toContain('The crews voted yes on Sunday.');
});
