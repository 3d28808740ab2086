/** A note: written in rich text, quoting a passage that leads back, mentioning a document. */
import { expect, test } from './app';
import { stored } from './cli';
import { selectedText } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = '“not one lorry was turned back, not for one minute”';

test('a reader writes a note that quotes a passage and mentions a document', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, note, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');

  await test.step('Markdown shortcuts and marks make rich text', async () => {
    await note.begin('Who turned back');
    await page.keyboard.type('## Two accounts\nThe minister is ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('certain');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(':\n');
    await expect(note.text.getByRole('heading', { name: 'Two accounts', level: 2 })).toBeVisible();
    await expect(note.text.locator('strong', { hasText: 'certain' })).toBeVisible();
  });

  await test.step('a passage is quoted, and the list after it is a list', async () => {
    await note.insertPassage('not one lorry was turned back');
    await page.keyboard.type('- ask the hauliers\n- ask the customs post');
    await expect(note.text.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('[[ mentions a document', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Compare [[Pont');
    await expect(note.mentions.getByRole('option').first()).toContainText('Pont de Vélin');
    await page.keyboard.press('Enter');
    await expect(note.text).toContainText('Compare Pont de Vélin');
    await shell.saved();
  });

  await test.step('[[ mentions a passage, and Ctrl+Enter follows it', async () => {
    await page.keyboard.type('and [[not one lorry');
    const option = note.mentions.getByRole('option', { name: /^Claim “not one lorry/ });
    await expect(option).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(note.text.getByRole('link', { name: /not one lorry/ })).toBeVisible();
    await shell.saved();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Enter');
    await reading.shows(title);
    await expect(reading.card(quote).frame).toHaveAttribute('aria-current', 'true');
    await library.open('Who turned back');
    await expect(note.passages.first()).toBeVisible();
  });

  await test.step('the quotation leads back to its place', async () => {
    await note.passages
      .first()
      .getByRole('button', { name: /^Open the passage/ })
      .click();
    await reading.shows(title);
    await expect(reading.card(quote).frame).toHaveAttribute('aria-current', 'true');
  });

  await test.step('both articles show the note that speaks of them, and lead to it', async () => {
    const quotedIn = page.getByRole('main').getByRole('region', { name: 'Quoted in' });
    await expect(quotedIn.getByRole('button', { name: 'Who turned back', exact: true })).toBeVisible();
    await expect(quotedIn).toContainText('1 passage');
    await library.open(/Pont de Vélin/);
    await expect(quotedIn).toContainText('mentions this document');
    await quotedIn.getByRole('button', { name: 'Who turned back', exact: true }).click();
    await expect(note.text).toContainText('ask the hauliers');
  });

  const kept = await stored(app.archive, 'Who turned back');
  expect(kept.text).toContain('not one lorry was turned back, not for one minute');
  expect(await selectedText(page)).toBe('');
});

test('a mention is completed while an input method composes, and undisturbed by it', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await library.loadSamples();
  await note.begin('조합');
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.keyboard.type('[[');
  for (const text of ['ㅂ', '베', '벨', '벨ㄹ', '벨리', '벨린']) await compose(text);
  const bridge = note.mentions.getByRole('option', { name: /벨린 다리/ });
  await expect(bridge).toBeVisible();
  await expect(note.text).toHaveText('[[벨린');
  await input.send('Input.insertText', { text: '벨린' });
  await expect(bridge).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(note.text.getByRole('link', { name: /^벨린 다리/ })).toBeVisible();
  await page.keyboard.type('[[pont de velin');
  await expect(note.mentions.getByRole('option', { name: /Pont de Vélin/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note.mentions).toBeHidden();
  await page.keyboard.type('!');
  await expect(note.text).toContainText('[[pont de velin!');
  await shell.saved();
});

test('Escape puts the list of mentions away for the letter typed right before it, too', async ({ journey }) => {
  const { page, library, note } = await journey.start();
  await library.loadSamples();
  await note.begin('Hasty');
  await page.keyboard.type('[[pont de veli');
  await expect(note.mentions.getByRole('option', { name: /Pont de Vélin/ })).toBeVisible();
  // A busy window draws its next frame late.
  await page.evaluate(() => {
    const soon = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => {
      setTimeout(() => soon(run), 300);
      return 0;
    };
  });
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
  await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
  await expect(note.mentions).toBeHidden({ timeout: 2_000 });
});
