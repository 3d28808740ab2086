/** Bringing in what was copied elsewhere: plain text, and part of a web page. */
import { expect, test } from './app';
import { stored } from './cli';

const html =
  '<h2>Ferry strike ends</h2><p>The crews voted <strong>yes</strong> on <a href="https://ferries.example/vote">Sunday</a>.</p>' +
  '<p>Service resumes on Monday.<img src="https://ferries.example/spy.png" onerror="window.harmed=1"></p><script>window.harmed=2</script>';

test('a reader pastes text into the dialog and a piece of a page onto the window', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron } = app;

  await page.getByRole('button', { name: 'Paste an article' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste an article' });
  await dialog
    .getByRole('textbox', { name: 'Text of the article' })
    .fill('Port closed for a week\n\nThe harbour master gave no reason.');
  await dialog.getByRole('button', { name: 'Bring in' }).click();
  await reading.shows('Port closed for a week');

  await electron.evaluate(
    ({ clipboard }, copied) => clipboard.write({ text: 'Ferry strike ends', html: copied }),
    html,
  );
  await library.list.focus();
  await page.keyboard.press('Control+v');
  await reading.shows(/Ferry strike ends/);
  await expect(reading.text.getByText('yes')).toHaveCSS('font-weight', /[6-9]00/);
  await expect(library.rows).toHaveCount(2);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect((await stored(app.archive, 'Ferry strike ends')).text).toContain('The crews voted yes on Sunday.');
});
