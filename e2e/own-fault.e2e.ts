/** An error nobody expected in Electron's main process: written down, told once in words, and the app goes on. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { expect, test } from './app';

declare global {
  var toldOwnFaults: MessageBoxOptions[];
}

test('an error in the main process halts nothing, and the person is told in words', async ({ journey }) => {
  const app = await journey.start();
  const { electron, page, shell, note } = app;
  const log = path.join(app.folder, 'profile', 'logs', 'main.log');
  await electron.evaluate(({ dialog }) => {
    globalThis.toldOwnFaults = [];
    const told = async (options: MessageBoxOptions) => {
      globalThis.toldOwnFaults.push(options);
      return { response: 0, checkboxChecked: false };
    };
    // Told without a window: the page may be what is broken.
    dialog.showMessageBox = ((options: MessageBoxOptions) => told(options)) as typeof dialog.showMessageBox;
  });

  await test.step('a greeting of a page that died meanwhile is no error', async () => {
    await electron.evaluate(({ BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows();
      for (const senderFrame of [undefined, null])
        ipcMain.emit('postil:hello', { sender: window?.webContents, senderFrame });
    });
  });
  await test.step('two errors', async () => {
    await electron.evaluate(async () => {
      setTimeout(() => {
        throw new RangeError('a secret of the archive');
      });
      void Promise.reject(new RangeError('another'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
  });

  const told = await electron.evaluate(() => globalThis.toldOwnFaults);
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toBe('Something went wrong inside Postil.');
  expect(told[0]?.detail).toContain(log);
  const written = readFileSync(log, 'utf8');
  expect(written).toMatch(/uncaught: RangeError\n/);
  expect(written).toMatch(/unhandled: RangeError\n/);
  expect(written).not.toContain('secret');

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
