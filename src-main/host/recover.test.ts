import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecoveryAnswer } from '@shared/contract/shell-recovery';
import { expect, test } from 'vitest';
import { lockArchive } from '../archive/archive-lock';
import { createArchive, openArchive } from '../archive/open';
import type { HostWish } from './host-protocol';
import { recover } from './recover';

/** An archive with one note and a backup of it; `newer` notes come after the backup. */
async function archiveWithBackup(newer = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'postil-recover-'));
  const archive = join(folder, 'A.postil');
  const backupsFolder = join(folder, 'A backups');
  mkdirSync(backupsFolder);
  const open = createArchive(archive);
  open.createNote({ title: 'in the backup' });
  const backup = 'A 2026-01-01T00.00.00Z daily.postil';
  await open.backUp(join(backupsFolder, backup));
  for (let number = 0; number < newer; number++) open.createNote({ title: `newer ${number}` });
  open.close();
  const ask = async (wish: HostWish): Promise<RecoveryAnswer> => {
    const outcome = await recover(wish, { archive, backupsFolder }, (error) => {
      throw error;
    });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  return { folder, archive, backupsFolder, backup, ask };
}

const notesIn = (path: string): number => {
  const archive = openArchive(path);
  const { notes } = archive.stats({});
  archive.close();
  return notes;
};

test('finds the newest backup that is whole, and names the damaged ones before it', async () => {
  const { backupsFolder, backup, ask } = await archiveWithBackup();
  const newer = 'A 2026-02-01T00.00.00Z daily.postil';
  copyFileSync(join(backupsFolder, backup), join(backupsFolder, newer));
  truncateSync(join(backupsFolder, newer), 4096);
  const found = await ask({ do: 'survey' });
  expect(found).toMatchObject({ newest: { backup: { name: backup }, facts: { notes: 1 } }, damaged: [newer] });
});

test('a backup opens beside the archive, which stays as it is', async () => {
  const { folder, archive, backup, ask } = await archiveWithBackup(2);
  truncateSync(archive, 4096);
  const bytes = readFileSync(archive);
  expect(await ask({ do: 'copy-backup', name: backup })).toEqual({
    did: 'copy-backup',
    file: 'A (from backup).postil',
  });
  expect(await ask({ do: 'copy-backup', name: backup })).toMatchObject({ file: 'A (from backup 2).postil' });
  expect(readFileSync(archive).equals(bytes)).toBe(true);
  expect(notesIn(join(folder, 'A (from backup).postil'))).toBe(1);
});

test('a backup takes the archive’s place, and what was there lies beside it', async () => {
  const { folder, archive, backup, ask } = await archiveWithBackup(2);
  const answer = await ask({ do: 'restore', name: backup });
  expect(notesIn(archive)).toBe(1);
  expect(notesIn(join(folder, answer.did === 'restore' ? (answer.aside ?? '') : ''))).toBe(3);
});

test('nothing is put in the place of an archive that another app holds', async () => {
  const { archive, backup, ask } = await archiveWithBackup(2);
  const lock = lockArchive(archive);
  await expect(ask({ do: 'restore', name: backup })).rejects.toThrow('archive/held');
  lock.release();
  expect(notesIn(archive)).toBe(3);
});

test('an index is made anew in an archive that can’t be opened; a cut-off file is left alone', async () => {
  const { archive, ask } = await archiveWithBackup(2);
  expect(await ask({ do: 'rebuild-index' })).toEqual({ did: 'rebuild-index', documents: 3 });
  truncateSync(archive, 8192);
  await expect(ask({ do: 'rebuild-index' })).rejects.toThrow('archive/damaged');
});

test('what can be read is saved beside, and only names of the backups’ folder are taken', async () => {
  const { folder, ask } = await archiveWithBackup(2);
  expect(await ask({ do: 'salvage' })).toMatchObject({ file: 'A (saved).postil', report: { notes: 3 } });
  expect(notesIn(join(folder, 'A (saved).postil'))).toBe(3);
  writeFileSync(join(folder, 'secret.postil'), '');
  await expect(ask({ do: 'look-into', name: '../secret.postil' })).rejects.toThrow('backup/not-found');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part') || name.endsWith('.source'))).toEqual([]);
  expect(existsSync(join(folder, 'A.postil'))).toBe(true);
});
