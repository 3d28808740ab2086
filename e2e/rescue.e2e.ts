/** What must not be lost: last words, passages whose text went, changes made elsewhere; and ways by the keyboard. */
import type { DocumentView } from '../src-shared/contract/document-shapes';
import type { PostilBridge } from '../src-shared/contract/shell';
import { annotationUid, documentUid } from '../src-shared/model/ids';
import { expect, type RunningApp, test } from './app';
import { cutOut, stored } from './cli';
import { Rail } from './pages/rail';
import { caretBefore, painted } from './pages/text';

declare const window: { readonly postil: PostilBridge };

const title = 'Velin Bridge reopens: what we know, and who says otherwise';
const address = 'https://northgate-ledger.example/world/velin-bridge-reopens';

/** Closes the window as its cross does, the app with it. */
async function closeWindow({ electron }: RunningApp): Promise<void> {
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  await closed;
}

test('words typed right before the window closes are there after a restart', async ({ journey }) => {
  const first = await journey.start();
  await first.library.loadSamples();
  await first.library.open(title);
  await first.reading.editButton.click();
  await caretBefore(first.page, first.reading.text, 'Four days after');
  await first.page.keyboard.type('Last words. ');
  await closeWindow(first);
  const second = await journey.restart(first);
  await second.library.open(title);
  await expect(second.reading.text).toContainText('Last words. Four days after');
  await second.note.begin('Cut short');
  await second.page.keyboard.type('And the last of the note.');
  await closeWindow(second);
  const third = await journey.restart(second);
  await third.library.open('Cut short');
  await expect(third.note.text).toHaveText('And the last of the note.');
});

test('a passage whose text was deleted waits with its old words and is attached to others', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, reading, shell } = app;
  const quote = 'Neither saw any damage.';
  const other = 'orally, in late September';
  await library.loadSamples();
  await library.open(title);
  await reading.mark(quote, 'claim');
  await reading.editButton.click();
  await caretBefore(page, reading.text, quote);
  for (let letter = 0; letter < quote.length; letter++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  await expect(reading.text).not.toContainText(quote);
  await reading.lockButton.click();
  await shell.saved();
  const { orphans } = new Rail(page);
  await page.getByRole('button', { name: '1 passage to re-attach' }).click();
  await expect(orphans).toContainText(quote);
  expect((await stored(app.archive, title)).annotations.map(({ orphaned }) => orphaned)).toEqual([true]);
  await reading.select(other);
  await orphans.getByRole('button', { name: 'Attach to the selection' }).click();
  await expect(orphans).toHaveCount(0);
  await expect(reading.card(other).frame).toBeVisible();
  expect(await painted(page, 'claim')).toEqual([other]);
  expect(cutOut(await stored(app.archive, title))).toEqual([other]);
});

test('a hit opens with all hits marked, of the unfinished word too; Y copies with the source', async ({ journey }) => {
  const { page, library, reading, shell, electron } = await journey.start();
  await library.loadSamples();
  await library.search('douan');
  await expect(library.hits.first()).toContainText('Pont de Vélin');
  await library.searchBox.press('Enter');
  await reading.shows(/Pont de Vélin/);
  await expect.poll(async () => (await painted(page, 'hit')).join(' ')).toContain('douan');
  await library.search('');
  await library.open(title);
  await reading.select('Neither saw any damage.');
  await page.keyboard.press('y');
  await shell.says('Copied with its source.');
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(
    `“Neither saw any damage.” (Harriet Lowden, “${title}”, The Northgate Ledger, October 31, 2025, par.\u00a06, ${address})`,
  );
});

test('a change made elsewhere takes no typed word', async ({ journey }) => {
  const app = await journey.start();
  const { page, library, note, shell } = app;
  await note.begin('Shared');
  await page.keyboard.type('First line.');
  await shell.saved();
  const { uid } = await stored(app.archive, 'Shared');
  const read = await page.evaluate((one) => window.postil.call('openDocument', { uid: one }), documentUid(uid));
  if (!read.ok) throw new Error(read.error.message);
  const { revision, body } = (read.value as DocumentView).document;
  await page.keyboard.type(' Mine alone.');
  const other = await page.evaluate((input) => window.postil.call('saveBody', input), {
    uid: documentUid(uid),
    revision,
    body: { ...body, blocks: [...body.blocks, ...body.blocks] },
    places: [],
  });
  expect(other.ok, 'the other change came first').toBe(true);
  await page.keyboard.type(' Typed on.');
  await shell.says(/changed elsewhere/);
  await expect(note.text).toHaveText('First line.First line.');
  await library.open('Shared (changes not saved)');
  await expect(note.text).toHaveText('First line. Mine alone. Typed on.');
});

test('a comment whose passage was deleted elsewhere is said once, and all the rest counts as saved', async ({
  journey,
}) => {
  const { page, library, reading, shell, archive } = await journey.start();
  await library.loadSamples();
  await library.open(title);
  await reading.mark('Neither saw any damage.', 'claim');
  const { annotations } = await stored(archive, title);
  const [uid] = annotations.map((one) => annotationUid(one.uid));
  if (uid === undefined) throw new Error('the passage is not in the archive');
  await reading.card('Neither saw any damage.').comment.click();
  await page.keyboard.type('To be asked');
  const deleted = await page.evaluate((uids) => window.postil.call('deleteAnnotations', { uids }), [uid]);
  expect(deleted.ok).toBe(true);
  await shell.says(/no longer in the archive/);
  await shell.saved();
});

test('the keyboard opens a document that a note mentions', async ({ journey }) => {
  const { page, library, note, reading } = await journey.start();
  await library.loadSamples();
  await note.begin('Leads');
  await page.keyboard.type('Compare [[Pont');
  await expect(note.mentions.getByRole('option').first()).toContainText('Pont de Vélin');
  await page.keyboard.press('Enter');
  await expect(note.text).toContainText('Compare Pont de Vélin');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await reading.shows(/Pont de Vélin/);
});

/** Ends the window's page at once, as a crash does. */
async function crashPage({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

test('a title is saved while it is typed, and survives the window’s crash', async ({ journey }) => {
  const app = await journey.start();
  const { library, note, page } = app;
  await page.getByRole('banner').getByRole('button', { name: 'New note' }).click();
  // The list shows what the archive has.
  const listed = (title: string) => expect(library.rows.filter({ hasText: title })).toBeVisible();
  await note.title.pressSequentially('Never left the field');
  await listed('Never left the field');
  await note.title.pressSequentially(', and typed on');
  await listed('Never left the field, and typed on');
  await expect(note.title).toHaveValue('Never left the field, and typed on');
  await expect(note.title).toBeFocused();
  await journey.expectCrash(() => crashPage(app));
  expect((await stored(app.archive, 'Never left the field, and typed on')).title).not.toBe('');
});

test('a title typed right before the window closes is there after a restart', async ({ journey }) => {
  const first = await journey.start();
  await first.page.getByRole('banner').getByRole('button', { name: 'New note' }).click();
  await first.note.title.fill('Closed at once');
  await closeWindow(first);
  const second = await journey.restart(first);
  await second.library.open('Closed at once');
});
