/** Bringing files in by dropping them on the window. */
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { frenchArticle, frenchTitle, sample, write } from './files';
import { fill, wordsOf } from './pages/words';

const words = wordsOf('en').importing;

/** Drags files from outside over the window, and lets them go if told to. */
async function drag(page: Page, files: readonly string[], letGo: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const types = ['dragEnter', 'dragOver', ...(letGo ? (['drop'] as const) : [])] as const;
  for (const type of types) await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await session.detach();
}

test('a reader drops a file, then a folder with folders in it', async ({ journey }) => {
  const { page, library, reading, shell, folder } = await journey.start();

  await drag(page, [frenchArticle], false);
  await expect(page.getByText(words.dropHere)).toBeVisible();
  await drag(page, [frenchArticle], true);
  await reading.shows(frenchTitle);
  await expect(page.getByText(words.dropHere)).toBeHidden();

  write(folder, 'one.md', '# Harvest figures\n\nThe ministry published them on Friday.\n');
  write(folder, 'inner/two.txt', 'Harvest doubts\n\nTwo farmers dispute the figures of the ministry.\n');
  await drag(page, [`${folder}/files`, sample('pont-de-velin.html')], true);
  await shell.says(fill(words.imported_other, { count: 3 }));
  await expect(library.rows).toHaveCount(4);
  await expect(library.row('Harvest doubts')).toBeVisible();
});

test('what lies nowhere on this machine is not left out in silence', async ({ journey }) => {
  const { page, shell } = await journey.start();
  const dropNowhere = (names: readonly string[]): Promise<void> =>
    page.evaluate((names) => {
      const data = new DataTransfer();
      for (const name of names) data.items.add(new File(['<svg/>'], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, names);
  await dropNowhere(['dragged from a page.svg']);
  await shell.says(fill(words.unknownPlace_one, { name: 'dragged from a page.svg' }));
  // As Chromium gives a file whose name the locale can’t write.
  await dropNowhere(['', '']);
  await shell.says(fill(words.unknownName_other, { count: 2 }));
});
