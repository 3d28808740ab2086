/** Keeping order: collections, labels, names, sorting, filters, and the bin with its undo. */
import { expect, test } from './app';

const bridge = 'Velin Bridge reopens: what we know, and who says otherwise';

test('a reader groups, labels, renames, sorts, filters, throws away and takes back', async ({ journey }) => {
  const { page, library, reading, shell } = await journey.start();
  await library.loadSamples();

  await test.step('a collection takes documents by menu and by drag', async () => {
    await library.choose(bridge, 'Labels…');
    await shell.dialog.getByRole('textbox', { name: 'Labels' }).fill('to check, region/east');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(library.sideBar.getByRole('button', { name: /^to check/ })).toBeVisible();
    await library.sideBar.getByRole('button', { name: 'New collection' }).click();
    await shell.dialog.getByRole('textbox').fill('Bridges');
    await shell.dialog.getByRole('button', { name: 'Create' }).click();
    const collection = library.sideBar.getByText('Bridges', { exact: true });
    await library.row(bridge).dragTo(collection);
    await shell.says(/1 document added to “Bridges”/);
    await collection.click();
    await expect(library.rows).toHaveCount(1);
    await expect(library.row(bridge)).toBeVisible();
  });

  await test.step('labels and types filter the list', async () => {
    await library.show('to check');
    await expect(library.rows).toHaveCount(1);
    await library.show('Notes');
    await expect(page.getByText('No notes yet')).toBeVisible();
    await library.show('All');
    await expect(library.rows).toHaveCount(4);
  });

  await test.step('F2 renames', async () => {
    await library.open(bridge);
    await library.list.press('F2');
    await shell.dialog.getByRole('textbox', { name: 'Title' }).fill('A bridge, three stories');
    await page.keyboard.press('Enter');
    await expect(library.row('A bridge, three stories')).toBeVisible();
    await reading.shows('A bridge, three stories');
  });

  await test.step('the list can be put in order of title, either way', async () => {
    await page.getByRole('button', { name: 'Sort: Date added' }).click();
    await page.getByRole('menuitem', { name: 'Title' }).click();
    await expect(library.rows.first()).toContainText('A bridge, three stories');
    await page.getByRole('button', { name: 'Ascending order' }).click();
    await expect(library.rows.last()).toContainText('A bridge, three stories');
  });

  await test.step('the bin takes a document, undo brings it back, and only the bin deletes for good', async () => {
    await library.row('A bridge, three stories').click();
    await library.list.press('Delete');
    await expect(library.rows).toHaveCount(3);
    await shell.says(/moved to the bin/);
    await shell.messages
      .locator('.toast')
      .filter({ hasText: 'moved to the bin' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(library.rows).toHaveCount(4);
    await library.choose('A bridge, three stories', 'Move to the bin');
    await expect(library.rows).toHaveCount(3);
    await library.show('Bin');
    await library.choose('A bridge, three stories', 'Delete for good…');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('The bin is empty')).toBeVisible();
  });
});
