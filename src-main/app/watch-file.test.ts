import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveWatchFile, watchFileOf } from './watch-file';

const from = '/home/ada/Old.postil';
const to = '/home/ada/New.postil';

function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postil-watch-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('an archive that moved keeps watching', () => {
  const folder = profile();
  writeFileSync(watchFileOf(folder, from), 'watch');
  expect(moveWatchFile(folder, from, to)).toBe(true);
  expect(readFileSync(watchFileOf(folder, to), 'utf8')).toBe('watch');
  expect(existsSync(watchFileOf(folder, from))).toBe(false);
});

test('where nothing was watched, nothing is lost', () => {
  expect(moveWatchFile(profile(), from, to)).toBe(true);
});

test('a profile that can’t be written is said', () => {
  const folder = profile();
  writeFileSync(watchFileOf(folder, from), 'watch');
  // As good as a full or read-only disk, and the same for every user.
  mkdirSync(join(watchFileOf(folder, to), 'in the way'), { recursive: true });
  expect(moveWatchFile(folder, from, to)).toBe(false);
});
