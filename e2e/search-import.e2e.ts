/** Searching while documents come in, or the index is made anew: answers come, and say what they lack. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { answerDialogs, expect, test } from './app';
import { postil } from './cli';
import { searchArchive } from './search-archive';

test('a search answers while documents come in, and grows with them', async ({ journey }) => {
  const app = await journey.start({ folder: await searchArchive() });
  const { page, library } = app;
  await library.search('toll');
  await expect(page.getByText('11 results')).toBeVisible();
  const files = path.join(app.folder, 'more');
  mkdirSync(files);
  for (let number = 0; number < 300; number++)
    writeFileSync(path.join(files, `${number}.md`), `---\ntitle: Later ${number}\n---\n\nThe toll of day ${number}.\n`);
  const coming = postil(app.archive, 'import', files);
  await library.search('marchetti');
  await expect(page.getByText('40 results')).toBeVisible();
  await library.search('toll');
  await coming;
  await expect(page.getByText('311 results')).toBeVisible();
});

/** Leaves the index its rows and takes their words: rows that lack would be noticed, and made anew unasked. */
function loseWords(archive: string): void {
  const db = new Database(archive);
  db.exec("DELETE FROM document_index; INSERT INTO document_index (rowid, title) SELECT id, 'lost' FROM documents");
  db.close();
}

/** Writes down every share of the index that the results tell of: it may be made within a second. */
const noteShares = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shares: number[] = [];
    Object.assign(window, { shares });
    const look = (): void => {
      const bar = document.querySelector('.query-notes progress');
      if (bar instanceof HTMLProgressElement) shares.push(bar.value);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });

test('the result says that it grows while the window imports, and how far the index is while it is made anew', async ({
  journey,
}) => {
  const { page, library, shell, electron, folder, archive } = await journey.start({ folder: await searchArchive() });
  const files = path.join(folder, 'many');
  mkdirSync(files);
  for (let number = 0; number < 2000; number++)
    writeFileSync(path.join(files, `${number}.md`), `---\ntitle: Later ${number}\n---\n\nThe toll of day ${number}.\n`);
  await library.search('toll');
  await expect(page.getByText('11 results')).toBeVisible();
  await answerDialogs(electron, { open: [files] });
  await shell.command('Import a folder…');
  const note = page.getByText(/^Documents are coming in/);
  await expect(note).toBeVisible();
  await expect(note).toBeHidden({ timeout: 60_000 });
  await expect(page.getByText('2,011 results')).toBeVisible();

  loseWords(archive);
  await noteShares(page);
  await shell.command('Verify the archive');
  await shell.dialog.getByRole('button', { name: 'Rebuild the index' }).click();
  await expect(shell.dialog).toContainText('Everything is as it should be.', { timeout: 60_000 });
  const shares: unknown = await page.evaluate(() => Reflect.get(window, 'shares'));
  expect(Array.isArray(shares) && shares.length > 0 && shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  await expect(page.getByText(/^The index is being made anew/)).toBeHidden();
  await shell.closeDialog();
  await expect(page.getByText('2,011 results')).toBeVisible();
});
