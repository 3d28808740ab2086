/** Passages from other programs: attached to the articles they are about, and the report says what was not. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { painted } from './pages/text';
import { wordsOf } from './pages/words';

const row = (id: string, uri: string, title: string, exact: string, tags: readonly string[]) => ({
  id,
  uri,
  user: 'acct:marie@hypothes.is',
  text: 'À vérifier.',
  tags,
  document: { title: [title] },
  target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
});

for (const language of ['en', 'fr'] as const)
  test(`Hypothesis annotations find their article, and a list of references waits for its pages (${language})`, async ({
    journey,
  }) => {
    const { page, electron, library, reading, folder } = await journey.start({
      language,
      theme: language === 'fr' ? 'dark' : 'light',
    });
    const bring = async (name: string, content: string) => {
      writeFileSync(path.join(folder, name), content);
      await answerDialogs(electron, { open: [path.join(folder, name)] });
      await library.importFiles();
    };
    const url = 'https://example.org/pont';
    await bring(
      'pont.md',
      `---\ntitle: Le pont\nurl: ${url}\n---\n\nLe pont rouvre 😀 devant une centaine d’invités.\n`,
    );
    await reading.shows('Le pont');

    const annotations = [
      row('a1', url, 'Le pont', 'centaine d’invités', ['event', 'bilan']),
      row('a2', url, 'Le pont', 'des mots qui n’y sont pas', []),
      row('a3', 'https://example.org/autre', 'Un autre article', 'peu importe', []),
    ];
    await bring('hypothesis.json', JSON.stringify({ export_userid: 'acct:marie@hypothes.is', annotations }));
    const report = page.getByRole('dialog');
    await expect(report).toContainText('Un autre article');
    await expect(report).toContainText(language === 'fr' ? '1 passage rattaché' : '1 passage attached');
    await expect(report).toContainText(language === 'fr' ? '1 passage sans place' : '1 passage without a place');
    await report.getByRole('button', { name: /Le pont/ }).click();
    await expect.poll(() => painted(page, 'event')).toEqual(['centaine d’invités']);

    await bring(
      'liste.bib',
      '@online{k, title = {Une référence}, author = {Durand, Zoé}, date = {2024-12~}, url = {https://example.org/ref}}',
    );
    await reading.shows('Une référence');
    // What is chosen there fills this reference, whatever it is called and wherever it came from.
    const scan = path.join(folder, 'scan.md');
    writeFileSync(scan, '---\ntitle: Scan 0001\nurl: https://elsewhere.org/x\n---\n\nLes mots de la page.\n');
    await answerDialogs(electron, { open: [scan] });
    await page.getByRole('button', { name: wordsOf(language).reading.noTextImport }).click();
    await expect(reading.text).toContainText('Les mots de la page.');
    await reading.shows('Une référence');
    await expect(page.getByRole('button', { name: /example\.org\/ref/ })).toBeVisible();
  });
