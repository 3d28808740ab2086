/** Names that mean the same: kept as sets, used by the search and said so, switched off, deleted and taken back. */
import { expect, test } from './app';
import { searchArchive } from './search-archive';

test('a reader searches a name by its other names', async ({ journey }) => {
  const { page, library, shell } = await journey.start({ folder: await searchArchive() });
  await library.search('harbourmaster');
  await expect(page.getByText('Nothing found')).toBeVisible();

  await test.step('from the search a set is begun with its name', async () => {
    await page.getByRole('button', { name: 'harbourmaster: wanted' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Also search “harbourmaster” as…' }).click();
    const names = shell.dialog.getByRole('textbox', { name: 'Names, with commas between' });
    await expect(names).toHaveValue('harbourmaster, ');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(shell.dialog.getByRole('alert')).toHaveText('It takes two names at least.');
    await names.fill('harbourmaster, Marchetti');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(shell.dialog.getByRole('button', { name: 'Change the set “harbourmaster”' })).toBeVisible();
    await shell.closeDialog();
  });

  await test.step('the search uses it, says so, and does without it when told', async () => {
    await expect(page.getByText('40 results')).toBeVisible();
    await expect(library.hits.first().locator('mark')).toHaveText('Marchetti');
    await page.getByRole('checkbox', { name: 'Also searched: Marchetti' }).click();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Search names by their other names too' }).click();
    await expect(page.getByText('40 results')).toBeVisible();
  });

  await test.step('the hit is marked in the document too', async () => {
    await library.hits.first().click();
    await expect(page.getByText(/1 \/ 1 hit in this text/)).toBeVisible();
  });

  await test.step('a set is deleted and taken back', async () => {
    await page.getByRole('button', { name: 'Names…' }).click();
    await shell.dialog.getByRole('button', { name: 'Delete the set “harbourmaster”' }).click();
    await expect(shell.dialog.getByText('No set yet.', { exact: false })).toBeVisible();
    await shell.closeDialog();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await shell.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('40 results')).toBeVisible();
  });
});
