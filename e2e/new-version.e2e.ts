/** A page that changed since it was kept: imported again, it is the same article's new version. */
import { answerDialogs, expect, test } from './app';
import { write } from './files';
import { versionPage, versionQuotes, versionsTitle } from './versions';

test('the report names the new version, counts its passages and leads to it', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron, folder } = app;
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
});
