import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishFile, publishNewFile } from './publish-file';
import { testFolder } from './test-archive';

function twoFiles(): { readonly unfinished: string; readonly path: string } {
  const folder = testFolder();
  const unfinished = join(folder, 'a.new');
  writeFileSync(unfinished, 'whole');
  return { unfinished, path: join(folder, 'a') };
}

test('a finished file is there under its name alone', () => {
  const { unfinished, path } = twoFiles();
  expect(publishNewFile(unfinished, path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('whole');
  expect(existsSync(unfinished)).toBe(false);
});

test('what has the name already stays as it is, and is told of', () => {
  const { unfinished, path } = twoFiles();
  writeFileSync(path, 'of another');
  expect(publishNewFile(unfinished, path)).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('of another');
  expect(existsSync(unfinished)).toBe(false);
});

test('where a file may be replaced it is', () => {
  const { unfinished, path } = twoFiles();
  writeFileSync(path, 'older');
  publishFile(unfinished, path);
  expect(readFileSync(path, 'utf8')).toBe('whole');
});
