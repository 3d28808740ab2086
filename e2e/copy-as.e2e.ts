/** Quotations taken elsewhere: Markdown, rich text and plain text, each with where it comes from. */
import { expect, type RunningApp, test } from './app';
import { wordsOf } from './pages/words';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'not one lorry was turned back';
const source = `“${title}”, The Northgate Ledger, October 31, 2025`;
const { reading: words, cards, library: libraryWords } = wordsOf('en');

/** Notes what is put on the clipboard, for programs that take text and for those that take HTML. */
const watchClipboard = ({ page }: RunningApp): Promise<void> =>
  page.evaluate(() => {
    const watch = ({ clipboardData: data }: ClipboardEvent): void => {
      if (data === null) return;
      const put: Record<string, string> = {};
      const setData = data.setData.bind(data);
      data.setData = (type, value) => {
        put[type] = value;
        document.documentElement.dataset.copied = JSON.stringify(put);
        setData(type, value);
      };
    };
    window.addEventListener('copy', watch, { capture: true });
  });

async function onClipboard({ electron, page }: RunningApp): Promise<{ readonly text: string; readonly html: string }> {
  const put: unknown = JSON.parse((await page.locator('html').getAttribute('data-copied')) ?? '{}');
  const html = put instanceof Object && 'text/html' in put ? String(put['text/html']) : '';
  return { text: await electron.evaluate(({ clipboard }) => clipboard.readText()), html };
}

test('what is selected, chosen cards and a whole note are copied with their sources in each form', async ({
  journey,
}) => {
  const app = await journey.start();
  const { page, library, reading, note, shell } = app;
  const choose = (form: string) => page.getByRole('menuitem', { name: form }).click();
  await watchClipboard(app);
  await library.loadSamples();
  await library.open(title);

  await test.step('a selection, as Markdown by the keyboard', async () => {
    await reading.select(quote);
    await page.keyboard.press('Shift+Y');
    await expect(page.getByRole('menu', { name: words.copyAs })).toBeVisible();
    await page.keyboard.press('Enter');
    await shell.says(words.copied);
    const { text } = await onClipboard(app);
    expect(text).toContain(`> ${quote}\n>\n> — `);
    expect(text).toContain(source);
    expect(text).toMatch(/<https:\/\/northgate-ledger\.example\S*>$/);
    // The keys are the room's again.
    await page.keyboard.press('1');
    await expect(reading.card(quote).frame).toBeVisible();
  });

  await test.step('a selection, as rich text by its button', async () => {
    await reading.select('Neither saw any damage.');
    await reading.selectionTools.getByRole('button', { name: words.copyAs }).click();
    await choose(words.copyForms.rich);
    await expect
      .poll(async () => (await onClipboard(app)).html)
      .toContain('<p>Neither saw any damage.</p></blockquote>');
    const { text, html } = await onClipboard(app);
    expect(html).toContain('<a href="https://northgate-ledger.example');
    expect(text).toContain(`“Neither saw any damage.” (`);
    await page.keyboard.press('2');
    await expect(reading.cards).toHaveCount(2);
  });

  await test.step('the cards chosen, as plain text', async () => {
    await reading.cards.first().focus();
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: cards.bulk });
    await bar.getByRole('button', { name: cards.copyAll }).click();
    await choose(words.copyForms.plain);
    await expect.poll(async () => (await onClipboard(app)).text).toContain(`“${quote}” (`);
    const { text, html } = await onClipboard(app);
    expect(text.split('\n\n')).toHaveLength(2);
    expect(html).toBe('');
  });

  await test.step('a whole note, with the sources of what it quotes', async () => {
    await note.begin('What the drivers say');
    await note.insertPassage('Neither saw any damage');
    await shell.saved();
    const copyNote = async (form: string): Promise<void> => {
      await library.row('What the drivers say').hover();
      await library.row('What the drivers say').getByRole('button').click();
      await page.getByRole('menuitem', { name: libraryWords.copyAs }).hover();
      await choose(form);
      await shell.says('“What the drivers say” is on the clipboard.');
    };
    await copyNote(words.copyForms.markdown);
    const markdown = (await onClipboard(app)).text;
    expect(markdown).toContain('# What the drivers say');
    expect(markdown).toContain('> Neither saw any damage.');
    expect(markdown).toContain('The Northgate Ledger');
    await copyNote(words.copyForms.rich);
    await expect.poll(async () => (await onClipboard(app)).html).toContain('What the drivers say</h');
    expect((await onClipboard(app)).html).toMatch(/<blockquote[^>]*>.*Neither saw any damage\..*The Northgate Ledger/s);
    expect((await onClipboard(app)).text).toContain('Neither saw any damage.');
  });
});
