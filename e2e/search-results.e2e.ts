/** The results: counted, sorted, together and apart, previewed, opened at the hit, walked through by key. */
import { expect, test } from './app';
import { painted } from './pages/text';
import { searchArchive } from './search-archive';

test('a reader goes through the hits by keys, within a document and across them', async ({ journey }) => {
  const { page, library, reading } = await journey.start({ folder: await searchArchive() });
  const preview = page.getByRole('region', { name: 'Hit, before it is opened' });

  await test.step('before anything is open the best hit is shown beside the list', async () => {
    await library.search('toll');
    await expect(page.getByText('11 results')).toBeVisible();
    await expect(preview.locator('mark').first()).toHaveText('toll');
  });

  await test.step('documents and passages are shown together or apart', async () => {
    await page.getByRole('radio', { name: /^Passages/ }).press('Space');
    await expect(page.getByText(/^1 result(?!s)/)).toBeVisible();
    await expect(library.hits.first()).toContainText('Claim');
    await page.getByRole('radio', { name: /^Documents/ }).press('Space');
    await expect(page.getByText('10 results')).toBeVisible();
  });

  await test.step('sorted by date the newest is first', async () => {
    await page.getByRole('button', { name: 'Order of the results: Relevance' }).click();
    await page.getByRole('menuitem', { name: 'Date' }).click();
    await expect(library.hits.first()).toContainText('Dispatch 36');
  });

  await test.step('arrows preview, Enter opens at the hit', async () => {
    await library.searchBox.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(preview.getByRole('heading', { name: 'Dispatch 32' })).toBeVisible();
    await page.keyboard.press('Enter');
    await reading.shows('Dispatch 32');
    await expect(preview).toBeHidden();
    await expect(page.getByText('1 / 2 hits in this text')).toBeVisible();
  });

  await test.step('F3 goes to the next hit, then to the next document, Shift+F3 back to the last hit before', async () => {
    await page.keyboard.press('F3');
    await expect(page.getByText('2 / 2 hits in this text')).toBeVisible();
    await expect.poll(() => painted(page, 'current-hit')).toEqual(['toll']);
    await page.keyboard.press('F3');
    await reading.shows('Dispatch 28');
    await expect(library.hits.nth(2)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByText('1 / 2 hits in this text')).toBeVisible();
    await page.keyboard.press('Shift+F3');
    await reading.shows('Dispatch 32');
    await expect(page.getByText('2 / 2 hits in this text')).toBeVisible();
  });

  await test.step('the preview can be switched off', async () => {
    await page.getByRole('button', { name: 'What to do with the result' }).click();
    await page.getByRole('menuitem', { name: 'Do not show hits beside the list' }).click();
    await library.results.focus();
    await page.keyboard.press('End');
    await expect(library.hits.last()).toHaveAttribute('aria-selected', 'true');
    await expect(preview).toBeHidden();
  });

  await test.step('a screen reader is told of the hit, not of the library’s row behind it; the menu opens at it', async () => {
    const told = await library.results.evaluate((list) => {
      const active = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
      return list.contains(active) ? active?.ariaSelected : 'another list';
    });
    expect(told).toBe('true');
    await page.keyboard.press('Shift+F10');
    const menu = await page.getByRole('menu').boundingBox();
    const hit = await library.hits.last().boundingBox();
    expect(menu?.x).toBeGreaterThan(hit?.x ?? Number.NaN);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  });
});

test('where nothing is found, what to try is a press away', async ({ journey }) => {
  const { page, library } = await journey.start({ folder: await searchArchive() });
  await library.search('toll zeppelin');
  await expect(page.getByText('Nothing found for “toll zeppelin”')).toBeVisible();
  await page.getByRole('button', { name: 'Without zeppelin' }).click();
  await expect(library.searchBox).toHaveValue('toll');
  await expect(page.getByText('11 results')).toBeVisible();
});
