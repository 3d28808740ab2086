/** A page that changed since it was kept: imported again, it is the same article's new version; so is any file a person says is its. */
import { answerDialogs, expect, test } from './app';
import { write } from './files';
import { versionPage, versionQuotes, versionsTitle } from './versions';

test('the report names the new version, counts its passages and leads to it', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron, folder, shell } = app;
  const before = write(folder, 'before/pass.html', versionPage('before'));
  const after = write(folder, 'after/pass.html', versionPage('after'));
  await answerDialogs(electron, { open: [before] });
  await library.importFiles();
  await reading.shows(versionsTitle);
  await reading.mark(versionQuotes.kept, 'source');
  await reading.mark(versionQuotes.gone, 'claim');
  await answerDialogs(electron, { open: [after] });
  await library.importFiles();

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByRole('heading', { name: '1 new version of an article here' })).toBeVisible();
  await expect(report).toContainText('1 passage carried over');
  await expect(report).toContainText('1 passage no longer in the text');
  await report.getByRole('button', { name: `Open “${versionsTitle}”` }).click();
  await expect(report).toBeHidden();
  await expect(reading.text).toContainText('before spring');

  await test.step('the same page once more is already here', async () => {
    await library.importFiles();
    await expect(page.getByText(`“${versionsTitle}” is already here: opened`)).toBeVisible();
  });

  await test.step('imported again by hand, the file it came from changes nothing', async () => {
    await page.getByRole('button', { name: 'Import again…' }).click();
    await expect(page.getByText('Nothing changed')).toBeVisible();
  });

  await test.step('a file of another title and no address is a version when a person says so', async () => {
    const elsewhere = versionPage('before')
      .replace(/<link rel="canonical"[^>]*>/, '')
      .replaceAll(versionsTitle, 'Copy');
    await answerDialogs(electron, { open: [write(folder, 'copy.html', elsewhere)] });
    await shell.command('Import the open article again…');
    await expect(report).toContainText('2 passages carried over');
    await report.getByRole('button', { name: 'What changed in “Copy”' }).click();
    await expect(page.getByRole('dialog', { name: 'Versions of “Copy”' })).toBeVisible();
  });
});
