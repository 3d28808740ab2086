/** Taking out: an article as Markdown, and the whole archive, which comes back identical. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';
import { postil, postilJson } from './cli';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'Neither saw any damage.';

interface Listed {
  readonly documents: readonly { readonly uid: string; readonly title: string }[];
}

/** Every document of an archive as it is stored, by uid. */
async function wholeOf(archive: string): Promise<readonly unknown[]> {
  const { documents } = await postilJson<Listed>(archive, 'list', '--limit', '500');
  const uids = documents.map(({ uid }) => uid).sort();
  return Promise.all(uids.map((uid) => postilJson(archive, 'show', uid, '--as', 'json')));
}

/** Texts written to a place, be it a file (with whatever ending) or a folder. */
function textsUnder(place: string): readonly string[] {
  const near = readdirSync(path.dirname(place)).filter((name) => name.startsWith(path.basename(place)));
  return near.flatMap((name) => {
    const found = path.join(path.dirname(place), name);
    if (statSync(found).isDirectory())
      return readdirSync(found).map((inner) => readFileSync(path.join(found, inner), 'utf8'));
    return [readFileSync(found, 'utf8')];
  });
}

test('a reader exports an article and the archive, and finds everything in the files', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, note, shell, electron, folder } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await reading.card(quote).open();
  await reading.card(quote).comment.fill('Only two hauliers were asked.');
  await reading.card(quote).addLabel('witnesses/road');
  await note.begin('Drivers');
  await note.insertPassage('Neither saw any damage');
  await shell.saved();
  await library.open(title);

  await test.step('the article as Markdown holds its text, the passage, the kind and the comment', async () => {
    const target = path.join(folder, 'markdown');
    await answerDialogs(electron, { open: [target], save: target });
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog
      .getByText(/Markdown/)
      .first()
      .click();
    await expect(dialog.getByText(/^What this format can’t/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await shell.says(/written to/);
    const written = textsUnder(target);
    const markdown = written.join('\n');
    expect(markdown).toMatch(/^---\n/);
    for (const part of ['The Northgate Ledger', '2025-10-31', quote, 'Only two hauliers were asked.', 'witnesses/road'])
      expect(markdown).toContain(part);
    expect(markdown.toLowerCase()).toContain('claim');
  });

  await test.step('the whole archive, brought into an empty one, is the same archive', async () => {
    const zip = path.join(folder, 'all.postil.zip');
    await answerDialogs(electron, { open: [zip], save: zip });
    await shell.command('Export…');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByText('Postil archive').click();
    await dialog.getByText('The whole archive', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await expect.poll(() => statSync(zip, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(1000);
    const copy = path.join(folder, 'copy.postil');
    await postil(copy, 'import', zip);
    const [original, back] = [await wholeOf(app.archive), await wholeOf(copy)];
    expect(original).toHaveLength(5);
    expect(back).toEqual(original);
    expect((await postilJson<{ ok: boolean }>(copy, 'verify')).ok).toBe(true);
  });
});
