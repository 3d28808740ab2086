/** The window when the archive can't be opened: what happened is said, and each way out works; no file is deleted. */
import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, type Journey, type RunningApp, test } from './app';

/** An archive with the samples, a backup of it, and then what `damage` does to it. */
async function damaged(
  journey: Journey,
  damage: (archive: string) => void,
  options: { readonly backup: boolean } = { backup: true },
): Promise<RunningApp> {
  const app = await journey.start();
  await app.library.loadSamples();
  if (options.backup) {
    await app.shell.command('Backups…');
    await app.shell.dialog.getByRole('button', { name: 'Back up now' }).click();
    await app.shell.says('Backup made and checked.');
  }
  await app.electron.close();
  damage(app.archive);
  return app;
}

const cutShort = (archive: string): void => truncateSync(archive, 8192 * 4);

test('a cut-off archive: the newest backup opens beside it, and the file is not touched', async ({ journey }) => {
  const before = await damaged(journey, cutShort);
  const bytes = readFileSync(before.archive);
  const { page, library } = await journey.restart(before, { recovery: true });
  await expect(page.getByRole('heading', { name: 'The archive is damaged' })).toBeVisible();
  await expect(page.getByText('it was cut off')).toBeVisible();
  await page.getByRole('button', { name: 'Open the newest good backup beside it' }).click();
  await expect(page.getByText('“archive (from backup).postil”')).toBeVisible();
  await page.getByRole('button', { name: 'Open the new archive' }).click();
  await expect(library.rows).toHaveCount(4);
  await expect(page).toHaveTitle('archive (from backup) — Postil');
  expect(readFileSync(before.archive).equals(bytes)).toBe(true);
});

test('a backup takes the place of a damaged archive after a look into it', async ({ journey }) => {
  const before = await damaged(journey, cutShort);
  const { page, library } = await journey.restart(before, { recovery: true });
  await page.getByRole('button', { name: 'Put a backup in its place…' }).click();
  await expect(page.getByRole('row', { name: /Articles/ })).toHaveText(/Articles\s*4/);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText(/is kept as “archive\.postil\.replaced-/)).toBeVisible();
  await page.getByRole('button', { name: 'Open the archive' }).click();
  await expect(library.rows).toHaveCount(4);
});

test('without a backup, what can be read is saved, and what is lost is listed', async ({ journey }) => {
  const before = await damaged(
    journey,
    (archive) => {
      const bytes = readFileSync(archive);
      // The last page belongs to something; its loss is found when it is read.
      bytes.fill(0xff, bytes.length - 4096 * 3);
      writeFileSync(archive, bytes.subarray(0, bytes.length - 4096));
    },
    { backup: false },
  );
  const { page, library } = await journey.restart(before, { recovery: true });
  await expect(page.getByText(/There is no backup in “.*archive backups”\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put a backup in its place…' })).toBeHidden();
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await expect(page.getByText('“archive (saved).postil”')).toBeVisible();
  await page.getByRole('button', { name: 'Open the new archive' }).click();
  await expect(library.rows.first()).toBeVisible();
});

test('an archive that is gone is not made anew, empty; once it is back, it opens', async ({ journey }) => {
  const before = await damaged(journey, (archive) => renameSync(archive, `${archive}.elsewhere`), { backup: false });
  const { page, library } = await journey.restart(before, { recovery: true });
  await expect(page.getByRole('heading', { name: 'The archive is not where it was' })).toBeVisible();
  copyFileSync(`${before.archive}.elsewhere`, before.archive);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(library.rows).toHaveCount(4);
});

test('an emptied file beside its full log is left alone', async ({ journey }) => {
  const before = await damaged(journey, (archive) => {
    writeFileSync(`${archive}-wal`, 'all that is left');
    truncateSync(archive, 0);
  });
  const { page } = await journey.restart(before, { recovery: true });
  await expect(page.getByText('Opening it would lose that data')).toBeVisible();
  expect(readFileSync(`${before.archive}-wal`, 'utf8')).toBe('all that is left');
});

test('a file that is no archive is named, in French too', async ({ journey }) => {
  const before = await damaged(journey, (archive) => writeFileSync(archive, 'something else entirely'));
  const { page } = await journey.restart(before, { recovery: true, language: 'fr' });
  await expect(page.getByRole('heading', { name: /n’est pas une archive/ })).toBeVisible();
  expect(readFileSync(before.archive, 'utf8')).toBe('something else entirely');
  rmSync(before.archive);
});

test('an archive process that keeps dying is given up calmly, and comes back when asked', async ({ journey }) => {
  const { electron, page, library } = await journey.start();
  await library.loadSamples();
  const heading = page.getByRole('heading', { name: 'The archive keeps stopping' });
  await expect(async () => {
    await electron.evaluate(({ app }) => {
      for (const { name, pid } of app.getAppMetrics()) if (name === 'Postil archive') process.kill(pid, 'SIGKILL');
    });
    await expect(heading).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading).toBeHidden();
  await expect(library.rows).toHaveCount(4);
});
