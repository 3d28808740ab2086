/** Passages whose words were changed under them: shown with the difference, attached again, put aside, deleted. */
import { answerDialogs, expect, test } from './app';
import { write } from './files';
import { Rail } from './pages/rail';
import { painted, selectedText } from './pages/text';
import { versionPage, versionQuotes, versionsTitle } from './versions';

test('a passage that lost its place is found again by its reader, never by itself', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron, folder, shell } = app;
  const rail = new Rail(page);
  const orphan = (quote: string) => rail.orphans.filter({ hasText: quote });
  await answerDialogs(electron, { open: [write(folder, 'before/pass.html', versionPage('before'))] });
  await library.importFiles();
  await reading.shows(versionsTitle);
  await reading.mark(versionQuotes.rewritten, 'claim');
  await reading.mark(versionQuotes.gone, 'event');
  await reading.mark(versionQuotes.kept, 'source');
  await answerDialogs(electron, { open: [write(folder, 'after/pass.html', versionPage('after'))] });
  await library.importFiles();
  await expect(page.getByRole('dialog', { name: 'Import report' })).toContainText('2 passages no longer in the text');
  await page.keyboard.press('Escape');

  await test.step('they are counted where the reader looks', async () => {
    await expect(library.sideBar.getByRole('button', { name: /^To re-attach/ })).toContainText('2');
    await page.getByRole('button', { name: '2 passages to re-attach' }).click();
    await expect(rail.orphans).toHaveCount(2);
  });

  await test.step('the old words stand beside the likeliest ones of today', async () => {
    const changed = orphan(versionQuotes.rewritten);
    await expect(changed.getByText('on at the pace of the lorries.', { exact: false }).first()).toBeVisible();
    await expect(changed.getByRole('deletion').filter({ hasText: 'winter' })).toBeVisible();
    await expect(changed.getByRole('insertion').filter({ hasText: 'spring' })).toBeVisible();
    await expect(orphan(versionQuotes.gone)).toContainText('The words are gone');
  });

  await test.step('shown and attached by keys, it is a passage again', async () => {
    const changed = orphan(versionQuotes.rewritten);
    await changed.getByRole('button', { name: 'Show the place' }).press('Enter');
    await expect.poll(() => selectedText(page)).toContain('The road bridge will be open before spring');
    await changed.getByRole('button', { name: 'Attach to the selection' }).press('Enter');
    await expect.poll(() => painted(page, 'claim')).toHaveLength(1);
    await expect(rail.orphans).toHaveCount(1);
    await expect(library.sideBar.getByRole('button', { name: /^To re-attach/ })).toContainText('1');
  });

  await test.step('attaching is taken back and done again like any other act', async () => {
    await reading.text.focus();
    await page.keyboard.press('Control+z');
    await expect(rail.orphans).toHaveCount(2);
    await expect.poll(() => painted(page, 'claim')).toEqual([]);
    await expect(orphan(versionQuotes.rewritten).getByRole('deletion').filter({ hasText: 'winter' })).toBeVisible();
    await expect(library.sideBar.getByRole('button', { name: /^To re-attach/ })).toContainText('2');
    await page.keyboard.press('Control+Shift+z');
    await expect(rail.orphans).toHaveCount(1);
    await expect.poll(() => painted(page, 'claim')).toHaveLength(1);
  });

  await test.step('put aside it is out of sight, still counted, and can be taken up again', async () => {
    await orphan(versionQuotes.gone).getByRole('button', { name: 'Put aside' }).click();
    await expect(rail.orphans).toHaveCount(0);
    await expect(library.sideBar.getByRole('button', { name: /^To re-attach/ })).toContainText('1');
    await reading.text.focus();
    await page.keyboard.press('Control+z');
    await expect(rail.orphans).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(rail.orphans).toHaveCount(0);
    await rail.frame.getByRole('button', { name: '1 put aside: show it' }).click();
    await orphan(versionQuotes.gone).getByRole('button', { name: 'Take up again' }).click();
    await expect(orphan(versionQuotes.gone).getByRole('button', { name: 'Put aside' })).toBeVisible();
  });

  await test.step('deleted it is gone, until that is undone', async () => {
    await orphan(versionQuotes.gone).getByRole('button', { name: 'Delete this passage' }).click();
    await expect(rail.orphans).toHaveCount(0);
    await shell.messages.getByRole('button', { name: 'Undo' }).last().click();
    await expect(rail.orphans).toHaveCount(1);
    await expect(orphan(versionQuotes.gone)).toContainText('The words are gone');
  });
});
