/** Every screen passes axe in light and in dark, and every control has a name. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app';

const title = 'Velin Bridge reopens: what we know, and who says otherwise';

async function complaints(page: Page): Promise<readonly string[]> {
  // Transitions would be measured half-way.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary ?? ''}`),
    );
}

async function namelessButtons(page: Page): Promise<number> {
  return page.getByRole('button', { name: /^$/ }).count();
}

async function walk({ page, library, reading, note, shell }: RunningApp): Promise<void> {
  const passes = async (screen: string) => {
    await test.step(screen, async () => {
      expect.soft(await complaints(page), screen).toEqual([]);
      expect.soft(await namelessButtons(page), `${screen}: buttons without a name`).toBe(0);
    });
  };
  await passes('first start');
  await library.loadSamples();
  await passes('library');
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'claim');
  await reading.card('Neither saw any damage.').open();
  await passes('reading room');
  await reading.select('not one lorry was turned back');
  await passes('selection');
  await page.keyboard.press('Control+f');
  await passes('find bar');
  await reading.findField.press('Escape');
  await library.search('bridge');
  await expect(library.hits.first()).toBeVisible();
  await passes('search');
  await library.search('');
  await note.begin('Accessible');
  await note.insertPassage('Neither saw any damage');
  await passes('note');
  await note.passages.getByRole('button', { name: 'Shorten or change the quotation' }).click();
  await passes('quotation being changed');
  await page.keyboard.type(' It is said.');
  await page.keyboard.press('Enter');
  await shell.command('Check quotations');
  await passes('quotation that differs');
  await note.text.press('ArrowDown');
  await page.keyboard.type('[[v');
  await expect(note.mentions.getByRole('option').first()).toBeVisible();
  await passes('mentions');
  await page.keyboard.press('Escape');
  for (const name of ['Settings', 'Export…', 'Keyboard shortcuts', 'New note from template…']) {
    await shell.command(name);
    await expect(shell.dialog).toBeVisible();
    await passes(name);
    await shell.closeDialog();
  }
}

test('every screen is accessible in light', async ({ journey }) => {
  await walk(await journey.start());
});

test('every screen is accessible in dark', async ({ journey }) => {
  const app = await journey.start();
  await app.shell.command('Dark theme');
  await walk(app);
});
