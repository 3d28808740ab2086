import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { walk } from './walk';

function tree(...files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'postil-walk-'));
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), file);
  }
  return root;
}
const found = async (root: string, ...paths: readonly string[]): Promise<readonly string[]> => {
  const { files } = await walk(paths.map((path) => join(root, path)));
  return files.map(({ path }) => relative(root, path));
};

test('walks folders to the bottom, in the order a person counts', async () => {
  const root = tree('n10.txt', 'n9.txt', 'a/deep/er/x.txt', 'a/b.md');
  expect(await found(root, '.')).toEqual(['a/b.md', 'a/deep/er/x.txt', 'n9.txt', 'n10.txt']);
});

test('leaves hidden entries of a folder out, but takes a hidden file that was picked', async () => {
  const root = tree('.git/config', '.DS_Store', 'a.txt');
  expect(await found(root, '.')).toEqual(['a.txt']);
  expect(await found(root, '.DS_Store')).toEqual(['.DS_Store']);
});

test('follows links once and never in circles', async () => {
  const root = tree('a/x.txt', 'b/y.txt');
  symlinkSync(root, join(root, 'a', 'up'));
  symlinkSync(join(root, 'b'), join(root, 'a', 'b'));
  symlinkSync(join(root, 'loop'), join(root, 'loop'));
  const { files, unreadable } = await walk([root]);
  expect(files.map(({ path }) => relative(root, path))).toEqual(['a/b/y.txt', 'a/x.txt']);
  expect(unreadable).toEqual([{ path: join(root, 'loop'), reason: 'ELOOP' }]);
});

test('lists a file once, however often it was picked', async () => {
  const root = tree('a/x.txt');
  expect(await found(root, 'a/x.txt', 'a', 'a/x.txt')).toEqual(['a/x.txt']);
});

test('says which picked paths are not there and which files were picked', async () => {
  const root = tree('x.txt', 'a/y.txt');
  const { files, unreadable } = await walk([join(root, 'gone.txt'), join(root, 'x.txt'), join(root, 'a')]);
  expect(unreadable).toEqual([{ path: join(root, 'gone.txt'), reason: 'ENOENT' }]);
  expect(files.map(({ picked, sizeBytes }) => [picked, sizeBytes])).toEqual([
    [true, 5],
    [false, 7],
  ]);
});

test('stops walking when asked to', async () => {
  expect((await walk([tree('x.txt')], AbortSignal.abort())).files).toEqual([]);
});
