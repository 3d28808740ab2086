/** Related documents: at the foot of the one open, with what they share. */
import { expect, test } from './app';
import { searchArchive } from './search-archive';

test('a reader is led to documents that share rare words and names', async ({ journey }) => {
  const { page, library, reading } = await journey.start({ folder: await searchArchive() });
  await library.search('title:"dispatch 20"');
  await library.searchBox.press('Enter');
  await reading.shows('Dispatch 20');
  const related = page.getByRole('region', { name: 'Related documents' });
  await related.scrollIntoViewIfNeeded();
  const [first] = [related.getByRole('listitem').first()];
  await expect(first).toContainText('shares');
  await expect(first).toContainText(/#harbour|Zhivkov|Marchetti|toll/);
  const title = (await first.getByRole('button').first().textContent()) ?? '';
  await first.getByRole('button').first().click();
  await reading.shows(title);
});
