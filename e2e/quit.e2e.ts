/** Quitting in the middle of something: the window goes at once, what was done stays whole, the rest can be done again. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, type RunningApp, test } from './app';
import { postilJson } from './cli';

/** Quits as the menu does. */
async function quit({ electron }: RunningApp): Promise<void> {
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ app }) => {
    setImmediate(() => app.quit());
  });
  await closed;
}

const files = 300;

test('an import that a quit cuts short keeps whole documents only, and the same folder brings in the rest', async ({
  journey,
}) => {
  const app = await journey.start();
  const many = path.join(app.folder, 'many');
  mkdirSync(many);
  for (let number = 0; number < files; number++)
    writeFileSync(path.join(many, `${number}.txt`), `Article ${number}\n\n${`Words ${number} of it. `.repeat(400)}\n`);
  await answerDialogs(app.electron, { open: [many] });
  await app.shell.command('Import a folder…');
  await expect(app.library.rows.first()).toBeVisible();
  await quit(app);
  const { ok } = await postilJson<{ ok: boolean }>(app.archive, 'verify');
  expect(ok, 'nothing is half there').toBe(true);
  const { articles } = await postilJson<{ articles: number }>(app.archive, 'stats');
  expect(articles).toBeGreaterThan(0);
  const again = await journey.restart(app);
  await answerDialogs(again.electron, { open: [many] });
  await again.shell.command('Import a folder…');
  await expect
    .poll(async () => (await postilJson<{ articles: number }>(app.archive, 'stats')).articles, { timeout: 60_000 })
    .toBe(files);
});

test('a note typed into while the archive is backed up is whole after a quit, and no half backup bears a name', async ({
  journey,
}) => {
  const app = await journey.start();
  await app.library.loadSamples();
  await app.note.begin('Quit at once');
  await app.shell.command('Backups…');
  await app.shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  await app.shell.closeDialog();
  await app.note.text.click();
  await app.page.keyboard.type('The last words.');
  await quit(app);
  const folder = path.join(app.folder, 'archive backups');
  for (const name of existsSync(folder) ? readdirSync(folder).filter((one) => one.endsWith('.postil')) : [])
    expect((await postilJson<{ ok: boolean }>(path.join(folder, name), 'verify')).ok).toBe(true);
  const again = await journey.restart(app);
  await again.library.open('Quit at once');
  await expect(again.note.text).toHaveText('The last words.');
});
