/** A window whose page crashes again and again, or does not answer, is not left so: the person is told, and decides. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app';
import { answerMessages, toldDialogs } from './told-dialogs';

/** Ends the page's process; waits until a page is there again, but for the last time when nothing comes back. */
const crash = (electron: ElectronApplication, comesBack: boolean): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow }, waits) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
    const back = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    contents.forcefullyCrashRenderer();
    await gone;
    if (waits) await back;
  }, comesBack);

test('a page that crashed three times is opened again when the person says so', async ({ journey }) => {
  const app = await journey.start({ language: 'fr' });
  await answerMessages(app.electron, 0);
  await journey.expectCrash(async () => {
    for (let times = 0; times < 3; times++) await crash(app.electron, true);
  });
  const told = await toldDialogs(app.electron);
  expect(told.map(({ message }) => message)).toEqual([
    'Cette fenêtre s’est arrêtée brutalement plusieurs fois de suite.',
  ]);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelectorAll("header").length > 0',
        ),
      ),
    )
    .toBe(true);
});

test('a page that crashed three times closes its window when the person says so', async ({ journey }) => {
  const app = await journey.start();
  await answerMessages(app.electron, 1);
  const closed = app.electron.waitForEvent('close');
  await journey.expectCrash(async () => {
    for (let times = 0; times < 3; times++) await crash(app.electron, times < 2);
  });
  await closed;
});

test('a page that does not answer is opened again when the person says so, with what was written', async ({
  journey,
}) => {
  const app = await journey.start();
  const { electron, note, shell } = app;
  await note.begin('Kept');
  await app.page.keyboard.type('Words before it stopped.');
  await shell.saved();
  await answerMessages(electron, 1);
  await journey.expectCrash(() =>
    electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('There is no window');
      const back = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      void contents.executeJavaScript('setTimeout(() => { for (;;); })');
      await new Promise((resolve) => setTimeout(resolve, 500));
      // Of a page with a debugger, as the driver is, Chromium itself never says so.
      contents.emit('unresponsive');
      await back;
    }),
  );
  expect((await toldDialogs(electron)).map(({ message }) => message)).toEqual(['This window does not answer.']);
  const text = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.textContent'),
    );
  await expect.poll(text).toContain('Words before it stopped.');
});
