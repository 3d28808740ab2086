/** A saved page that means harm: nothing of it runs, nothing is asked for, and the window stays where it is. */
import { answerDialogs, expect, test } from './app';
import { fixture } from './files';

test('a hostile page comes in as plain text and does nothing', async ({ journey }) => {
  // The network log of the run is read when the app has closed: any request fails the journey.
  const { page, electron, library, reading, shell } = await journey.start();
  const before = page.url();
  await answerDialogs(electron, { open: [fixture('hostile.html')] });
  await library.importFiles();
  await reading.shows('A page that means harm');
  await expect(reading.text).toContainText('three captains disputed them');

  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  const addresses = await reading.text.evaluate((root) =>
    [...root.querySelectorAll('[href], [src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src')),
  );
  expect(
    addresses.filter((address) => address !== null && !/^https:\/\/logs\.example\.invalid\/third$/.test(address)),
  ).toEqual([]);
  expect(
    await reading.text
      .locator('script, iframe, object, embed, video, form, input, [onclick], [onerror], [style*="url"]')
      .count(),
  ).toBe(0);

  await test.step('a press on its links goes nowhere', async () => {
    for (const words of ['the first log', 'the second', 'the third']) await reading.clickOn(words);
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a[href]'))
        if (link instanceof HTMLElement && link.closest('.editor-surface')) link.click();
    });
    expect(page.url()).toBe(before);
    expect(electron.windows()).toHaveLength(1);
  });

  await test.step('searching and quoting it is harmless too', async () => {
    await reading.mark('a storm in a teacup', 'claim');
    await library.search('captains');
    await expect(library.hits.first()).toContainText('captains');
    await shell.saved();
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });
});
