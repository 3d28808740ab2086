/** Searching while documents come in: answers come, and grow with them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app';
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
