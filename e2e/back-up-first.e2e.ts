/** The switch in the settings: no backup before large jobs when it is off, also after a restart; one when it is on again. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerDialogs, expect, type RunningApp, test } from './app';

/** Enough files for an import to count as large. */
const large = 30;

function folderOf(app: RunningApp, name: string): string {
  const folder = path.join(app.folder, name);
  mkdirSync(folder);
  for (let number = 0; number < large; number++)
    writeFileSync(
      path.join(folder, `${number}.txt`),
      `${name} ${number}\n\n${`Words ${number} of ${name}. `.repeat(20)}\n`,
    );
  return folder;
}

async function importFolder(app: RunningApp, name: string, allThen: number): Promise<void> {
  await answerDialogs(app.electron, { open: [folderOf(app, name)] });
  await app.shell.command('Import a folder…');
  await expect(app.page.getByRole('button', { name: new RegExp(`^All ${allThen}$`) })).toBeVisible();
}

function backupsOf(app: RunningApp): readonly string[] {
  const folder = path.join(app.folder, 'archive backups');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('before-import.postil')) : [];
}

test('who turns backups before large jobs off gets none, until they are turned on again', async ({ journey }) => {
  const app = await journey.start();
  await app.library.loadSamples();
  const backUpFirst = { name: /^Back up before a large import/ };
  await app.shell.command('Settings');
  await app.shell.dialog.getByRole('checkbox', backUpFirst).uncheck();
  await app.shell.closeDialog();
  await importFolder(app, 'first', 4 + large);
  expect(backupsOf(app)).toEqual([]);

  const again = await journey.restart(app);
  await again.shell.command('Settings');
  await expect(again.shell.dialog.getByRole('checkbox', backUpFirst)).not.toBeChecked();
  await again.shell.dialog.getByRole('checkbox', backUpFirst).check();
  await again.shell.closeDialog();
  await importFolder(again, 'second', 4 + 2 * large);
  expect(backupsOf(again)).toHaveLength(1);
});
