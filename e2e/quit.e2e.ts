/** Quitting in the middle of something: the person is asked, and what was done stays whole whatever the answer. */
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { answerDialogs, expect, type RunningApp, test } from './app';
import { postilJson } from './cli';

const keepGoing = 0;
const stop = 1;

/** Has the next questions answered by a button, and keeps what they said. */
async function answerQuestions(electron: ElectronApplication, button: number): Promise<void> {
  await electron.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      process.env.POSTIL_ASKED = JSON.stringify(given.at(-1));
      return { response, checkboxChecked: false };
    };
  }, button);
}

/** What the last question said; empty when none was asked. */
const asked = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(() => process.env.POSTIL_ASKED ?? '');

/** The archive's process, to hold still and let go on. */
async function archiveProcess(electron: ElectronApplication): Promise<number> {
  const pid = await electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Postil archive')?.pid,
  );
  if (pid === undefined) throw new Error('The archive’s process does not run');
  return pid;
}

/** Resolves at the first file that comes into a folder, its writer held still from that moment. */
const holdAtFirstFile = (folder: string, pid: number): Promise<void> =>
  new Promise((held) => {
    const watcher = watch(folder, () => {
      process.kill(pid, 'SIGSTOP');
      watcher.close();
      held();
    });
  });

/** Quits as the menu does. */
async function quit({ electron }: RunningApp): Promise<void> {
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ app }) => {
    setImmediate(() => app.quit());
  });
  await closed;
}

/** Closes the window by its own button. */
const closeWindow = ({ electron }: RunningApp): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    setImmediate(() => window?.close());
  });

/** Enough that none of the ways to the question is quicker. */
const files = 1500;

/** A folder of articles that take some seconds to come in. */
function folderOfMany(app: RunningApp): string {
  const many = path.join(app.folder, 'many');
  mkdirSync(many);
  for (let number = 0; number < files; number++)
    writeFileSync(path.join(many, `${number}.txt`), `Article ${number}\n\n${`Words ${number} of it. `.repeat(400)}\n`);
  return many;
}

async function articlesIn(archive: string): Promise<number> {
  return (await postilJson<{ articles: number }>(archive, 'stats')).articles;
}

test('an import that a quit would cut short is asked about, and keeps whole documents when it is stopped', async ({
  journey,
}) => {
  const app = await journey.start();
  const many = folderOfMany(app);
  await answerDialogs(app.electron, { open: [many] });
  await app.shell.command('Import a folder…');
  await expect(app.library.rows.first()).toBeVisible();

  await answerQuestions(app.electron, keepGoing);
  await closeWindow(app);
  await expect.poll(() => asked(app.electron)).toMatch(/Import: [\d,]+ of 1,500 files are done/);
  await expect(app.library.rows.first(), 'the window stays').toBeVisible();

  await answerQuestions(app.electron, stop);
  await quit(app);
  const { ok } = await postilJson<{ ok: boolean }>(app.archive, 'verify');
  expect(ok, 'nothing is half there').toBe(true);
  expect(await articlesIn(app.archive)).toBeGreaterThan(0);

  const again = await journey.restart(app);
  await answerDialogs(again.electron, { open: [many] });
  await again.shell.command('Import a folder…');
  await expect.poll(() => articlesIn(app.archive), { timeout: 60_000 }).toBe(files);
});

test('the question is in French in a French window, before another archive is opened too', async ({ journey }) => {
  const app = await journey.start({ language: 'fr' });
  const many = folderOfMany(app);
  await answerDialogs(app.electron, { open: [many], save: path.join(app.folder, 'autre.postil') });
  await app.shell.command('Importer un dossier…');
  await expect(app.library.rows.first()).toBeVisible();
  await answerQuestions(app.electron, keepGoing);
  await app.shell.command('Nouvelle archive…');
  await expect.poll(() => asked(app.electron)).toMatch(/Arrêter et la quitter.*fichiers traités sur 1\s500/s);
  await expect.poll(() => articlesIn(app.archive), { timeout: 60_000 }).toBe(files);
  expect(existsSync(path.join(app.folder, 'autre.postil')), 'no archive was opened').toBe(false);
});

test('an export stopped by quitting leaves whole files only, and a quit with nothing under way asks nothing', async ({
  journey,
}) => {
  const app = await journey.start();
  const many = folderOfMany(app);
  await answerDialogs(app.electron, { open: [many] });
  await app.shell.command('Import a folder…');
  await expect.poll(() => articlesIn(app.archive), { timeout: 60_000 }).toBe(files);
  const out = path.join(app.folder, 'out');
  mkdirSync(out);
  await answerDialogs(app.electron, { open: [out] });
  await app.shell.command('Export…');
  await app.shell.dialog.getByText('Markdown', { exact: true }).click();
  await answerQuestions(app.electron, keepGoing);
  const writer = await archiveProcess(app.electron);
  // Held still, so that the quit is certain to come in the middle of it.
  const begun = holdAtFirstFile(out, writer);
  await app.shell.dialog.getByRole('button', { name: 'Choose where…' }).click();
  await begun;
  const written = (): readonly string[] => readdirSync(out, { recursive: true }).map(String);
  expect(written().length, 'in the middle of it').toBeLessThan(files);
  await closeWindow(app);
  await expect.poll(() => asked(app.electron)).toMatch(/Export: each file is written whole or not at all/);
  await answerQuestions(app.electron, stop);
  // Windows save first, and until they have an export goes on: it is let go when they are gone and it is told to stop.
  const windowGone = app.page.waitForEvent('close');
  const closed = quit(app);
  await windowGone;
  process.kill(writer, 'SIGCONT');
  await closed;
  expect(written().length, 'it was cut short').toBeLessThan(files);
  expect(written().filter((name) => name.endsWith('.part'))).toEqual([]);
  for (const name of written().filter((one) => one.endsWith('.md')))
    expect(readFileSync(path.join(out, name), 'utf8'), name).toMatch(/(Words (\d+) of it\. ){399}Words \2 of it\./);
  const again = await journey.restart(app);
  await answerQuestions(again.electron, keepGoing);
  await quit(again);
});

test('a note typed into while the archive is backed up is whole after a quit, and no half backup bears a name', async ({
  journey,
}) => {
  const app = await journey.start();
  await app.library.loadSamples();
  await app.note.begin('Quit at once');
  await answerQuestions(app.electron, stop);
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
