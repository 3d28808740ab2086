/** A browser's download folder is watched: what is saved there comes in by itself, also what was saved while Postil was closed. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, test } from './app';

const pageOf = (title: string, words: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words.repeat(6)}</p></article></body></html>`;

test('a reader has a download folder watched', async ({ journey }) => {
  const app = await journey.start();
  const { electron, page, library, shell, folder } = app;
  const downloads = path.join(folder, 'Downloads');
  mkdirSync(downloads);
  const save = (name: string, content: string): void => writeFileSync(path.join(downloads, name), content);
  save('old.html', pageOf('Kept long ago', 'The ferry of the old harbour left at noon, said the captain. '));
  const dialog = page.getByRole('dialog', { name: 'Watched folder' });

  await test.step('it is chosen once, in words; what lies there stays out unless asked for', async () => {
    await answerDialogs(electron, { open: [downloads] });
    await shell.command('Watched folder…');
    await expect(dialog).toContainText('Files are copied');
    await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(dialog).toContainText(downloads);
    await expect(dialog.getByRole('checkbox', { name: /what is there already \(1 file\)/ })).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Watch this folder' }).click();
    await expect(dialog).toContainText('Postil is watching this folder.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a page that is saved comes in by itself; one half written waits', async () => {
    save('bridge.html.part', '');
    save(
      'bridge.html',
      pageOf('The bridge reopens', 'Engineers declared the bridge safe after two winters of repair. '),
    );
    save('notes.json', '{}');
    save(
      'tram.html',
      pageOf('A tram for the valley', 'The council voted for a tram line through the valley by a narrow margin. '),
    );
    await shell.says('1 article came in from Downloads.');
    await expect(library.rows).toHaveCount(1);
    rmSync(path.join(downloads, 'bridge.html.part'));
    await expect(library.rows).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(library.rows).toHaveCount(1);
  });

  await test.step('a folder that is gone is said, and watched again when it is back', async () => {
    renameSync(downloads, `${downloads} away`);
    await shell.command('Watched folder…');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(dialog.getByRole('alert')).toContainText('The folder is not there');
    renameSync(`${downloads} away`, downloads);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(dialog).toContainText('Postil is watching this folder.');
    await page.keyboard.press('Escape');
  });

  await test.step('what is saved while Postil is closed comes in at its next start', async () => {
    const again = await journey.restart(app, {});
    save(
      'late.html',
      pageOf('Saved while nobody looked', 'The observatory counted eleven comets before the clouds came in. '),
    );
    await again.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await again.shell.says('1 article came in from Downloads.');
    await again.page.getByRole('button', { name: 'Show', exact: true }).click();
    await again.reading.shows('Saved while nobody looked');
    await expect(again.library.row('Kept long ago')).toBeHidden();
  });
});
