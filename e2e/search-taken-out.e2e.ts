/** A result taken out: into the export dialog as its selection, and onto the clipboard with sources. */
import { expect, test } from './app';
import { searchArchive } from './search-archive';

test('a reader exports a result, and copies it with its sources', async ({ journey }) => {
  const { page, library, shell, electron } = await journey.start({ folder: await searchArchive() });
  await library.search('toll lang:en');
  await expect(page.getByText('11 results')).toBeVisible();
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'What to do with the result' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await test.step('the export is about what was found', async () => {
    await act('Export the result…');
    await expect(shell.dialog.getByRole('radio', { name: /toll lang:en/ })).toBeChecked();
    await shell.closeDialog();
  });

  await test.step('the list is copied as Markdown', async () => {
    await act('Copy the result with sources');
    await shell.says('11 hits copied with their sources');
    const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^# Search: toll lang:en\n/);
    expect(copied).toContain('- *Dispatch 00*, The Ledger, January 11, 2015');
    expect(copied).toContain('> Claim: Nobody counted the **toll**');
  });
});
