/** Input methods: Hangul, dead keys and emoji type undisturbed inside, beside and between passages. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './app';
import { cutOut, stored } from './cli';
import { caretBefore, painted, selectedText } from './pages/text';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'safe, open, and staying open';
const next = 'Neither saw any damage.';

/** What a person's input method does: each stage replaces the one before, the last is settled. */
async function compose(input: CDPSession, stages: readonly string[], settled: string): Promise<void> {
  for (const text of stages)
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await input.send('Input.insertText', { text: settled });
}

/** 한글, two syllables one after the other, as a Korean keyboard builds them. */
async function typeHangul(input: CDPSession): Promise<void> {
  await compose(input, ['ㅎ', '하', '한'], '한');
  await compose(input, ['ㄱ', '그', '글'], '글');
}

/** ^ and then e: the dead key shows alone until it meets its letter. */
const typeDeadKey = (input: CDPSession): Promise<void> => compose(input, ['^'], 'ê');

/** An emoji picker puts its text in at once. */
const pickEmoji = async (input: CDPSession): Promise<void> =>
  void (await input.send('Input.insertText', { text: '👩‍🚀' }));

/** Puts the caret between two characters of a quotation. */
async function caretAt(page: Page, text: Parameters<typeof caretBefore>[1], of: string, offset: number): Promise<void> {
  await caretBefore(page, text, of);
  for (let step = 0; step < offset; step++) await page.keyboard.press('ArrowRight');
}

const typed = '한글ê👩‍🚀';

test('what an input method types inside a passage belongs to it, at its edges it does not', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await reading.mark(next, 'source');
  await reading.editButton.click();
  const input = await page.context().newCDPSession(page);
  const typeAll = async (): Promise<void> => {
    await typeHangul(input);
    await typeDeadKey(input);
    await pickEmoji(input);
  };

  await test.step('inside', async () => {
    await caretAt(page, reading.text, quote, 'safe, '.length);
    await typeAll();
    await expect(reading.text).toContainText(`safe, ${typed}open, and staying open`);
    await expect.poll(() => painted(page, 'claim')).toEqual([`safe, ${typed}open, and staying open`]);
  });

  await test.step('at the beginning', async () => {
    await caretBefore(page, reading.text, 'safe, ');
    await typeAll();
    await expect(reading.text).toContainText(`${typed}safe, ${typed}open`);
    await expect.poll(() => painted(page, 'claim')).toEqual([`safe, ${typed}open, and staying open`]);
  });

  await test.step('at the end', async () => {
    await caretAt(page, reading.text, 'and staying open', 'and staying open'.length);
    await typeAll();
    await expect(reading.text).toContainText(`and staying open${typed}`);
    await expect.poll(() => painted(page, 'claim')).toEqual([`safe, ${typed}open, and staying open`]);
  });

  await test.step('a syllable taken back while it is built leaves nothing', async () => {
    await caretAt(page, reading.text, 'Neither', 2);
    for (const text of ['ㅎ', '하', 'ㅎ', ''])
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(reading.text).toContainText(next);
    await expect.poll(() => painted(page, 'source')).toEqual([next]);
  });

  await test.step('all of it is saved, each passage on its words', async () => {
    await shell.saved();
    await expect
      .poll(async () => (await stored(app.archive, title)).text)
      .toContain(`${typed}safe, ${typed}open, and staying open${typed}`);
    expect([...cutOut(await stored(app.archive, title))].sort()).toEqual(
      [`safe, ${typed}open, and staying open`, next].sort(),
    );
  });

  await test.step('a composition is one step to undo', async () => {
    await caretBefore(page, reading.text, 'Neither saw');
    await compose(input, ['ㄴ', '나', '낮'], '낮');
    await expect(reading.text).toContainText('낮Neither');
    await page.keyboard.press('Control+z');
    await expect(reading.text).not.toContainText('낮');
    await expect(reading.text).not.toContainText('ㄴ');
    await expect(reading.text).toContainText(next);
  });
});

test('between two passages that touch, what is typed belongs to neither', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Nei', 'claim');
  await reading.mark('ther saw any damage.', 'event');
  await reading.editButton.click();
  const input = await page.context().newCDPSession(page);
  await caretAt(page, reading.text, next, 'Nei'.length);
  await typeHangul(input);
  await typeDeadKey(input);
  await pickEmoji(input);
  await expect(reading.text).toContainText(`Nei${typed}ther saw any damage.`);
  await expect.poll(() => painted(page, 'claim')).toEqual(['Nei']);
  await expect.poll(() => painted(page, 'event')).toEqual(['ther saw any damage.']);
  await shell.saved();
  await expect.poll(async () => (await stored(app.archive, title)).text).toContain(`Nei${typed}ther saw any damage.`);
  expect(cutOut(await stored(app.archive, title))).toEqual(['Nei', 'ther saw any damage.']);
});

test('locked, the text takes nothing from an input method and the keys still work', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading } = app;
  await library.loadSamples();
  await library.open(title);
  const before = await reading.text.innerText();
  const input = await page.context().newCDPSession(page);
  await caretBefore(page, reading.text, 'Four days after');
  await typeHangul(input);
  await typeDeadKey(input);
  await pickEmoji(input);
  expect(await reading.text.innerText()).toBe(before);
  // A syllable begun and never settled: the keys after it are still the room's.
  await input.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
  await page.keyboard.press('n');
  await expect.poll(() => selectedText(page)).not.toBe('');
  await page.keyboard.press('2');
  await expect.poll(async () => (await painted(page, 'source')).length).toBe(1);
  // A Korean keyboard that is writing reports no letter at all; the shortcut is the key's own.
  await page.keyboard.press('n');
  await reading.text.dispatchEvent('keydown', { key: 'Process', code: 'Digit1', isComposing: true, bubbles: true });
  await expect.poll(async () => (await painted(page, 'claim')).length).toBe(1);
  expect(await reading.text.innerText()).toBe(before);
});
