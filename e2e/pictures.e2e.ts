/** Pictures of saved pages: kept with the page's folder, shown from the archive alone, taken out and brought back. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { pngOf } from '../src-shared/images/test-images';
import { expect, test } from './app';
import { postil, postilJson } from './cli';
import { photograph, write } from './files';

const words =
  '<p>The bridge over the Velin was closed for nine days. Two hauliers say that neither saw any damage.</p>';
const hostileDrawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="120" onload="parent.harmed = 1">
  <script>parent.harmed = 1; fetch('https://tracker.invalid/a')</script>
  <style>@import url('https://tracker.invalid/b.css'); rect { fill: url('https://tracker.invalid/c#x') }</style>
  <image href="https://tracker.invalid/d.png" xlink:href="https://tracker.invalid/e.png" width="9" height="9"/>
  <use href="https://tracker.invalid/f.svg#x"/>
  <foreignObject width="99" height="99"><div xmlns="http://www.w3.org/1999/xhtml"><img src="https://tracker.invalid/g.png"/><iframe src="https://tracker.invalid/h"/></div></foreignObject>
  <rect width="300" height="120" fill="teal"/></svg>`;
const page1 = `<!doctype html><html lang="en"><head><title>The Velin Bridge</title></head><body><nav>Home</nav><article><h1>The Velin Bridge</h1>
  ${words.repeat(5)}
  <figure><img src="Velin_files/bridge.png?w=240" srcset="https://tracker.invalid/big.png 2000w" alt="The bridge at night" loading="lazy"><figcaption>Photograph: the Ledger</figcaption></figure>
  ${words.repeat(4)}
  <p><img src="./Velin_files/plan%20of%20it.svg" alt="A plan"></p>
  <p><img src="https://tracker.invalid/remote.png" alt="Elsewhere"><img src="Velin_files/fake.png" alt="No picture"><img src="Velin_files/pixel.gif"></p>
  ${words.repeat(4)}</article></body></html>`;

async function drop(page: Page, files: readonly string[], x = 700, y = 400): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await session.detach();
}

/** What the app answers to an address of its pictures, asked from the main process: status and type, or refused. */
const answerTo = (electron: ElectronApplication, address: string): Promise<string> =>
  electron.evaluate(
    ({ session }, asked) =>
      session.defaultSession.fetch(asked).then(
        ({ status, headers }) => `${status} ${headers.get('content-type')} ${headers.get('x-content-type-options')}`,
        () => 'refused',
      ),
    address,
  );

/** Pastes a picture alone, as a screenshot is. */
const pastePicture = (text: Locator, bytes: Uint8Array): Promise<void> =>
  text.evaluate((element, base64) => {
    const data = new DataTransfer();
    const picture = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([picture], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, Buffer.from(bytes).toString('base64'));

test('pictures of a saved page are kept, shown from the archive only, and come back', async ({ journey }) => {
  const app = await journey.start();
  const { page, electron, reading, folder } = app;
  const saved = write(folder, 'Velin.html', page1);
  write(folder, 'Velin_files/bridge.png', photograph(1600, 1200));
  write(folder, 'Velin_files/plan of it.svg', hostileDrawing);
  write(folder, 'Velin_files/fake.png', '<html><script>parent.harmed = 1</script></html>');
  write(folder, 'Velin_files/pixel.gif', pngOf(1, 1));
  await drop(page, [saved]);
  await reading.shows('The Velin Bridge');

  const picture = reading.text.getByRole('button', { name: /The bridge at night/ });
  const naturalWidth = (name: RegExp): Promise<number> =>
    reading.text
      .getByRole('button', { name })
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
  await test.step('it stands in the text with its room, its words and its caption; what is no picture is named', async () => {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => naturalWidth(/The bridge at night/)).toBe(1600);
    await reading.text.getByRole('button', { name: /A plan/ }).scrollIntoViewIfNeeded();
    await expect.poll(() => naturalWidth(/A plan/)).toBe(300);
    await expect(reading.text).toContainText('Photograph: the Ledger');
    for (const name of [/Elsewhere/, /No picture/]) await expect(reading.text.getByRole('img', { name })).toBeVisible();
    await expect(reading.text.locator('.picture')).toHaveCount(2);
  });

  await test.step('nothing of a hostile drawing runs, and only the archive’s pictures load', async () => {
    const addresses = await reading.text
      .locator('img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
    expect(addresses.every((address) => /^postil-asset:\/\/archive\/[0-9a-f]{64}$/.test(address))).toBe(true);
    const known = addresses[0] ?? '';
    expect(await answerTo(electron, known)).toBe('200 image/png nosniff');
    for (const address of [
      known.replace('archive', 'elsewhere'),
      known.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      `${known}?x`,
      'postil-asset://archive/../../archive.postil',
    ])
      expect(await answerTo(electron, address), address).toMatch(/^(404|refused)/);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });

  await test.step('Enter opens it large, a press shows its pixels, Escape goes back to the text', async () => {
    await picture.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The bridge at night' });
    await expect(dialog.getByRole('img')).toBeVisible();
    await expect(dialog).toContainText('1600 × 1200');
    await dialog.getByRole('button', { name: 'Full size' }).click();
    await expect(dialog.getByRole('button', { name: 'Fit to the window' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(picture).toBeFocused();
  });

  await test.step('a passage beside it stands where it was marked', async () => {
    await reading.mark('closed for nine days', 'claim');
  });

  await test.step('a note takes pictures from the clipboard and from a drop, and undo takes them out', async () => {
    const { note, shell } = app;
    await note.begin('Notes on the bridge');
    await page.keyboard.type('Before');
    await pastePicture(note.text, photograph(320, 200));
    const pictures = note.text.locator('.picture img');
    await expect(pictures).toHaveCount(1);
    await expect.poll(() => pictures.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    await page.keyboard.type('After');
    await expect(note.text).toContainText('After');
    const { x, y } = (await note.text.boundingBox()) ?? { x: 0, y: 0 };
    await drop(page, [path.join(folder, 'files/Velin_files/bridge.png')], x + 20, y + 8);
    await expect(pictures).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(pictures).toHaveCount(1);
    await page.keyboard.press('Control+y');
    await expect(pictures).toHaveCount(2);
    await drop(page, [path.join(folder, 'files/Velin_files/fake.png')], x + 20, y + 8);
    await shell.says(/no picture that can be kept/);
    await shell.saved();
  });

  await test.step('the exported archive, brought into an empty one, shows it again', async () => {
    const zip = path.join(folder, 'all.postil.zip');
    const other = path.join(folder, 'other');
    mkdirSync(other);
    await postil(app.archive, 'export', 'native', '--out', zip);
    await postil(path.join(other, 'archive.postil'), 'import', zip);
    expect(await postilJson<{ ok: boolean }>(path.join(other, 'archive.postil'), 'verify')).toMatchObject({ ok: true });
    const again = await journey.restart({ ...app, folder: other });
    await again.library.open('The Velin Bridge');
    const back = again.reading.text.getByRole('button', { name: /The bridge at night/ });
    await back.scrollIntoViewIfNeeded();
    await expect.poll(() => back.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await again.library.open('Notes on the bridge');
    await expect(again.note.text.locator('.picture')).toHaveCount(2);
  });
});
