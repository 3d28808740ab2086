/** Typing a search: fields and values complete, parts are chips, slips are pointed out, answers follow the keys. */
import { expect, test } from './app';
import { searchArchive } from './search-archive';

test('a reader types a query, completes it, and changes its parts by click and by key', async ({ journey }) => {
  const { page, library } = await journey.start({ folder: await searchArchive() });
  const parts = page.getByRole('list', { name: 'Parts of the search' });
  const completions = page.getByRole('listbox', { name: 'What could stand here' });

  await test.step('a field and its value are completed by keys', async () => {
    await library.searchBox.pressSequentially('convoy la');
    await expect(completions.getByRole('option')).toHaveText([/^label:/, /^lang:/]);
    await library.searchBox.press('ArrowDown');
    await library.searchBox.press('Tab');
    await expect(completions.getByRole('option', { name: /^en/ })).toBeVisible();
    await library.searchBox.press('Enter');
    await expect(library.searchBox).toHaveValue('convoy lang:en ');
    await expect(page.getByText('20 results')).toBeVisible();
  });

  await test.step('Escape closes what is offered and leaves the query', async () => {
    await library.searchBox.pressSequentially('in:');
    await expect(completions).toBeVisible();
    await library.searchBox.press('Escape');
    await expect(completions).toBeHidden();
    await expect(library.searchBox).toHaveValue('convoy lang:en in:');
  });

  await test.step('a chip excludes by click, comes back by key, goes by Delete', async () => {
    await library.search('bridge lang:en');
    await parts.getByRole('button', { name: 'lang:en: wanted' }).click();
    await expect(library.searchBox).toHaveValue('bridge -lang:en');
    await expect(page.getByText('0 results')).toBeVisible();
    await parts.getByRole('button', { name: 'lang:en: excluded' }).press('Enter');
    await expect(library.searchBox).toHaveValue('bridge lang:en');
    await parts.getByRole('button', { name: 'lang:en: wanted' }).press('Delete');
    await expect(library.searchBox).toHaveValue('bridge');
  });

  await test.step('a misspelt field is pointed out and put right', async () => {
    await library.search('toll lable:harbour');
    await page.getByRole('button', { name: 'Write label:' }).click();
    await expect(library.searchBox).toHaveValue('toll label:harbour');
    await expect(library.hits).toHaveCount(3);
  });

  await test.step('a misspelt word is asked about', async () => {
    await library.search('zhyvkov');
    await page.getByRole('button', { name: 'zhivkov', exact: true }).click();
    await expect(page.getByText('40 results')).toBeVisible();
  });

  await test.step('letter by letter, what is shown in the end answers the last one', async () => {
    await library.search('');
    await library.searchBox.pressSequentially('title:dispatch toll counted');
    await expect(page.getByText('11 results').or(page.getByText('10 results'))).toBeVisible();
    await expect(library.hits.first()).toContainText('toll');
  });
});
