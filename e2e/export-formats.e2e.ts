/** Taking out in every format with the menu, and reading each file with another program where one is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postil, postilJson } from './cli';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'Neither saw any damage.';
const comment = 'Only two hauliers were asked.';

const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0;
function answerOf(program: string, ...given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, [...given], { encoding: 'utf8', maxBuffer: 64 * 1_048_576 });
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

/** Words of a file as another program reads them; null where none is installed for it. */
const readers: Readonly<Record<string, (file: string) => string | null>> = {
  'Web page (HTML)': (file) =>
    isInstalled('pandoc') ? answerOf('pandoc', '-f', 'html', '-t', 'plain', '--wrap=none', file) : null,
  'Word (DOCX)': (file) =>
    isInstalled('pandoc')
      ? answerOf('pandoc', '-f', 'docx', '-t', 'markdown', '--wrap=none', '--track-changes=all', file)
      : null,
  'OpenDocument (ODT)': (file) =>
    isInstalled('pandoc') ? answerOf('pandoc', '-f', 'odt', '-t', 'markdown', '--wrap=none', file) : null,
  'E-book (EPUB)': (file) =>
    isInstalled('pandoc') ? answerOf('pandoc', '-f', 'epub', '-t', 'plain', '--wrap=none', file) : null,
  PDF: (file) => (isInstalled('pdftotext') ? answerOf('pdftotext', file, '-') : null),
  'Project (REFI-QDA)': (file) => (isInstalled('unzip') ? answerOf('unzip', '-p', file) : null),
  'Table of passages (Excel)': (file) => (isInstalled('unzip') ? answerOf('unzip', '-p', file) : null),
};
/** Formats any program reads as text. */
const asText = (file: string): string => readFileSync(file, 'utf8');

/** Each format's label, its ending, and whether its file holds the passage itself. */
const formats: readonly (readonly [label: string, ending: string, holds: 'passage' | 'title'])[] = [
  ['Web page (HTML)', 'html', 'passage'],
  ['PDF', 'pdf', 'passage'],
  ['Word (DOCX)', 'docx', 'passage'],
  ['OpenDocument (ODT)', 'odt', 'passage'],
  ['E-book (EPUB)', 'epub', 'passage'],
  ['Plain text', 'txt', 'passage'],
  ['Table of passages (CSV)', 'csv', 'passage'],
  ['Table of passages (Excel)', 'xlsx', 'passage'],
  ['References (RIS)', 'ris', 'passage'],
  ['References (BibTeX)', 'bib', 'title'],
  ['References (CSL-JSON)', 'json', 'title'],
  ['Zotero (RDF)', 'rdf', 'passage'],
  ['Project (REFI-QDA)', 'qdpx', 'passage'],
  ['Web Annotation (JSON-LD)', 'jsonld', 'passage'],
  ['Hypothesis (JSON)', 'json', 'passage'],
  ['Evidence pack', 'postil.html', 'passage'],
];

test('a reader takes an article out in every format, and other programs find the passage', async ({ journey }) => {
  test.setTimeout(300_000);
  const app = await journey.start();
  const { page, library, reading, shell, electron, folder } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await reading.card(quote).open();
  await reading.card(quote).comment.fill(comment);
  await shell.saved();

  for (const [label, ending, holds] of formats) {
    await test.step(label, async () => {
      const file = path.join(folder, `${label.replace(/\W+/g, '-')}.${ending}`);
      await answerDialogs(electron, { open: [folder], save: file });
      await library.open(title);
      await page.keyboard.press('Control+Shift+E');
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await dialog.getByRole('radio', { name: `“${title}”` }).check({ force: true });
      await dialog.getByRole('radio', { name: label, exact: true }).check({ force: true });
      await expect(dialog.getByRole('status')).toContainText('1 document · 1 passage');
      await dialog.getByRole('button', { name: 'Choose where…' }).click();
      await expect
        .poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0, { timeout: 60_000 })
        .toBeGreaterThan(100);
      const words = (readers[label] ?? asText)(file);
      if (words !== null)
        expect(words.replace(/\s+/g, ' ')).toContain(holds === 'passage' ? quote.slice(0, -1) : 'Velin Bridge reopens');
    });
  }

  await test.step('the choice is there the next time', async () => {
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog.getByRole('radio', { name: 'Evidence pack', exact: true })).toBeChecked();
    await page.keyboard.press('Escape');
  });

  await test.step('the evidence pack, brought into an empty archive, is there with passage and comment', async () => {
    const copy = path.join(folder, 'copy.postil');
    await postil(copy, 'import', path.join(folder, 'Evidence-pack.postil.html'));
    const { documents } = await postilJson<{ documents: readonly { uid: string; title: string }[] }>(copy, 'list');
    expect(documents.map((one) => one.title)).toEqual([title]);
    const shown = JSON.stringify(await postilJson(copy, 'show', documents[0]?.uid ?? '', '--as', 'json'));
    for (const part of [quote, comment]) expect(shown).toContain(part);
  });

  await test.step('the command line says that it prints no PDF', async () => {
    const missing = path.join(folder, 'cli.pdf');
    await expect(postil(app.archive, 'export', 'pdf', '--out', missing)).rejects.toThrow(/Postil’s window/);
    expect(existsSync(missing)).toBe(false);
  });
});
