/** Narrowing down: values wanted and excluded, and a histogram of years that is brushed by mouse and keys. */
import { expect, test } from './app';
import { searchArchive } from './search-archive';

test('a reader narrows the hits down by what they have in common', async ({ journey }) => {
  const { page, library } = await journey.start({ folder: await searchArchive() });
  await library.search('convoy OR convoi');
  await expect(page.getByText('40 results')).toBeVisible();
  const languages = page.getByRole('region', { name: 'Language' });
  const years = page.getByRole('region', { name: 'Year' });

  await test.step('a value is wanted, then excluded, then neither', async () => {
    await languages.getByRole('button', { name: /^French ?20$/ }).click();
    await expect(library.searchBox).toHaveValue('convoy OR convoi lang:fr');
  });

  await test.step('a value is excluded by its button, and by Alt and click', async () => {
    await library.search('zhivkov');
    await languages.getByRole('button', { name: 'Exclude French' }).click();
    await expect(library.searchBox).toHaveValue('zhivkov -lang:fr');
    await expect(page.getByText('20 results')).toBeVisible();
    await languages.getByRole('button', { name: /^French.*excluded$/ }).click();
    await expect(library.searchBox).toHaveValue('zhivkov');
    await page
      .getByRole('region', { name: 'Publication' })
      .getByRole('button', { name: /^The Ledger ?20$/ })
      .click({ modifiers: ['Alt'] });
    await expect(library.searchBox).toHaveValue('zhivkov -site:"The Ledger"');
    await library.search('zhivkov');
  });

  await test.step('the years are brushed with the mouse', async () => {
    const box = await years.locator('.years').boundingBox();
    if (box === null) throw new Error('no histogram');
    const bar = box.width / 10;
    await page.mouse.move(box.x + bar * 2.5, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + bar * 4.5, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await expect(library.searchBox).toHaveValue('zhivkov date:2017..2019');
    await expect(page.getByText('12 results')).toBeVisible();
  });

  await test.step('and by keys, the other years still in sight', async () => {
    await years.getByRole('slider', { name: 'Last year' }).press('ArrowRight');
    await expect(library.searchBox).toHaveValue('zhivkov date:2017..2020');
    await years.getByRole('slider', { name: 'First year' }).press('Home');
    await expect(library.searchBox).toHaveValue('zhivkov date:2015..2020');
    await years.getByRole('button', { name: 'All years' }).click();
    await expect(library.searchBox).toHaveValue('zhivkov');
  });

  await test.step('the library is one press away, and back', async () => {
    await page.getByRole('radio', { name: 'Library' }).press('Space');
    await expect(library.sideBar).toBeVisible();
    await page.keyboard.press('Control+Shift+J');
    await expect(languages).toBeVisible();
  });
});
