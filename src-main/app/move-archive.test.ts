import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveArchive } from './move-archive';

function written(): { readonly folder: string; readonly from: string } {
  const folder = mkdtempSync(join(tmpdir(), 'postil-move-'));
  const from = join(folder, 'Old.postil');
  writeFileSync(from, 'archive');
  writeFileSync(`${from}-wal`, 'log');
  mkdirSync(join(folder, 'Old backups'));
  writeFileSync(join(folder, 'Old backups', 'Old 2026-01-01T00.00.00Z daily.postil'), 'backup');
  writeFileSync(join(folder, 'Old backups', 'mine.txt'), 'mine');
  return { folder, from };
}

test('takes the log and the backups along, and names the backups after the new name', () => {
  const { folder, from } = written();
  const to = join(folder, 'deep', 'New.postil');
  moveArchive(from, to);
  expect(readdirSync(folder)).toEqual(['deep']);
  expect(readFileSync(to, 'utf8')).toBe('archive');
  expect(readFileSync(`${to}-wal`, 'utf8')).toBe('log');
  expect(readdirSync(join(folder, 'deep', 'New backups')).sort()).toEqual([
    'New 2026-01-01T00.00.00Z daily.postil',
    'mine.txt',
  ]);
});

test('leaves everything where it was when the name is taken', () => {
  const { folder, from } = written();
  const to = join(folder, 'Taken.postil');
  writeFileSync(to, 'another');
  expect(() => moveArchive(from, to)).toThrow(/already/);
  expect(readFileSync(from, 'utf8')).toBe('archive');
  expect(readFileSync(to, 'utf8')).toBe('another');
  expect(readdirSync(join(folder, 'Old backups')).sort()).toEqual([
    'Old 2026-01-01T00.00.00Z daily.postil',
    'mine.txt',
  ]);
});
