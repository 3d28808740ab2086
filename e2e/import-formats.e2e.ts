/** One file of each kind, as other programs write them, brought in, read and annotated; their comments are passages. */
import { answerDialogs, expect, type RunningApp, test } from './app';
import { fixture } from './files';
import { painted } from './pages/text';

const report = 'Pont de Vélin : le récit officiel';
/** What each is called, by what it says of itself. */
const files = [
  { name: 'pont.docx', title: report, comments: true },
  { name: 'pont.odt', title: report, comments: true },
  { name: 'pont.pdf', title: report, comments: false },
  { name: 'pont.epub', title: report, comments: false },
  { name: 'pont.eml', title: 'Pont de Vélin', comments: false },
  { name: 'pont.mhtml', title: 'Archive du pont de Vélin', comments: false },
] as const;

/** The page is shown where it begins, and cited. */
async function knowsItsPage(reading: RunningApp['reading'], electron: RunningApp['electron']): Promise<void> {
  await expect(reading.text.locator('[data-page]').first()).toHaveAttribute('data-page', '1');
  await reading.select('quinze mois');
  await reading.page.keyboard.press('y');
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/quinze mois.*p\.\u00a01/);
}

test('Word, OpenDocument, PDF, e-book, e-mail and web archive come in and are annotated', async ({ journey }) => {
  const { page, electron, library, reading } = await journey.start();
  for (const { name, title, comments } of files)
    await test.step(name, async () => {
      await answerDialogs(electron, { open: [fixture(`formats/${name}`)] });
      await library.importFiles();
      // most have one title: what was marked in the one before is gone when the next is shown
      await expect.poll(() => painted(page, 'event')).toEqual([]);
      await reading.shows(title);
      await expect(reading.text).toContainText('Fermé depuis quinze mois, le seul pont routier');
      await expect.poll(() => painted(page, 'claim')).toEqual(comments ? ['seul pont routier'] : []);
      if (comments) await expect(reading.margin).toContainText('À vérifier.');
      if (name === 'pont.pdf') await knowsItsPage(reading, electron);
      await reading.mark('quinze mois', 'event');
      if (name === 'pont.pdf') await expect(reading.cardOf('quinze mois')).toContainText('p.\u00a01');
    });
});
