/** Everything is still there after the app was closed: documents, passages, notes, window, theme. */
import { expect, test } from './app';
import { painted } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'Neither saw any damage.';

test('a restart keeps articles, passages, the note, the window’s size and the theme', async ({ journey }) => {
  const first = await journey.start();
  await first.library.loadSamples();
  await first.library.open(title);
  await first.reading.mark(quote, 'claim');
  await first.reading.card(quote).open();
  await first.reading.card(quote).comment.fill('Typed just before the end');
  await first.note.begin('What drivers saw');
  await first.page.keyboard.type('Forty minutes, or three hours?');
  await first.shell.command('Dark theme');
  await expect(first.page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1460, 880));

  const second = await journey.restart(first);
  const { library, reading, note, page } = second;
  await expect(library.rows).toHaveCount(5);
  await library.open('What drivers saw');
  await expect(note.text).toHaveText('Forty minutes, or three hours?');
  await library.open(title);
  await expect.poll(() => painted(page, 'claim')).toEqual([quote]);
  await expect(reading.card(quote).frame).toContainText('Typed just before the end');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  const size = await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getContentSize(),
  );
  expect(size).toEqual([1460, 880]);
});
