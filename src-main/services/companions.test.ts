import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { companionReader } from './companions';
import { walk } from './walk';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'postil-page-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  mkdirSync(join(made, 'Page_files', 'sub'), { recursive: true });
  writeFileSync(join(made, 'Page.html'), '<p>');
  writeFileSync(join(made, 'secret.png'), 'secret');
  writeFileSync(join(made, 'Page_files', 'a.png'), 'a');
  writeFileSync(join(made, 'Page_files', 'frame.html'), '<p>');
  writeFileSync(join(made, 'Page_files', 'sub', 'b.png'), 'b');
  return made;
}
const textOf = (bytes: Uint8Array | null | undefined): string | null =>
  bytes ? new TextDecoder().decode(bytes) : null;

test('reads what a browser saved beside the page, below it too', () => {
  const read = companionReader(join(folder(), 'Page.html'));
  expect(textOf(read?.('Page_files/a.png'))).toBe('a');
  expect(textOf(read?.('Page_files/sub/b.png'))).toBe('b');
  expect(read?.('Page_files/absent.png')).toBeNull();
  expect(read?.('Page_files/sub')).toBeNull();
});

test.each([
  'secret.png',
  '../secret.png',
  'Page_files/../secret.png',
  'Page_files/sub/../../secret.png',
  './secret.png',
  '/etc/passwd',
  'Page_files//etc/passwd',
  'Page_files\\..\\secret.png',
  'Page_files/a.png:stream',
  'Page_files/a\u0000.png',
  'Other_files/a.png',
  'Page_files',
  '',
])('never reads %j', (path) => {
  const made = folder();
  mkdirSync(join(made, 'Other_files'));
  writeFileSync(join(made, 'Other_files', 'a.png'), 'other');
  expect(companionReader(join(made, 'Page.html'))?.(path)).toBeNull();
});

test('follows no link out of the folder, and takes no link for the folder', () => {
  const made = folder();
  symlinkSync(join(made, 'secret.png'), join(made, 'Page_files', 'link.png'));
  symlinkSync(made, join(made, 'Page_files', 'up'));
  symlinkSync(join(made, 'Page_files'), join(made, 'Away_files'));
  const read = companionReader(join(made, 'Page.html'));
  expect([read?.('Page_files/link.png'), read?.('Page_files/up/secret.png')]).toEqual([null, null]);
  expect(companionReader(join(made, 'Away.html'))?.('Away_files/a.png')).toBeNull();
});

test('only a page has such a folder', () => {
  expect(companionReader(join(folder(), 'Page.txt'))).toBeUndefined();
  expect(companionReader('/x/.html')).toBeUndefined();
});

test('the folder comes in with its page, not by itself, dropped with it or found beside it', async () => {
  const made = folder();
  const names = async (...paths: readonly string[]): Promise<readonly string[]> =>
    (await walk(paths)).files.map(({ path }) => path.slice(made.length + 1));
  expect(await names(made)).toEqual(['Page.html', 'secret.png']);
  expect(await names(join(made, 'Page.html'), join(made, 'Page_files'))).toEqual(['Page.html']);
  expect(await names(join(made, 'Page_files'))).toContain(join('Page_files', 'frame.html'));
});
