/** Every screen passes axe in light and in dark, and every control has a name. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerDialogs, expect, type RunningApp, test } from './app';
import { caretBefore } from './pages/text';

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

async function passes({ page }: RunningApp, screen: string): Promise<void> {
  await test.step(screen, async () => {
    expect.soft(await complaints(page), screen).toEqual([]);
    expect.soft(await namelessButtons(page), `${screen}: buttons without a name`).toBe(0);
  });
}

async function walk(app: RunningApp): Promise<void> {
  const { page, library, reading, note, shell } = app;
  await passes(app, 'first start');
  await library.loadSamples();
  await passes(app, 'library');
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'claim');
  await reading.card('Neither saw any damage.').open();
  await passes(app, 'reading room');
  await reading.select('not one lorry was turned back');
  await passes(app, 'selection');
  await page.keyboard.press('Control+f');
  await passes(app, 'find bar');
  await reading.findField.press('Escape');
  await library.search('bridge');
  await expect(library.hits.first()).toBeVisible();
  await passes(app, 'search');
  await shell.command('Names that mean the same…');
  await expect(shell.dialog.getByRole('button', { name: /^Keep as one/ }).first()).toBeVisible();
  await passes(app, 'names that mean the same');
  await shell.closeDialog();
  await library.search('');
  await page.keyboard.press('Control+k');
  await passes(app, 'where to begin');
  await note.begin('Accessible');
  await note.insertPassage('Neither saw any damage');
  await passes(app, 'note');
  await note.passages.getByRole('button', { name: 'Shorten or change the quotation' }).click();
  await passes(app, 'quotation being changed');
  await page.keyboard.type(' It is said.');
  await page.keyboard.press('Enter');
  await shell.command('Check quotations');
  await passes(app, 'quotation that differs');
  await note.text.press('ArrowDown');
  await page.keyboard.type('[[v');
  await expect(note.mentions.getByRole('option').first()).toBeVisible();
  await passes(app, 'mentions');
  await page.keyboard.press('Escape');
  for (const name of [
    'Settings',
    'Export…',
    'Keyboard shortcuts',
    'New note from template…',
    'Backups…',
    'Privacy and safety',
    'Recent archives…',
    'Verify the archive',
    'Versions of the document…',
  ]) {
    await shell.command(name);
    await expect(shell.dialog).toBeVisible();
    await passes(app, name);
    await shell.closeDialog();
  }
}

/** What shows only when something is wrong, or beside something else. */
async function walkFurther(app: RunningApp): Promise<void> {
  const { page, library, reading, shell } = app;
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'claim');
  await shell.command('Open a document beside this one…');
  await shell.dialog.getByRole('option').first().click();
  await expect(page.locator('[data-pane="beside"]')).toBeVisible();
  await passes(app, 'side by side');
  await shell.command('Close the document beside');
  await shell.command('Backups…');
  await shell.dialog.getByRole('button', { name: 'Back up now' }).click();
  await shell.says('Backup made and checked.');
  await shell.dialog.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect(shell.dialog.getByRole('row', { name: /Articles/ })).toBeVisible();
  await passes(app, 'restoring');
  await shell.closeDialog();
  const orphaned = page.getByRole('button', { name: '1 passage to re-attach' });
  await orphan(app);
  await orphaned.click();
  await passes(app, 'orphans');
  const broken = path.join(app.folder, 'Broken.postil');
  writeFileSync(broken, 'something else');
  await answerDialogs(app.electron, { open: [broken] });
  await shell.command('Open an archive…');
  await expect(page.getByRole('heading', { name: 'This file is not a Postil archive' })).toBeVisible();
  await passes(app, 'recovery');
}

/** Takes the words of the marked passage away. */
async function orphan({ page, reading }: RunningApp): Promise<void> {
  await reading.editButton.click();
  await caretBefore(page, reading.text, 'Neither saw any damage.');
  for (let letter = 0; letter < 'Neither saw any damage.'.length; letter++)
    await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  await reading.lockButton.click();
}

for (const theme of ['light', 'dark'] as const) {
  test(`what shows when something is wrong, or beside, is accessible in ${theme}`, async ({ journey }) => {
    const app = await journey.start();
    await app.shell.command(theme === 'dark' ? 'Dark theme' : 'Light theme');
    await walkFurther(app);
  });
}

test('every screen is accessible in light', async ({ journey }) => {
  await walk(await journey.start());
});

test('every screen is accessible in dark', async ({ journey }) => {
  const app = await journey.start();
  await app.shell.command('Dark theme');
  await walk(app);
});
