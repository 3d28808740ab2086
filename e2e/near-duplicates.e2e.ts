/** The same dispatch in two papers: recognised as it comes in, compared, merged with its passages, and taken back. */
import { answerDialogs, expect, test } from './app';
import { write } from './files';

const shared = [
  'Nearly six hundred soldiers lost their lives in the border region, according to the unofficial count of the intelligence service.',
  'The two capitals signed a treaty of mutual defence in June, and both speak of a perfect understanding between their governments.',
  'The ministry of unification declined to comment on these figures on Wednesday, while observers called them plausible.',
];
const paper = (title: string, site: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${site}"></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const first = 'Six hundred dead at the border';
const second = 'Treaty and toll: what is known';

test('a reader merges an agency’s text that two papers printed', async ({ journey }) => {
  const { electron, page, library, reading, shell, folder } = await journey.start();
  const bring = async (name: string, content: string): Promise<void> => {
    await answerDialogs(electron, { open: [write(folder, name, content)] });
    await library.importFiles();
  };
  await bring('herald.html', paper(first, 'The Herald', ...shared));
  await reading.shows(first);
  await bring(
    'courier.html',
    paper(
      second,
      'The Courier',
      ...shared.slice(0, 2),
      'Our correspondent adds that the crossing stayed closed all week.',
    ),
  );
  await reading.shows(second);
  await reading.mark('The two capitals signed a treaty of mutual defence', 'claim');
  await reading.mark('the crossing stayed closed all week', 'claim');

  const dialog = page.getByRole('dialog', { name: 'Similar articles' });
  await test.step('it is said as it comes in, and the two stand side by side', async () => {
    await shell.says(/It looks like an article you already have/);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await expect(dialog).toContainText(/(Nearly|Much of) the same text \(\d\d%\)/);
    await expect(dialog.locator('mark').filter({ hasText: 'Our correspondent adds' })).toBeVisible();
  });

  await test.step('keeping one brings the passages of the other to it', async () => {
    await dialog.getByRole('button', { name: `Keep “${first}” and merge the other into it` }).click();
    await expect(dialog).toContainText('No similar articles');
    await expect(dialog).toContainText(/1 passage carried over\. 1 passage without a place/);
  });

  await test.step('one undo takes all of it back', async () => {
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.getByRole('option')).toHaveCount(1);
  });

  await test.step('a pair to be kept is not shown again, and is told among the related documents', async () => {
    await dialog.getByRole('button', { name: 'Keep both' }).click();
    await expect(dialog).toContainText('No similar articles');
    await dialog.getByRole('button', { name: 'Look through all articles' }).click();
    await expect(dialog.getByText('0 pairs with nearly the same text.')).toBeVisible();
    await shell.closeDialog();
    await expect(library.rows).toHaveCount(2);
    const related = page.getByRole('region', { name: 'Related documents' });
    await related.scrollIntoViewIfNeeded();
    await expect(related.getByRole('listitem').first()).toContainText(/nearly the same text \(\d\d%\)/);
  });
});
