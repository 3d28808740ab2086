/** Several archives: made, opened in each other's place, found among the recent ones, moved with their backups. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postilJson } from './cli';

test('a new archive takes the window, and the first one is a choice away', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await library.loadSamples();
  await note.begin('Only in the first');
  await page.keyboard.type('Typed just before the other opens');
  await answerDialogs(app.electron, { save: path.join(app.folder, 'Second') });
  await shell.command('New archive…');
  await expect(page).toHaveTitle('Second — Postil');
  await expect(library.rows).toHaveCount(0);
  expect(existsSync(path.join(app.folder, 'Second.postil'))).toBe(true);
  await shell.command('Recent archives…');
  await shell.dialog.getByRole('button', { name: /^archive/ }).click();
  await expect(page).toHaveTitle('archive — Postil');
  await library.open('Only in the first');
  await expect(note.text).toHaveText('Typed just before the other opens');
});

test('an archive moves with its backups, which are still its own under the new name', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, shell } = app;
  await library.loadSamples();
  await shell.command('Backups…');
  await shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  await shell.says('Backup made and checked.');
  await shell.closeDialog();
  await answerDialogs(app.electron, { save: path.join(app.folder, 'deeper', 'Renamed.postil') });
  await shell.command('Move or rename the archive…');
  await expect(page).toHaveTitle('Renamed — Postil');
  await expect(library.rows).toHaveCount(4);
  expect(existsSync(app.archive)).toBe(false);
  expect(readdirSync(path.join(app.folder, 'deeper', 'Renamed backups'))).toHaveLength(1);
  await shell.command('Backups…');
  await expect(shell.dialog.getByRole('list', { name: 'Backups of this archive' }).getByRole('listitem')).toHaveCount(
    1,
  );
});

test('an archive that another Postil holds is said to be, and the way back is there', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, shell } = app;
  await library.loadSamples();
  const { default: Database } = await import('better-sqlite3');
  const held = path.join(app.folder, 'Held.postil');
  const lock = new Database(`${held}.lock`);
  lock.exec('BEGIN EXCLUSIVE');
  await answerDialogs(app.electron, { save: held });
  await shell.command('New archive…');
  await expect(page.getByRole('heading', { name: 'Another Postil has this archive open' })).toBeVisible();
  await page.getByRole('region', { name: 'Recent archives' }).getByRole('button', { name: 'archive' }).click();
  await expect(library.rows).toHaveCount(4);
  lock.close();
});

test('an archive double-clicked while Postil runs opens in its window', async ({ journey }) => {
  const app = await journey.start();
  await app.library.loadSamples();
  const second = path.join(app.folder, 'Second.postil');
  await postilJson(app.archive, 'backup', '--out', second);
  await app.electron.evaluate(
    ({ app: postil }, file) => postil.emit('second-instance', {}, ['postil', file], '/'),
    second,
  );
  await expect(app.page).toHaveTitle('Second — Postil');
  await expect(app.library.rows).toHaveCount(4);
});

test('an archive moves to another disk as a proven copy, and the old file is kept', async ({ journey }) => {
  const shared = '/dev/shm';
  test.skip(!existsSync(shared), 'there is no second file system to move to');
  const other = mkdtempSync(path.join(shared, 'postil-e2e-'));
  try {
    const app = await journey.start();
    const { page, library, note, shell } = app;
    await library.loadSamples();
    await note.begin('Typed just before the move');
    await page.keyboard.type('Not to be lost.');
    await answerDialogs(app.electron, { save: path.join(other, 'Moved.postil') });
    await shell.command('Move or rename the archive…');
    await expect(page).toHaveTitle('Moved — Postil');
    await expect(library.rows).toHaveCount(5);
    await library.open('Typed just before the move');
    await expect(note.text).toHaveText('Not to be lost.');
    expect(existsSync(app.archive)).toBe(false);
    expect(readdirSync(app.folder).filter((name) => /^archive\.postil\.moved-\d/.test(name))).toHaveLength(1);
    await app.electron.close();
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test('the File menu lists the archives opened before, and opens one', async ({ journey }) => {
  const app = await journey.start();
  await app.library.loadSamples();
  await answerDialogs(app.electron, { save: path.join(app.folder, 'Second') });
  await app.shell.command('New archive…');
  await expect(app.page).toHaveTitle('Second — Postil');
  const choose = () =>
    app.electron.evaluate(({ Menu }) => {
      const others = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items ?? [];
      others[0]?.click();
      return others.map(({ label }) => label);
    });
  expect(await choose()).toEqual([`archive — ${app.folder}`]);
  await expect(app.page).toHaveTitle('archive — Postil');
  await expect(app.library.rows).toHaveCount(4);
});
