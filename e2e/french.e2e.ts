/** The main job in French, by French names; then the language changes under one’s hands. */
import { answerDialogs, expect, panes, test } from './app';
import { frenchArticle, frenchTitle } from './files';

const quote = 'quasiment 600 militaires nord-coréens';

test('une lectrice fait tout son travail en français, puis passe à l’anglais', async ({ journey }) => {
  const app = await journey.start({ language: 'fr' });
  const { page, electron, reading, shell } = app;
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

  await answerDialogs(electron, { open: [frenchArticle] });
  await page.getByRole('button', { name: 'Importer des fichiers' }).click();
  await expect(page.getByRole('textbox', { name: 'Titre', exact: true })).toHaveValue(frenchTitle);
  await expect(page.getByRole('region', { name: 'Salle de lecture' })).toContainText('27 octobre 2025');

  await reading.select(quote);
  await page
    .getByRole('toolbar', { name: 'Passage sélectionné' })
    .getByRole('button', { name: 'Marquer comme Affirmation' })
    .click();
  const card = page
    .getByRole('complementary', { name: 'Passages' })
    .getByRole('article', { name: /^Affirmation\s:\s«\squasiment/ });
  await card.click({ position: { x: 100, y: 4 } });
  await card.getByRole('textbox', { name: /^Commentaire sur/ }).fill('Qui compte ?');
  await card.getByRole('combobox', { name: 'Verdict' }).selectOption({ label: 'disputée' });
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Enregistré');

  await page.getByRole('searchbox', { name: 'Chercher dans l’archive' }).fill('coree');
  await expect(page.getByRole('grid', { name: 'Résultats de la recherche' }).getByRole('row').first()).toContainText(
    /coré/i,
  );
  await page.getByRole('button', { name: 'Effacer la recherche' }).click();

  await page.getByRole('button', { name: 'Nouvelle note' }).first().click();
  // Until the note is there, the title on screen is still the article's.
  await expect(page.getByRole('textbox', { name: /^Texte de la note/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Titre', exact: true }).fill('Les chiffres');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Insérer un passage' }).click();
  await page
    .getByRole('dialog', { name: /^Insérer quel passage/ })
    .getByRole('option')
    .first()
    .click();
  await expect(page.getByRole('figure', { name: /^Passage cité\s:\s«\squasiment/ })).toBeVisible();
  await shell.saved();

  await test.step('la langue change aussitôt, sans rien fermer', async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Réglages' }).click();
    await page
      .getByRole('dialog', { name: 'Réglages' })
      .getByRole('button', { name: /Langue/ })
      .click();
    await page.getByRole('option', { name: 'English' }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toBeVisible();
    // The first Escape may still belong to the list of languages, which is closing.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(settings).toBeHidden({ timeout: 1000 });
    }).toPass();
    const english = panes(page, 'en');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(english.note.passages.first()).toContainText('Claim');
    await english.library.open(frenchTitle);
    await expect(english.reading.card(quote).frame).toContainText('disputed');
    const menu = await electron.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')) ?? [],
    );
    expect(menu).toContain('File');
  });
});
