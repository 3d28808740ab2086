/** What a person sees of each archive that can't be opened: what happened, in words, and what to do, safest first. */
import { createHash } from 'node:crypto';
import { accessSync, constants, copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { damage, hold, makeNewer, smallDisk, turnReadOnly, unmount, workbench } from './broken-archives';
import { postil } from './cli';
import { inEveryLook, picturesTimeoutMs } from './every-look';
import { openPicked } from './open-picked';
import { type RecoveryScreen, recoveryScreens, rungs } from './recovery-screens';

const digest = (file: string): string | null =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;

/** What stands on it, and that the safest way has the focus. */
async function expectScreen(page: Page, screen: RecoveryScreen, file: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: screen.title })).toBeVisible();
  await expect(page.locator('.recovery__path')).toContainText(path.basename(file));
  await expect(page.locator('.recovery')).toContainText(screen.says);
  await expect(page.getByText('Whatever you choose here, no file is deleted.')).toBeVisible();
  const ways = page.locator('.recovery__rungs').getByRole('button');
  await expect(ways).toHaveText([...screen.rungs]);
  await expect(ways.first()).toBeFocused();
  if (screen.rungs.includes(rungs.openBackup)) {
    await expect(page.locator('.recovery__rungs')).toContainText('March 1, 2026');
    await expect(page.getByText('1 newer backup is damaged.')).toBeVisible();
  }
  for (const name of [rungs.again, rungs.other, 'Quit Postil', 'Show in folder'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1);
}

test('each archive that can’t be opened is told in words, with what to do, and is left as it is', async ({
  journey,
}) => {
  test.setTimeout(picturesTimeoutMs);
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const whole = path.join(folder, 'whole.copy');
  await postil(app.archive, 'backup', '--out', whole);
  const bench = workbench(folder, whole);
  const letGo: (() => void)[] = [];
  try {
    for (const screen of recoveryScreens) {
      await test.step(screen.name, async () => {
        const file = screen.make(bench);
        if (file === null) return;
        const before = [digest(file), digest(`${file}-wal`)];
        // Only now: reading the file in this process would take its lock away.
        if (screen.held !== undefined) letGo.push(hold(screen.held(file)));
        await openPicked(app, file);
        await expectScreen(page, screen, file);
        expect([digest(file), digest(`${file}-wal`)], `${screen.name}: untouched`).toEqual(before);
        await inEveryLook(app, screen.name, async () => {
          const ways = page.locator('.recovery__rungs').getByRole('button');
          await expect(ways, 'the backups were looked at').toHaveCount(screen.rungs.length);
          await expect(ways.first()).toBeFocused();
        });
      });
    }
  } finally {
    for (const end of letGo) end();
    for (const disk of ['read-only', 'full']) unmount(path.join(folder, disk));
  }
});

test('an archive on a read-only disk is worked on in a copy elsewhere', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const file = path.join(folder, 'Fixed.postil');
  await postil(app.archive, 'backup', '--out', file);
  const disk = path.join(folder, 'disk');
  const mounted = smallDisk(disk);
  test.skip(mounted === null, 'mounting a file system needs root');
  try {
    copyFileSync(file, path.join(disk, 'Fixed.postil'));
    turnReadOnly(disk);
    expect(() => accessSync(disk, constants.W_OK)).toThrow();
    await openPicked(app, path.join(disk, 'Fixed.postil'), path.join(folder, 'Mine'));
    await page.getByRole('button', { name: rungs.elsewhere }).click();
    await expect(page).toHaveTitle('Mine — Postil');
    await expect(library.rows).toHaveCount(4);
  } finally {
    unmount(disk);
  }
});

test('a newer archive can be read in a copy, and stays as it is', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, folder } = app;
  await library.loadSamples();
  const file = path.join(folder, 'Newer.postil');
  await postil(app.archive, 'backup', '--out', file);
  const bytes = readFileSync(makeNewer(file));
  await openPicked(app, file);
  await page.getByRole('button', { name: 'Copy what this Postil knows into a new archive' }).click();
  await page.getByRole('button', { name: 'Open the new archive' }).click();
  await expect(page).toHaveTitle('Newer (saved) — Postil');
  await expect(library.rows).toHaveCount(4);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a recovery that is stopped changes nothing and leaves nothing behind', async ({ journey }) => {
  const app = await journey.start();
  const { page, electron, folder } = app;
  await app.library.loadSamples();
  const file = path.join(folder, 'Broken.postil');
  await postil(app.archive, 'backup', '--out', file);
  damage(file);
  await openPicked(app, file);
  await expect(page.getByText('There is no backup in')).toBeVisible();
  const signal = (name: 'SIGSTOP' | 'SIGCONT') =>
    electron.evaluate(({ app: postilApp }, sent) => {
      for (const { name: process_, pid } of postilApp.getAppMetrics())
        if (process_ === 'Postil archive') process.kill(pid, sent);
    }, name);
  // Held still, so that the wish to stop is certain to come while it works.
  await signal('SIGSTOP');
  await page.getByRole('button', { name: rungs.salvage }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await signal('SIGCONT');
  await expect(page.getByRole('alert')).toHaveText('Stopped. Nothing was changed, and nothing half-made was kept.');
  await expect(page.getByRole('button', { name: rungs.salvage })).toBeVisible();
  for (const ending of [' (saved).postil', ' (saved).postil.part', ' (saved).postil.source'])
    expect(existsSync(path.join(folder, `Broken${ending}`))).toBe(false);
});
