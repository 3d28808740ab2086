/** Bringing files in by the dialog: one, many with broken ones among them, the same one again. */
import { answerDialogs, expect, test } from './app';
import { frenchArticle, frenchText, frenchTitle, sample, write } from './files';
import { fill, pattern, wordsOf } from './pages/words';

const words = wordsOf('en').importing;

test('a reader brings in one article, then many, and is told about each that could not come in', async ({
  journey,
}) => {
  const app = await journey.start();
  const { electron, library, reading, shell, page, folder } = app;

  await test.step('one file is opened, with its date, its language and its title', async () => {
    await answerDialogs(electron, { open: [frenchArticle] });
    await page.getByRole('button', { name: 'Import files', exact: true }).click();
    await reading.shows(frenchTitle);
    await expect(library.row(frenchTitle)).toContainText('fr');
    await expect(page.getByRole('main').locator('time')).toHaveAttribute('datetime', '2025-10-27');
  });

  await test.step('many files: the sound ones come in, each other one is named with its reason', async () => {
    const files = [
      sample('pont-de-velin.html'),
      sample('velin-bridge-reopens.md'),
      write(folder, 'empty.txt', ''),
      write(
        folder,
        'picture.txt',
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
      ),
      write(folder, 'misnamed.html', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'latin1')),
      write(folder, 'broken.postil.zip', 'PK\u0003\u0004 no zip at all'),
      write(folder, 'sheet.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])),
    ];
    await answerDialogs(electron, { open: files });
    await library.importFiles();
    const report = page.getByRole('dialog', { name: words.reportTitle });
    await expect(report.getByRole('heading', { name: fill(words.cameIn_other, { count: 2 }) })).toBeVisible();
    await expect(report.getByRole('heading', { name: fill(words.failed_other, { count: 5 }) })).toBeVisible();
    for (const name of ['empty.txt', 'picture.txt', 'misnamed.html', 'broken.postil.zip', 'sheet.xlsx']) {
      const line = report.getByRole('listitem').filter({ hasText: name });
      await expect(line).toHaveCount(1);
      expect((await line.innerText()).replace(name, '').trim().length).toBeGreaterThan(20);
    }
    await expect(report.getByRole('listitem').filter({ hasText: 'empty.txt' })).toContainText('empty');
    await shell.closeDialog();
    await expect(library.rows).toHaveCount(3);
  });

  await test.step('the same bytes again are recognised and opened, under any name', async () => {
    const again = write(folder, 'the-same.txt', frenchText);
    await answerDialogs(electron, { open: [again] });
    await library.importFiles();
    await shell.says(pattern(words.openedExisting));
    await reading.shows(frenchTitle);
    await expect(library.rows).toHaveCount(3);
  });
});
