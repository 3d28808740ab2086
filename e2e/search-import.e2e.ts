/** Searching while documents come in: answers come, and grow with them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

test('while the window itself imports, the result says that it grows', async ({ journey }) => {
  const { page, library, shell, electron, folder } = await journey.start({ folder: await searchArchive() });
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
});
