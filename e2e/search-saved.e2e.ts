/** Searches kept: saved ones with what they find now, recent ones that can be forgotten, and a search in a result. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app';
import { postil } from './cli';
import { searchArchive } from './search-archive';

test('a reader saves a search, finds it again with its live count, renames, deletes and takes back', async ({
  journey,
}) => {
  const app = await journey.start({ folder: await searchArchive() });
  const { page, library, shell } = app;
  const saved = (name: string) => library.sideBar.getByRole('button', { name: new RegExp(`^${name}`) });
  await library.search('toll lang:en');
  await expect(page.getByText('11 results')).toBeVisible();
  await page.keyboard.press('Control+Shift+S');
  await shell.dialog.getByRole('textbox', { name: 'Name' }).fill('Tolls');
  await shell.dialog.getByRole('button', { name: 'Save' }).click();
  await shell.says(/“Tolls” saved/);

  await test.step('it stands in the library and counts along', async () => {
    await library.search('');
    await expect(saved('Tolls')).toHaveText('Tolls11');
    const note = path.join(app.folder, 'toll.md');
    writeFileSync(note, '---\ntitle: One more\nlang: en\n---\n\nThe toll again.\n');
    await postil(app.archive, 'import', note);
    await expect(saved('Tolls')).toHaveText('Tolls12');
    await saved('Tolls').click();
    await expect(library.searchBox).toHaveValue('toll lang:en');
  });

  await test.step('it is renamed, deleted, and taken back', async () => {
    await page.getByRole('radio', { name: 'Library' }).press('Space');
    const actions = (name: string) => library.sideBar.getByRole('button', { name: `Actions for the search “${name}”` });
    await saved('Tolls').hover();
    await actions('Tolls').click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await shell.dialog.getByRole('textbox', { name: 'Name' }).fill('Money');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(saved('Money')).toBeVisible();
    await saved('Money').hover();
    await actions('Money').click();
    await page.getByRole('menuitem', { name: 'Delete search' }).click();
    await expect(saved('Money')).toBeHidden();
    await shell.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(saved('Money')).toBeVisible();
  });
});

test('a saved search keeps whether documents or passages were shown', async ({ journey }) => {
  const { page, library, shell } = await journey.start({ folder: await searchArchive() });
  const saved = library.sideBar.getByRole('button', { name: /^Claims of tolls/ });
  await library.search('toll');
  await page.getByRole('radio', { name: /^Passages/ }).press('Space');
  await expect(page.getByText(/^1 result(?!s)/)).toBeVisible();
  await page.keyboard.press('Control+Shift+S');
  await shell.dialog.getByRole('textbox', { name: 'Name' }).fill('Claims of tolls');
  await shell.dialog.getByRole('button', { name: 'Save' }).click();
  await library.search('');
  await expect(saved).toHaveText('Claims of tolls1');
  await library.search('toll');
  await page.getByRole('radio', { name: 'Library' }).press('Space');
  await page.getByRole('radio', { name: /^All/ }).press('Space');
  await expect(page.getByText('11 results')).toBeVisible();
  await saved.click();
  await expect(library.searchBox).toHaveValue('toll');
  await expect(page.getByRole('radio', { name: /^Passages/ })).toBeChecked();
  await expect(page.getByText(/^1 result(?!s)/)).toBeVisible();
});

test('recent searches are offered, forgotten, and kept no more when that is wanted', async ({ journey }) => {
  const { page, library, shell } = await journey.start({ folder: await searchArchive() });
  const start = page.getByRole('listbox', { name: 'Where to begin' });
  const recent = start.getByRole('group', { name: 'Recent searches' }).getByRole('option');
  await library.search('marchetti');
  await library.hits.first().click();
  await library.search('');
  await page.keyboard.press('Control+k');
  await expect(recent).toHaveText(['marchetti']);
  await library.searchBox.press('ArrowDown');
  await library.searchBox.press('Enter');
  await expect(library.searchBox).toHaveValue('marchetti');

  await test.step('an example runs on click', async () => {
    await library.search('');
    await page.keyboard.press('Control+k');
    await start.getByRole('option', { name: /^in:claim/ }).click();
    await expect(page.getByText(/^1 result(?!s)/)).toBeVisible();
  });

  await test.step('they are forgotten, and no others kept', async () => {
    await library.search('');
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'Forget them' }).click();
    await shell.says('Recent searches forgotten');
    await page.keyboard.press('Control+k');
    await page.getByRole('checkbox', { name: 'Keep recent searches on this machine' }).uncheck();
    await library.search('zhivkov');
    await library.hits.first().click();
    await library.search('');
    await page.keyboard.press('Control+k');
    await expect(start).toBeVisible();
    await expect(recent).toHaveCount(0);
  });
});

test('a result is searched in', async ({ journey }) => {
  const { page, library, shell } = await journey.start({ folder: await searchArchive() });
  await library.search('lang:en toll');
  await expect(page.getByText('11 results')).toBeVisible();
  await shell.command('Search within these results');
  await expect(page.getByText('among the results of “lang:en toll”')).toBeVisible();
  await library.searchBox.pressSequentially('label:harbour');
  await expect(page.getByText('3 results')).toBeVisible();
  await page.getByRole('button', { name: 'Search beyond these results' }).click();
  await expect(page.getByText('5 results')).toBeVisible();
});
