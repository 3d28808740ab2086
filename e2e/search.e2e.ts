/** Finding: as one types, in four languages, to the passage and the place. */
import { answerDialogs, expect, test } from './app';
import { frenchArticle, frenchTitle } from './files';
import { painted } from './pages/text';

test('a reader finds words in any of the languages while typing and lands on them', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, electron } = app;
  await library.loadSamples();
  await answerDialogs(electron, { open: [frenchArticle] });
  await library.importFiles();
  await reading.shows(frenchTitle);

  await test.step('accents, case, elision and phrases do not matter', async () => {
    for (const query of ['coree', 'Corée', 'COREE', 'entente', 'alliance', '"tous les feux sont au vert"']) {
      await library.search(query);
      await expect(library.hits.filter({ hasText: 'tous les feux sont au vert' }).first()).toBeVisible();
      await expect(library.hits.locator('mark').first()).toBeVisible();
    }
    await library.search('entente');
    await expect(library.hits.locator('mark').first()).toHaveText(/entente/);
  });

  await test.step('results follow each key', async () => {
    await library.search('');
    await library.searchBox.pressSequentially('норвия');
    await expect(library.hits).toHaveCount(1);
    await expect(library.hits.first()).toContainText('Мост Велин');
  });

  await test.step('Korean words are found inside longer ones', async () => {
    await library.search('다리');
    await expect(library.hits.first()).toContainText('벨린 다리');
    await library.search('세관');
    await expect(library.hits.first()).toContainText('벨린 다리');
  });

  await test.step('Enter opens the document at the hit, all hits marked', async () => {
    await library.search('douane');
    await expect(library.hits.first()).toContainText('Pont de Vélin');
    await library.searchBox.press('Enter');
    await reading.shows(/Pont de Vélin/);
    await expect.poll(() => painted(page, 'hit')).toContain('douane');
    await expect(page.getByRole('main').getByText(/hits? in this text/)).toBeVisible();
  });

  await test.step('a passage is found by its comment and opened at its place', async () => {
    const quote = '187 véhicules seulement ont été enregistrés ce jour-là';
    await reading.mark(quote, 'claim');
    await reading.card(quote).open();
    await reading.card(quote).comment.fill('Chiffre de la douane, à recouper avec le registre zèbre');
    await expect.poll(async () => (await reading.card(quote).comment.innerText()).length).toBeGreaterThan(10);
    await library.search('zebre');
    await expect(library.hits.first()).toContainText('Claim');
    await library.hits.first().click();
    await expect(reading.card(quote).frame).toHaveAttribute('aria-current', 'true');
  });

  await test.step('Ctrl+F finds in the document', async () => {
    await page.keyboard.press('Control+f');
    await reading.findField.fill('vehicules');
    await expect(page.getByText(/^1 of [2-9]/)).toBeVisible();
    await expect.poll(async () => (await painted(page, 'current-hit')).join()).toMatch(/véhicules/);
    await reading.findField.press('Enter');
    await expect(page.getByText(/^2 of/)).toBeVisible();
    await reading.findField.press('Escape');
    await expect(reading.findField).toBeHidden();
  });

  await library.search('xyzzyplugh');
  await expect(page.getByText('Nothing found for “xyzzyplugh”')).toBeVisible();
});
