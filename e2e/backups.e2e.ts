/** Backups in the app: made, listed, kept elsewhere, and put in the archive's place with a preview. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
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
  await expect(shell.dialog).toContainText(/is kept as “archive\.postil\.replaced-/);
  await shell.closeDialog();
  await expect(library.rows).toHaveCount(4);
  await library.open(article);

  const aside = readdirSync(app.folder).find((name) => /\.replaced-[^-]+-\d\d-\d\dT[\d.]+$/.test(name)) ?? '';
  await app.electron.close();
  const kept = await postilJson<{ notes: number }>(path.join(app.folder, aside), 'stats');
  expect(kept.notes).toBe(1);
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
