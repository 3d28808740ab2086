/** Checking the archive: everything named, the index rebuilt when only that is wrong, nothing promised for the rest. */
import Database from 'better-sqlite3';
import { expect, test } from './app';

function tamper(archive: string, sql: string): void {
  const db = new Database(archive);
  db.exec(sql);
  db.close();
}

function indexed(archive: string): number {
  const db = new Database(archive, { readonly: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM document_index').pluck().get());
  } finally {
    db.close();
  }
}

test('a whole archive passes every check', async ({ journey }) => {
  const { library, shell } = await journey.start();
  await library.loadSamples();
  await shell.command('Verify the archive');
  await expect(shell.dialog).toContainText('Everything is as it should be.');
  await expect(shell.dialog.getByLabel('passed')).toHaveCount(11);
});

test('an index that lost its words is rebuilt, and searches find them again', async ({ journey }) => {
  const app = await journey.start();
  const { library, shell, page } = app;
  await library.loadSamples();
  // Its rows are all there: rows that lack are noticed by counting soon after opening, and made anew unasked.
  tamper(
    app.archive,
    "DELETE FROM document_index; INSERT INTO document_index (rowid, title) SELECT id, 'lost' FROM documents",
  );
  await shell.command('Verify the archive');
  await expect(shell.dialog).toContainText('Nothing of yours is lost: rebuild the index.');
  await shell.dialog.getByRole('button', { name: 'Rebuild the index' }).click();
  await expect(shell.dialog).toContainText('Everything is as it should be.');
  await shell.closeDialog();
  await expect(page.getByRole('alert').filter({ hasText: 'A check found' })).toBeHidden();
  await library.search('bridge');
  await expect(library.hits.first()).toBeVisible();
});

test('a damaged text can’t be put right, and stays told of until it is', async ({ journey }) => {
  const app = await journey.start();
  const { library, shell, page } = app;
  await library.loadSamples();
  tamper(app.archive, "UPDATE bodies SET body_sha256 = 'x' WHERE document = 1");
  await shell.command('Verify the archive');
  await expect(shell.dialog).toContainText('Postil can’t put this right by itself.');
  await expect(shell.dialog).toContainText('A document’s text is not as it was saved.');
  await expect(shell.dialog.getByRole('button', { name: 'Rebuild the index' })).toBeHidden();
  await test.step('what can be read is a button away', async () => {
    await shell.dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  });
  await shell.closeDialog();
  await expect(page.getByText('A check found something wrong in this archive.')).toBeVisible();
});

test('an index that lost a few documents is made whole by opening the archive', async ({ journey }) => {
  const first = await journey.start();
  await first.library.loadSamples();
  await first.electron.close();
  tamper(first.archive, 'DELETE FROM document_index WHERE rowid IN (SELECT rowid FROM document_index LIMIT 2)');
  expect(indexed(first.archive)).toBe(2);
  const { page } = await journey.restart(first);
  await expect.poll(() => indexed(first.archive), { timeout: 60_000 }).toBe(4);
  await expect(page.getByRole('alert').filter({ hasText: 'The search index is not complete' })).toBeHidden();
});
