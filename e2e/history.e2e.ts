/** Versions of a document: what each one changed, bringing one back, an article imported again. */
import { answerDialogs, expect, test } from './app';
import { write } from './files';
import { caretBefore, painted } from './pages/text';
import { versionPage, versionQuotes, versionsTitle } from './versions';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

test('a changed text is compared with what it was, brought back, and brought forward again', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  const dialog = page.getByRole('dialog', { name: `Versions of “${title}”` });
  const versions = dialog.getByRole('listbox', { name: 'Versions' }).getByRole('option');
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'claim');
  await reading.editButton.click();
  await caretBefore(page, reading.text, 'Four days after');
  await page.keyboard.type('Corrected on Monday. ');
  await shell.saved();
  await reading.lockButton.click();

  await test.step('the history says when, why and what', async () => {
    await page.keyboard.press('Control+Shift+H');
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText('Edited');
    await expect(versions.last()).toContainText('Imported');
    await expect(dialog.getByRole('insertion')).toHaveText(/^Corrected on Monday\.\s?$/);
    await expect(dialog.getByRole('deletion')).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'Bring this version back' })).toBeDisabled();
  });

  await test.step('unchanged text is folded and can be shown', async () => {
    await expect(dialog.getByText('Neither saw any damage.')).toHaveCount(0);
    await dialog.getByRole('button', { name: /unchanged characters/ }).click();
    await expect(dialog.getByText('Neither saw any damage.')).toBeVisible();
  });

  await test.step('the earlier version comes back, its passage in place', async () => {
    await versions.last().click();
    await dialog.getByRole('button', { name: 'Bring this version back' }).click();
    await expect(dialog).toBeHidden();
    await expect(reading.text).not.toContainText('Corrected on Monday');
    await expect.poll(() => painted(page, 'claim')).toEqual(['Neither saw any damage.']);
  });

  await test.step('and so does the later one: nothing was lost', async () => {
    await shell.command('Versions of the document…');
    await expect(versions).toHaveCount(3);
    await expect(versions.first()).toContainText('Brought back');
    await versions.nth(1).focus();
    await versions.nth(1).click();
    await dialog.getByRole('button', { name: 'Bring this version back' }).click();
    await expect(reading.text).toContainText('Corrected on Monday. Four days after');
  });
});

test('an article imported again in another version says so and shows what changed', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron, folder } = app;
  const before = write(folder, 'before/pass.html', versionPage('before'));
  const after = write(folder, 'after/pass.html', versionPage('after'));
  await answerDialogs(electron, { open: [before] });
  await library.importFiles();
  await reading.shows(versionsTitle);
  await reading.mark(versionQuotes.kept, 'source');
  await answerDialogs(electron, { open: [after] });
  await library.importFiles();
  await expect(page.getByRole('dialog', { name: 'Import report' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(reading.text).toContainText('before spring');
  await expect.poll(() => painted(page, 'source')).toEqual([versionQuotes.kept]);
  await page.getByRole('button', { name: '2 imports: what changed' }).click();
  const dialog = page.getByRole('dialog', { name: `Versions of “${versionsTitle}”` });
  await expect(dialog.getByRole('option').first()).toContainText('Imported again');
  await expect(dialog.getByRole('deletion').filter({ hasText: 'winter' })).toBeVisible();
  await expect(dialog.getByRole('insertion').filter({ hasText: 'spring' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await test.step('the list’s menu leads there as well', async () => {
    await library.choose(versionsTitle, 'Versions…');
    await expect(dialog.getByRole('option')).toHaveCount(2);
  });
});
