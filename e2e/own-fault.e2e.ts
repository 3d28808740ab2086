/** An error nobody expected in Electron's main process: written down, told once in words, and the app goes on. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app';
import { answerMessages, toldDialogs } from './told-dialogs';

test('an error in the main process halts nothing, and the person is told in words', async ({ journey }) => {
  const app = await journey.start();
  const { electron, page, shell, note } = app;
  const log = path.join(app.folder, 'profile', 'logs', 'main.log');
  await answerMessages(electron, 0);

  await test.step('a greeting of a page that died meanwhile is no error', async () => {
    await electron.evaluate(({ BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows();
      for (const senderFrame of [undefined, null])
        ipcMain.emit('postil:hello', { sender: window?.webContents, senderFrame });
    });
  });
  await test.step('two errors', async () => {
    await electron.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('a secret of the archive');
      });
      void Promise.reject(new RangeError('another'));
    });
    const writtenDown = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    await expect.poll(writtenDown).toMatch(/uncaught: RangeError\n/);
    await expect.poll(writtenDown).toMatch(/unhandled: RangeError\n/);
    expect(writtenDown()).not.toContain('secret');
  });

  const told = await toldDialogs(electron);
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toBe('Something went wrong inside Postil.');
  expect(told[0]?.detail).toContain(log);

  await test.step('main answers, and words are saved', async () => {
    await shell.command('Dark theme');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    await note.begin('After the error');
    await page.keyboard.type('Still here.');
  });
  // What was planted is no fault of the app.
  rmSync(log);
  const again = await journey.restart(app);
  await again.library.open('After the error');
  await expect(again.note.text).toHaveText('Still here.');
});
