/** Backups in the app: made, listed, kept elsewhere, and put in the archive's place with a preview. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postilJson } from './cli';

const article = 'Velin Bridge reopens: what we know, and who says otherwise';

test('a backup made by hand brings back what was deleted, and what was there is kept beside', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await library.loadSamples();
  await shell.command('Backups…');
  await expect(shell.dialog).toContainText('There is no backup yet.');
  await shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  const backups = shell.dialog.getByRole('list', { name: 'Backups of this archive' }).getByRole('listitem');
  await expect(backups).toHaveCount(1);
  await expect(backups.first()).toContainText(/MB|kB/);
  await expect(backups.first()).toContainText('by hand');
  await expect(backups.first()).toContainText('checked when made');
  await shell.closeDialog();

  await note.begin('Written after the backup');
  await page.keyboard.type('This will go.');
  await shell.command('Backups…');
  await backups
    .first()
    .getByRole('button', { name: /^Restore the backup of/ })
    .click();
  await expect(shell.dialog.getByRole('row', { name: /Notes/ })).toHaveText(/Notes\s*0\s*1/);
  await expect(shell.dialog).toContainText('1 note');
  await expect(shell.dialog).toContainText('every change made after');
  await shell.dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  const restored = page.getByRole('dialog', { name: 'The backup is restored.' });
  await expect(restored).toContainText(/is kept as “archive\.postil\.replaced-/);
  await restored.getByRole('button', { name: 'Close' }).last().click();
  await expect(library.rows).toHaveCount(4);
  await page.reload();
  await expect(library.rows).toHaveCount(4);
  await expect(restored, 'it is said once').toBeHidden();
  await library.open(article);

  const aside = readdirSync(app.folder).find((name) => /\.replaced-[^-]+-\d\d-\d\dT[\d.]+$/.test(name)) ?? '';
  await app.electron.close();
  const kept = await postilJson<{ notes: number }>(path.join(app.folder, aside), 'stats');
  expect(kept.notes).toBe(1);
});

test('a restore that fails says that nothing was changed, and what was typed before is saved', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await library.loadSamples();
  await shell.command('Backups…');
  await shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  const restoreIt = shell.dialog.getByRole('button', { name: /^Restore the backup of/ });
  await expect(restoreIt).toHaveCount(1);
  await shell.closeDialog();
  await note.begin('Typed at the last moment');
  await note.text.click();
  await page.keyboard.type('Kept.');
  await shell.command('Backups…');
  await restoreIt.click();
  const restore = shell.dialog.getByRole('button', { name: 'Restore', exact: true });
  await expect(restore).toBeEnabled();
  const kept = path.join(app.folder, 'archive backups');
  for (const name of readdirSync(kept)) truncateSync(path.join(kept, name), 8192);
  await restore.click();
  await expect(shell.dialog.getByRole('alert')).toContainText('Your archive is as it was.');
  await shell.closeDialog();
  await expect(note.text).toHaveText('Kept.');
  const again = await journey.restart(app);
  await again.library.open('Typed at the last moment');
  await expect(again.note.text).toHaveText('Kept.');
  expect(readdirSync(app.folder).filter((name) => /restor|replaced|looked/.test(name))).toEqual([]);
});

test('backups go to the folder that was chosen, and still do after a restart', async ({ journey }) => {
  const app = await journey.start();
  const other = path.join(app.folder, 'other disk');
  mkdirSync(other);
  await app.library.loadSamples();
  await answerDialogs(app.electron, { open: [other] });
  await app.shell.command('Backups…');
  await app.shell.dialog.getByRole('button', { name: 'Another folder…' }).click();
  await expect(app.shell.dialog).toContainText(other);
  await app.shell.closeDialog();
  const again = await journey.restart(app);
  await again.shell.command('Backups…');
  await again.shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  await again.shell.says('Backup made and checked.');
  expect(readdirSync(other).filter((name) => name.endsWith('by-hand.postil'))).toHaveLength(1);
  expect(existsSync(path.join(app.folder, 'archive backups'))).toBe(false);
});

test('a folder for backups that is gone is said to be, and is not made anew', async ({ journey }) => {
  const app = await journey.start();
  const { shell } = app;
  const disk = path.join(app.folder, 'disk');
  mkdirSync(path.join(disk, 'backups'), { recursive: true });
  await app.library.loadSamples();
  await answerDialogs(app.electron, { open: [path.join(disk, 'backups')] });
  await shell.command('Backups…');
  await shell.dialog.getByRole('button', { name: 'Another folder…' }).click();
  await expect(shell.dialog).toContainText(path.join(disk, 'backups'));
  await shell.closeDialog();
  rmSync(disk, { recursive: true });
  await shell.command('Backups…');
  await shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  await shell.says(/may be gone with its disk/);
  await shell.closeDialog();
  const again = await journey.restart(app);
  await again.shell.command('Backups…');
  await expect(again.shell.dialog.getByRole('alert')).toContainText('its disk may not be connected');
  await expect(again.shell.dialog.getByText('There is no backup yet.')).toBeHidden();
  expect(existsSync(disk)).toBe(false);
});

test('a large import is backed up first, and so is much that is deleted for good', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, shell } = app;
  const kept = path.join(app.folder, 'archive backups');
  const made = (reason: string): readonly string[] =>
    existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith(`${reason}.postil`)) : [];
  await library.loadSamples();
  const many = path.join(app.folder, 'many');
  mkdirSync(many);
  for (let number = 0; number < 30; number++)
    writeFileSync(
      path.join(many, `${number}.txt`),
      `Article ${number}\n\n${`Sentence ${number} of it. `.repeat(20)}\n`,
    );
  await answerDialogs(app.electron, { open: [many] });
  await shell.command('Import a folder…');
  await expect(page.getByRole('button', { name: /^All 34$/ })).toBeVisible();
  const [first = ''] = made('before-import');
  expect(made('before-import')).toHaveLength(1);
  expect((await postilJson<{ articles: number }>(path.join(kept, first), 'stats')).articles, 'made before').toBe(4);

  // As if it had been made long ago: a young one would do for the deletion as well.
  renameSync(path.join(kept, first), path.join(kept, 'archive 2026-01-01T00.00.00Z before-import.postil'));
  await page.keyboard.press('Escape');
  const deleteAll = async (): Promise<void> => {
    await library.rows.first().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  };
  await deleteAll();
  await page.getByRole('button', { name: /^Bin 34$/ }).click();
  await deleteAll();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();
  const [second = ''] = made('before-delete');
  const back = path.join(app.folder, 'back.postil');
  const held = await postilJson<{ articles: number }>(back, 'restore', path.join(kept, second));
  expect(held.articles, 'what was in the bin').toBe(34);
});
