/** A picture that came with a Markdown folder is shown, and goes out in the formats other programs read it from. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postil, postilJson } from './cli';
import { photograph } from './files';

const alt = 'The bridge from the north bank';
const caption = 'Photo: river authority';
const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0;
function answerOf(program: string, ...given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, [...given], { encoding: 'utf8' });
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

/** The SHA-256 of every picture pandoc takes out of a file. */
function picturesIn(file: string, format: string, folder: string): readonly string[] {
  const media = path.join(folder, `media-${format}`);
  const markdown = answerOf('pandoc', '-f', format, '-t', 'markdown', '--wrap=none', `--extract-media=${media}`, file);
  // of others pandoc's Markdown shows the caption alone
  if (format === 'docx') expect(markdown).toContain(alt);
  expect(markdown).toContain(caption);
  return [...markdown.matchAll(/\]\(([^)\s]+\.png)/g)].map(([, name = '']) => sha256Of(name));
}
const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a picture of a Markdown folder is shown, and other programs find it in what is taken out', async ({
  journey,
}) => {
  const { page, library, reading, electron, folder } = await journey.start();
  const vault = path.join(folder, 'vault');
  mkdirSync(path.join(vault, 'attachments'), { recursive: true });
  const picture = path.join(vault, 'attachments', 'bridge.png');
  writeFileSync(picture, photograph(60, 40));
  const note = path.join(vault, 'Bridge.md');
  writeFileSync(
    note,
    `# The bridge reopens\n\nTraffic is back.\n\n![${alt}](attachments/bridge.png)\\\n${caption}\n\nThe end.\n`,
  );

  await test.step('it is shown with its description and its caption', async () => {
    await answerDialogs(electron, { open: [note] });
    await library.importFiles();
    await reading.shows('The bridge reopens');
    await expect(reading.text.getByRole('img', { name: alt })).toBeVisible();
    await expect(reading.text).toContainText(caption);
  });

  const out = async (label: string, ending: string): Promise<string> => {
    const file = path.join(folder, `out.${ending}`);
    await answerDialogs(electron, { open: [folder], save: file });
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: label, exact: true }).check({ force: true });
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await expect
      .poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0, { timeout: 60_000 })
      .toBeGreaterThan(100);
    await expect(dialog).toBeHidden();
    return file;
  };

  await test.step('Word, OpenDocument and e-book hold its very bytes (needs pandoc)', async () => {
    for (const [label, ending] of [
      ['Word (DOCX)', 'docx'],
      ['OpenDocument (ODT)', 'odt'],
      ['E-book (EPUB)', 'epub'],
    ] as const) {
      const file = await out(label, ending);
      if (isInstalled('pandoc')) expect(picturesIn(file, ending, folder)).toEqual([sha256Of(picture)]);
    }
  });

  await test.step('the PDF shows it (needs pdfimages)', async () => {
    const file = await out('PDF', 'pdf');
    if (isInstalled('pdfimages')) expect(answerOf('pdfimages', '-list', file)).toMatch(/\bimage\s+60\s+40\b/);
  });

  await test.step('the Word file, brought into an empty archive, has it', async () => {
    const copy = path.join(folder, 'copy.postil');
    await postil(copy, 'import', path.join(folder, 'out.docx'));
    const { documents } = await postilJson<{ documents: readonly { uid: string }[] }>(copy, 'list');
    const shown = JSON.stringify(await postilJson(copy, 'show', documents[0]?.uid ?? '', '--as', 'json'));
    for (const part of [alt, caption, sha256Of(picture)]) expect(shown).toContain(part);
  });

  await test.step('a diagram drawn in a page is shown as a picture, without what it ran', async () => {
    const drawing =
      '<svg viewBox="0 0 320 200"><script>document.title = "ran"</script><rect width="320" height="200" fill="gold" onclick="alert(1)"/><text x="20" y="90">Valley to station</text><foreignObject x="0" y="120" width="320" height="40"><div>Nine stops</div></foreignObject></svg>';
    const saved = path.join(folder, 'tram.html');
    const words = 'The council voted for a tram line through the valley by a narrow margin, after two years of debate.';
    writeFileSync(
      saved,
      `<!doctype html><title>Tram line</title><h1>Tram line</h1><p>${words}</p>${drawing}<p>${words}</p>`,
    );
    await answerDialogs(electron, { open: [saved] });
    await library.importFiles();
    await reading.shows('Tram line');
    const diagram = reading.text.locator('img');
    await expect(reading.text.getByRole('img', { name: 'Valley to station Nine stops' })).toBeVisible();
    await expect.poll(() => diagram.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  });
});
