import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@shared/outcome/outcome';
import { expect, onTestFinished, test } from 'vitest';
import { createArchive, openArchive } from '../archive/open';
import { createBackups } from './backups';

const dayMs = 86_400_000;

function setUp(startMs = Date.parse('2026-01-01T12:00:00Z')) {
  const folder = mkdtempSync(join(tmpdir(), 'postil-backups-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { nowMs: startMs };
  const archivePath = join(folder, 'Enquête.postil');
  const archive = createArchive(archivePath, { nowMs: () => clock.nowMs });
  onTestFinished(() => archive.close());
  const backups = createBackups({ archive, archivePath, folder: join(folder, 'kept'), nowMs: () => clock.nowMs });
  return { folder, clock, archive, backups, archivePath };
}

test('a backup is due once there is something new and the newest is a day old', async () => {
  const { archive, backups, clock } = setUp();
  expect(backups.isDue()).toBe(false);
  archive.createNote({ title: 'Note' });
  expect(backups.isDue()).toBe(true);
  await backups.make('daily');
  expect(backups.isDue()).toBe(false);
  clock.nowMs += 2 * dayMs;
  expect(backups.isDue()).toBe(false);
  archive.createNote({ title: 'Another' });
  expect(backups.isDue()).toBe(true);
});

test('a backup dated in the future by a wrong clock does not keep others from being made', async () => {
  const { archive, backups, clock } = setUp(Date.parse('2036-01-01T00:00:00Z'));
  archive.createNote({ title: 'Note' });
  await backups.make('daily');
  clock.nowMs = Date.parse('2036-01-01T01:00:00Z');
  archive.createNote({ title: 'Later' });
  expect(backups.isDue()).toBe(false);
  clock.nowMs = Date.parse('2026-01-01T00:00:00Z');
  expect(backups.isDue()).toBe(true);
});

test('the list says when, why and how large, and each opens as the archive it was', async () => {
  const { archive, backups, clock } = setUp();
  archive.createNote({ title: 'Note' });
  const first = await backups.make('by-hand');
  clock.nowMs += 1000;
  archive.createNote({ title: 'Second' });
  const second = await backups.make('before-import');
  expect(backups.list()).toEqual([second, first]);
  expect(first).toMatchObject({ reason: 'by-hand', madeAtMs: Date.parse('2026-01-01T12:00:00Z') });
  const opened = openArchive(backups.pathOf(first.name));
  expect([opened.stats({}).notes, opened.verify({}).ok]).toEqual([1, true]);
  opened.close();
});

test('old automatic backups go with age, those made by hand stay, other files are not touched', async () => {
  const { archive, backups, clock } = setUp();
  archive.createNote({ title: 'Note' });
  const byHand = await backups.make('by-hand');
  writeFileSync(join(backups.folder, 'Enquête of mine.postil'), 'not ours');
  for (let day = 0; day < 20; day++) {
    clock.nowMs += dayMs;
    await backups.make('daily');
  }
  const names = readdirSync(backups.folder);
  expect(names).toContain('Enquête of mine.postil');
  expect(names).toContain(byHand.name);
  expect(backups.list().filter(({ reason }) => reason === 'daily').length).toBeLessThan(12);
});

test('a name that is no backup of this archive leads nowhere', () => {
  const { backups } = setUp();
  for (const name of ['../Enquête.postil', 'Enquête.postil', '']) expect(() => backups.pathOf(name)).toThrow(Failure);
});

test('a folder that can’t be used is named, with the reason', async () => {
  const { folder, archive, archivePath } = setUp();
  writeFileSync(join(folder, 'file'), '');
  const options = { archive, archivePath, folder: join(folder, 'file', 'kept'), nowMs: Date.now };
  await expect(createBackups(options).make('daily')).rejects.toThrow(/can’t be used because it is not there/);
});

test('a chosen folder that is gone is not made anew where its disk was', async () => {
  const { archive, archivePath, folder } = setUp();
  const gone = join(folder, 'disk', 'backups');
  const backups = createBackups({ archive, archivePath, folder: gone, nowMs: Date.now });
  expect(backups.isReachable()).toBe(false);
  await expect(backups.make('daily')).rejects.toThrow(/not there/);
  expect(existsSync(join(folder, 'disk'))).toBe(false);
});

test('a file where the folder is to be is no folder to look into', () => {
  const { archive, archivePath, folder } = setUp();
  const inTheWay = join(folder, 'kept');
  const backups = createBackups({ archive, archivePath, folder: inTheWay, nowMs: Date.now });
  expect(backups.isReachable(), 'it is made with the first backup').toBe(true);
  writeFileSync(inTheWay, '');
  expect(backups.isReachable()).toBe(false);
});

test('what a quit left half-copied goes with the next backup, and nothing else does', async () => {
  const { folder, backups } = setUp();
  await backups.make('by-hand');
  const kept = join(folder, 'kept');
  const half = 'Enquête 2026-01-01T00.00.00Z daily.postil.part';
  const mine = ['Enquête notes.part', 'Other 2026-01-01T00.00.00Z daily.postil.part'];
  for (const name of [half, ...mine]) writeFileSync(join(kept, name), '');
  await backups.make('by-hand');
  const left = readdirSync(kept);
  expect(left).not.toContain(half);
  expect(left).toEqual(expect.arrayContaining(mine));
});
