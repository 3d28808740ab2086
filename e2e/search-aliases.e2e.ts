/** Names that mean the same: kept as sets, used by the search and said so, switched off, deleted and taken back. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { postil } from './cli';
import { searchArchive } from './search-archive';

test('a reader searches a name by its other names', async ({ journey }) => {
  const { page, library, shell } = await journey.start({ folder: await searchArchive() });
  await library.search('harbourmaster');
  await expect(page.getByText('Nothing found')).toBeVisible();

  await test.step('from the search a set is begun with its name', async () => {
    await page.getByRole('button', { name: 'harbourmaster: wanted' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Also search “harbourmaster” as…' }).click();
    const names = shell.dialog.getByRole('textbox', { name: 'Names, with commas between' });
    await expect(names).toHaveValue('harbourmaster, ');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(shell.dialog.getByRole('alert')).toHaveText('It takes two names at least.');
    await names.fill('harbourmaster, Marchetti');
    await shell.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(shell.dialog.getByRole('button', { name: 'Change the set “harbourmaster”' })).toBeVisible();
    await shell.closeDialog();
  });

  await test.step('the search uses it, says so, and does without it when told', async () => {
    await expect(page.getByText('40 results')).toBeVisible();
    await expect(library.hits.first().locator('mark')).toHaveText('Marchetti');
    await page.getByRole('checkbox', { name: 'Also searched: Marchetti' }).click();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Search names by their other names too' }).click();
    await expect(page.getByText('40 results')).toBeVisible();
  });

  await test.step('the hit is marked in the document too', async () => {
    await library.hits.first().click();
    await expect(page.getByText(/1 \/ 1 hit in this text/)).toBeVisible();
  });

  await test.step('a set is deleted and taken back', async () => {
    await page.getByRole('button', { name: 'Names…' }).click();
    await shell.dialog.getByRole('button', { name: 'Delete the set “harbourmaster”' }).click();
    await expect(shell.dialog.getByText('No set yet.', { exact: false })).toBeVisible();
    await shell.closeDialog();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await shell.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('40 results')).toBeVisible();
  });
});

/** An archive with articles in three scripts about one meeting. */
async function threeScripts(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
  const texts = {
    fr: 'Le dirigeant Kim Jong-un a reçu 347 délégués à Pyongyang. Selon Kim Jong-un, 12800 soldats sont partis.',
    ru: 'Ким Чен Ын принял 347 делегатов в Пхеньяне. По словам агентства, 12800 военных уехали из Пхеньяна.',
    ko: '김정은은 평양에서 대표 347명을 만났다. 김정은이 보낸 군인 12800명이 떠났다. 평양은 조용하다.',
  };
  for (const [language, text] of Object.entries(texts)) {
    const file = path.join(folder, `${language}.md`);
    writeFileSync(file, `---\ntitle: Rencontre ${language}\nlang: ${language}\n---\n\n${text}\n`);
    await postil(path.join(folder, 'archive.postil'), 'import', file);
  }
  return folder;
}

test('names proposed from the articles are kept or refused by keyboard, and taken back', async ({ journey }) => {
  const app = await journey.start({ folder: await threeScripts() });
  const { page, library, shell } = app;
  const open = () => shell.command('Names that mean the same…');
  const proposal = (name: string) => shell.dialog.getByRole('listitem').filter({ hasText: name });
  const act = (verb: string, name: string) => proposal(name).getByRole('button', { name: new RegExp(`^${verb}`) });
  const set = shell.dialog.getByRole('button', { name: 'Change the set “김정은”' });

  await test.step('each says what speaks for it', async () => {
    await open();
    await expect(proposal('김정은')).toContainText(/Kim Jong-un\s*1 document/);
    await expect(proposal('김정은')).toContainText('Their documents share these figures: 347 and 12800.');
  });

  await test.step('one is kept, and the search uses it', async () => {
    await act('Keep', '김정은').focus();
    await page.keyboard.press('Enter');
    await expect(set).toBeVisible();
    await expect(act('Keep', '평양')).toBeFocused();
    await shell.closeDialog();
    await library.search('김정은');
    await expect(page.getByText('3 results')).toBeVisible();
    await shell.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/^1 result(?!s)/)).toBeVisible();
    await open();
    await expect(act('Keep', '김정은')).toBeVisible();
  });

  await test.step('one is refused, taken back, refused again and stays away after a start', async () => {
    await act('Not the same', '평양').click();
    await expect(proposal('평양')).toBeHidden();
    await shell.closeDialog();
    await shell.messages.getByRole('button', { name: 'Undo' }).click();
    await open();
    await act('Not the same', '평양').click();
    await expect(proposal('평양')).toBeHidden();
    const again = await journey.restart(app);
    await again.shell.command('Names that mean the same…');
    const dialog = again.shell.dialog;
    await expect(dialog.getByRole('button', { name: /^Keep.*김정은/ })).toBeVisible();
    await expect(dialog.getByRole('listitem').filter({ hasText: '평양' })).toBeHidden();
    await dialog.getByRole('button', { name: 'Propose again what was refused' }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: '평양' })).toBeVisible();
  });
});

test('an archive of one language proposes nothing and says what is compared', async ({ journey }) => {
  const { shell } = await journey.start({ folder: await searchArchive() });
  await shell.command('Names that mean the same…');
  await expect(shell.dialog.getByText('None found.', { exact: false })).toBeVisible();
});
