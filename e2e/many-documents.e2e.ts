/** A library of thousands: it scrolls, jumps to both ends and finds, at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { postil } from './cli';

const documents = 10_000;

test('ten thousand documents scroll, jump and are searched without waiting', async ({ journey }) => {
  test.setTimeout(180_000);
  const files = mkdtempSync(path.join(os.tmpdir(), 'postil-many-'));
  for (let index = 0; index < documents; index++) {
    const number = String(index).padStart(5, '0');
    mkdirSync(path.join(files, number.slice(0, 2)), { recursive: true });
    writeFileSync(
      path.join(files, number.slice(0, 2), `${number}.md`),
      `---\ntitle: Dispatch ${number}\ndate: 2024-${String((index % 12) + 1).padStart(2, '0')}-11\nlang: en\n---\n\nThe convoy numbered ${number} passed the gate at dawn.\n`,
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
  await postil(path.join(folder, 'archive.postil'), 'import', files);
  rmSync(files, { recursive: true, force: true });
  const { page, library } = await journey.start({ folder });
  await expect(page.getByText('10,000 documents').first()).toBeVisible();
  expect(await library.rows.count()).toBeLessThan(60);

  await page.getByRole('button', { name: 'Sort: Date added' }).click();
  await page.getByRole('menuitem', { name: 'Title' }).click();
  await expect(library.row('Dispatch 00000')).toBeVisible();
  await library.list.press('End');
  await expect(library.row('Dispatch 09999')).toBeInViewport();
  await library.list.press('Home');
  await expect(library.row('Dispatch 00000')).toBeInViewport();

  await test.step('wheeling through it keeps showing rows, not blanks', async () => {
    await library.list.hover();
    await expect(async () => {
      await page.mouse.wheel(0, 4000);
      expect(await library.list.evaluate((list) => list.scrollTop)).toBeGreaterThan(20_000);
    }).toPass({ intervals: [20], timeout: 20_000 });
    await expect(library.list.getByRole('row', { name: /^Dispatch/ }).first()).toBeVisible();
    await expect(library.list.getByRole('row', { name: 'Reading…' })).toHaveCount(0);
  });

  await library.search('convoy 07777');
  await expect(library.hits.first()).toContainText('Dispatch 07777');
  await library.searchBox.press('Enter');
  await expect(page.getByRole('main').getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Dispatch 07777',
  );
});
