/** A page made anew, as after a crash, shows what still goes on: how far it is, and a way to stop it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postilJson } from './cli';

/** Enough that an import lasts longer than a page takes to come back. */
const files = 4000;

test('an import goes on while the page that started it is made anew, is shown again, and can be stopped', async ({
  journey,
}) => {
  const app = await journey.start();
  const { page, electron, library } = app;
  const many = path.join(app.folder, 'many');
  mkdirSync(many);
  for (let number = 0; number < files; number++)
    writeFileSync(path.join(many, `${number}.txt`), `Article ${number}\n\n${`Words ${number} of it. `.repeat(400)}\n`);
  await answerDialogs(electron, { open: [many] });
  await app.shell.command('Import a folder…');
  const running = page.getByRole('progressbar', { name: 'Importing' });
  await expect(running).toBeVisible();
  await expect(library.rows.first()).toBeVisible();
  await page.reload();
  await expect(running).toBeVisible();
  await expect(page.getByText(/^[\d,]+ of 4,000/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText(/stopped/i);
  const { articles } = await postilJson<{ articles: number }>(app.archive, 'stats');
  expect(articles).toBeGreaterThan(0);
  expect(articles).toBeLessThan(files);
});
