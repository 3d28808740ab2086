/** What a person is told while the archive is open: of a full disk, damage, backups that fail, files that are refused. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { PostilBridge } from '../src-shared/contract/shell';
import { answerDialogs, expect, panes, type RunningApp, test } from './app';
import { fillUp, smallDisk, unmount } from './broken-archives';
import { postil } from './cli';
import { inEveryLook, picturesTimeoutMs } from './every-look';
import { openPicked } from './open-picked';
import { type Language, wordsOf } from './pages/words';

declare const window: { readonly postil: PostilBridge };

/** A notice over the panes. */
const notice = ({ page }: RunningApp, words: string) => page.locator('.notice').filter({ hasText: words });

test('a backup that can’t be made, and a full disk, are said until they are mended', async ({ journey }) => {
  test.setTimeout(picturesTimeoutMs);
  const app = await journey.start();
  const { page, folder, shell } = app;
  await app.library.loadSamples();
  const whole = path.join(folder, 'whole.copy');
  await postil(app.archive, 'backup', '--out', whole);
  // A file stands where the folder is to be.
  writeFileSync(path.join(folder, 'archive backups'), '');
  await answerDialogs(app.electron, { open: [folderOfFiles(folder, 25)] });
  await shell.command('Import a folder…');
  await inEveryLook(app, 'backup failed', (language) =>
    expect(page.getByText(wordsOf(language).trust.backupTrouble)).toBeVisible(),
  );
  await inEveryLook(app, 'backups when one failed', async (language) => {
    await page.getByRole('button', { name: wordsOf(language).trust.seeBackups }).click();
    const { trust } = wordsOf(language);
    await expect(shell.dialog.getByRole('alert')).toHaveText(trust.folderGone);
    await expect(shell.dialog.getByRole('button', { name: trust.otherFolder })).toBeVisible();
  });
  await shell.closeDialog();
  // An import under way would keep the archive open.
  await expect.poll(() => page.evaluate(() => window.postil.call('runningJobs', {}))).toEqual({ ok: true, value: [] });
  const disk = smallDisk(path.join(folder, 'disk'), 8);
  // Mounting a file system needs root.
  if (disk === null) return;
  try {
    const file = path.join(disk, 'Small.postil');
    copyFileSync(whole, file);
    await openPicked(app, file);
    await expect(page).toHaveTitle('Small — Postil');
    fillUp(disk);
    await page.evaluate(() => window.postil.call('createNote', { title: 'No room' }));
    await inEveryLook(app, 'disk full', (language) =>
      expect(notice(app, wordsOf(language).trust.diskFull)).toBeVisible(),
    );
  } finally {
    unmount(disk);
  }
});

/** As many small articles as are a large import, for which a backup is made first. */
function folderOfFiles(folder: string, files: number): string {
  const many = path.join(folder, 'many');
  mkdirSync(many);
  for (let number = 0; number < files; number++)
    writeFileSync(path.join(many, `${number}.txt`), `Article ${number}\n\nWords of number ${number}.\n`);
  return many;
}

test('damage, and files that are refused, are said in words with what to do', async ({ journey }) => {
  test.setTimeout(picturesTimeoutMs);
  const app = await journey.start();
  const { page, library } = app;
  await library.loadSamples();
  const db = new Database(app.archive);
  db.exec("UPDATE bodies SET body_sha256 = 'x' WHERE document = 1; UPDATE annotations SET comment = comment || '!'");
  db.exec("UPDATE documents SET site = site || '!' WHERE id = 2");
  db.close();
  await page.evaluate(() => window.postil.call('startVerify', {}));
  await inEveryLook(app, 'damage found', (language) =>
    expect(notice(app, wordsOf(language).trust.damageFound)).toBeVisible(),
  );
  await inEveryLook(app, 'check failed', async (language) => {
    const { trust } = wordsOf(language);
    await notice(app, trust.damageFound).getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText(trust.meanings.bodies);
    await expect(page.getByRole('dialog')).toContainText(trust.partlyRepairable);
  });
  await panes(page, 'en').shell.closeDialog();
  await answerDialogs(app.electron, { open: refusedFiles(app.folder) });
  await inEveryLook(app, 'import refused', async (language) => {
    await panes(page, language).shell.command(language === 'en' ? 'Import files…' : 'Importer des fichiers…');
    const dialog = page.getByRole('dialog');
    for (const code of ['import/empty', 'import/broken', 'import/unsupported'] as const)
      await expect(dialog).toContainText(wordsOf(language).errors[code]);
  });
  await panes(page, 'en').shell.closeDialog();
  await inEveryLook(app, 'archive keeps stopping', (language) => expectGivenUp(app, language));
});

/** Empty, broken in three formats, and none of an article. */
function refusedFiles(folder: string): readonly string[] {
  const refused = path.join(folder, 'refused');
  mkdirSync(refused);
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'empty.html': '',
    'broken.docx': 'no zip',
    'locked.pdf': '%PDF-1.4 nothing',
    'program.exe': 'MZ',
    'broken.epub': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
  };
  return Object.entries(files).map(([name, content]) => {
    const file = path.join(refused, name);
    writeFileSync(file, content);
    return file;
  });
}

/** The archive's process has died so often that nobody starts it again but the person. */
async function expectGivenUp({ electron, page }: RunningApp, language: Language): Promise<void> {
  const title = page.getByRole('heading', {
    level: 1,
    name: wordsOf(language).trust.recovery.title['archive/keeps-stopping'],
  });
  await expect(async () => {
    await electron.evaluate(({ app }) => {
      for (const { name, pid } of app.getAppMetrics()) if (name === 'Postil archive') process.kill(pid, 'SIGKILL');
    });
    await expect(title).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.locator('.recovery__rungs .button--primary')).toBeFocused();
}
