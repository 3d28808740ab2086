/** Comments: written with input methods, undisturbed by the room's keys; passages said aloud as they are reached. */
import type { CDPSession } from '@playwright/test';
import { expect, test } from './app';
import { stored } from './cli';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const quote = 'safe, open, and staying open';
const next = 'Neither saw any damage.';

/** What a person's input method does: each stage replaces the one before, the last is settled. */
async function compose(input: CDPSession, stages: readonly string[], settled: string): Promise<void> {
  for (const text of stages)
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await input.send('Input.insertText', { text: settled });
}

test('Hangul, a dead key and an emoji are written in a comment as they are composed', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  const card = reading.card(quote);
  await card.open();
  await card.comment.click();
  const input = await page.context().newCDPSession(page);
  const saved = async () => (await stored(app.archive, title)).annotations.map(({ comment }) => comment);

  await test.step('in an empty comment, syllable by syllable', async () => {
    await compose(input, ['ㅎ', '하', '한'], '한');
    await compose(input, ['ㄱ', '그', '글'], '글');
    await compose(input, ['^'], 'ê');
    await input.send('Input.insertText', { text: '👩‍🚀' });
    await expect(card.comment).toHaveText('한글ê👩‍🚀');
  });

  await test.step('beside bold words, which stay bold while it is composed', async () => {
    await page.keyboard.type(' **sûr**');
    await expect(card.comment.locator('strong')).toHaveText('sûr');
    await page.keyboard.press('Home');
    await compose(input, ['ㄴ', '나'], '나');
    await expect(card.comment).toHaveText('나한글ê👩‍🚀 sûr');
    await expect(card.comment.locator('strong')).toHaveText('sûr');
  });

  await test.step('Escape while a syllable is built belongs to the input method', async () => {
    await input.send('Input.imeSetComposition', { text: 'ㅂ', selectionStart: 1, selectionEnd: 1 });
    await card.comment.dispatchEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
    await expect(card.comment).toBeFocused();
    await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await expect(card.comment).toHaveText('나한글ê👩‍🚀 sûr');
  });

  await test.step('it is saved as it was written, and undone in the field', async () => {
    await shell.saved();
    await expect.poll(saved).toEqual(['나한글ê👩‍🚀 **sûr**']);
    await page.keyboard.press('Control+z');
    await expect(card.comment).not.toHaveText('나한글ê👩‍🚀 sûr');
    await page.keyboard.press('Control+Shift+z');
    await expect(card.comment).toHaveText('나한글ê👩‍🚀 sûr');
  });
});

test('a passage reached by keys is said aloud: its kind, its words, its comment', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading } = app;
  const said = page.locator('[data-announcer]');
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await reading.card(quote).open();
  await reading.card(quote).comment.click();
  await page.keyboard.type('The **ministry** says so.');
  await reading.mark(next, 'source');
  await reading.text.focus();
  await page.keyboard.press('[');
  await expect(said).toHaveText(/^Claim.*staying open.*The ministry says so\./);
  await page.keyboard.press(']');
  await expect(said).toHaveText(/^Source.*Neither saw any damage/);
  await expect(said).toHaveAttribute('aria-live', 'polite');
});
