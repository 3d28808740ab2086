/** A library of thousands: it scrolls, jumps to both ends and finds, at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { postil } from './cli';

const documents = 10_000;

declare global {
  interface Window {
    seenLists: { frames: number; empty: number; lists: number };
  }
}

/** In the window: looks at every frame, as it was drawn, for what the pane of the list shows. */
function watchLists(): void {
  const seen = { frames: 0, empty: 0, lists: 0 };
  window.seenLists = seen;
  let last = '';
  let wasEmpty = false;
  const look = (): void => {
    const shown = [...document.querySelectorAll('section.list-pane')].filter((pane) => pane.checkVisibility());
    const rows = shown.flatMap((pane) => [...pane.querySelectorAll('[role="row"]')]);
    const list = rows.map(({ textContent }) => textContent).join('\n');
    seen.frames++;
    const isEmpty = rows.length < 2;
    // Once may be between the making of rows and the frame that lays them out.
    if (isEmpty && wasEmpty) seen.empty++;
    wasEmpty = isEmpty;
    if (!isEmpty && list !== last) seen.lists++;
    if (!isEmpty) last = list;
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = look;
  const frame = (): void => {
    // After the frame: rows are laid out in it.
    channel.port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

test('ten thousand documents scroll, jump and are searched without waiting', async ({ journey }) => {
  test.setTimeout(180_000);
  const files = mkdtempSync(path.join(os.tmpdir(), 'postil-many-'));
  for (let index = 0; index < documents; index++) {
    const number = String(index).padStart(5, '0');
    mkdirSync(path.join(files, number.slice(0, 2)), { recursive: true });
    writeFileSync(
      path.join(files, number.slice(0, 2), `${number}.md`),
      `---\ntitle: Dispatch ${number}\ndate: 2024-${String((index % 12) + 1).padStart(2, '0')}-11\nlang: en\n---\n\nThe convoy numbered ${number} passed the gate at dawn.\n`,
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-e2e-'));
  await postil(path.join(folder, 'archive.postil'), 'import', files);
  rmSync(files, { recursive: true, force: true });
  const { page, library } = await journey.start({ folder });
  await expect(page.getByText('10,000 documents').first()).toBeVisible();
  expect(await library.rows.count()).toBeLessThan(60);

  await page.getByRole('button', { name: 'Sort: Date added' }).click();
  await page.getByRole('menuitem', { name: 'Title' }).click();
  await expect(library.row('Dispatch 00000')).toBeVisible();
  await library.list.press('End');
  await expect(library.row('Dispatch 09999')).toBeInViewport();
  await library.list.press('Home');
  await expect(library.row('Dispatch 00000')).toBeInViewport();

  const scrolled = () => library.list.evaluate((list) => list.scrollTop);

  await test.step('a wheel turned right after Home or End goes on from there, and is not taken back', async () => {
    await library.list.hover();
    for (let time = 0; time < 4; time++) {
      await library.list.press('End');
      await expect(library.row('Dispatch 09999')).toBeInViewport();
      await library.list.press('Home');
      await expect(library.row('Dispatch 00000')).toBeInViewport();
      const places: number[] = [];
      for (let turn = 0; turn < 6; turn++) {
        await page.mouse.wheel(0, 4000);
        places.push(await scrolled());
      }
      // Rows that turn out higher or lower than thought move what is seen by a few pixels.
      const steps = places.slice(1).map((place, turn) => place - (places[turn] ?? 0));
      expect(Math.min(...steps)).toBeGreaterThan(-100);
    }
  });

  await test.step('wheeling through it keeps showing rows, not blanks', async () => {
    await expect(async () => {
      await page.mouse.wheel(0, 4000);
      expect(await scrolled()).toBeGreaterThan(20_000);
    }).toPass({ intervals: [20], timeout: 20_000 });
    await expect(library.list.getByRole('row', { name: /^Dispatch/ }).first()).toBeVisible();
    await expect(library.list.getByRole('row', { name: 'Reading…' })).toHaveCount(0);
  });

  await test.step('after a search the list is where it was, with what was selected', async () => {
    const chosen = library.list.getByRole('row', { name: /^Dispatch/ }).nth(8);
    const title = (await chosen.getByRole('paragraph').first().textContent()) ?? '';
    await chosen.click();
    const before = await scrolled();
    await library.search('convoy');
    await expect(library.hits.first()).toBeVisible();
    await expect(library.list).toBeHidden();
    await library.search('');
    await expect(library.hits).toHaveCount(0);
    await expect.poll(scrolled).toBe(before);
    await expect(library.row(title)).toBeInViewport();
    await expect(library.list.getByRole('row', { selected: true })).toHaveCount(1);
    await expect(library.row(title)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('what was selected there and deleted among the results is selected no more', async () => {
    const selected = await library.list.getByRole('row', { selected: true }).textContent();
    const number = /\d+/.exec(selected ?? '')?.[0] ?? '';
    const above = `Dispatch ${String(Number(number) - 1).padStart(5, '0')}`;
    await library.row(above).click({ modifiers: ['Control'] });
    const head = page.getByRole('region', { name: 'Documents', exact: true }).locator('.list-head');
    await expect(head).toContainText('2 selected');
    await library.search(number);
    await expect(library.hits).toHaveCount(1);
    await library.hits.first().click();
    await library.results.press('Delete');
    await expect(library.hits).toHaveCount(0);
    await library.search('');
    await expect(library.list).toBeVisible();
    await expect(head).toContainText('9,999 documents');
    await expect(library.list.getByRole('row', { selected: true })).toHaveCount(1);
  });

  await test.step('typed letter by letter, a query changes the list once a key and never leaves it empty', async () => {
    await page.evaluate(watchLists);
    await library.searchBox.pressSequentially('dispatch 0777', { delay: 150 });
    await expect(library.hits.first()).toContainText('Dispatch 0777');
    const seen = await page.evaluate(() => window.seenLists);
    expect(seen.frames).toBeGreaterThan(50);
    expect(seen.empty).toBe(0);
    // The library, then one list a letter at most: none is shown twice or in parts.
    expect(seen.lists).toBeLessThanOrEqual(1 + 'dispatch 0777'.length);
  });

  await library.search('convoy 07777');
  await expect(library.hits.first()).toContainText('Dispatch 07777');
  await library.searchBox.press('Enter');
  await expect(page.getByRole('main').getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Dispatch 07777',
  );
});
