import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeInside, writeFilesInto, writeFileWhole } from './write-files';

const folder = (): string => mkdtempSync(join(tmpdir(), 'postil-write-'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cannotWrite = expect.objectContaining({
  data: expect.objectContaining({ code: 'export/cannot-write' }) as unknown,
}) as unknown;

describe('one file', () => {
  test('takes the place of the old one in one step and leaves nothing beside', async () => {
    const root = folder();
    const path = join(root, 'a.zip');
    writeFileSync(path, 'old');
    expect(await writeFileWhole(path, [bytes('new '), bytes('one')])).toBe(7);
    expect(readFileSync(path, 'utf8')).toBe('new one');
    expect(readdirSync(root)).toEqual(['a.zip']);
  });

  test('keeps the old one, and nothing beside, when its maker fails half-way', async () => {
    const root = folder();
    const path = join(root, 'a.zip');
    writeFileSync(path, 'old');
    function* failing(): Generator<Uint8Array> {
      yield bytes('half');
      throw new Error('a bug');
    }
    await expect(writeFileWhole(path, failing())).rejects.toThrow('a bug');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(root)).toEqual(['a.zip']);
  });

  test('names the path and the reason when the place can’t be written', async () => {
    const path = join(folder(), 'not', 'there.md');
    await expect(writeFileWhole(path, [bytes('x')])).rejects.toEqual(cannotWrite);
    await expect(writeFileWhole(path, [bytes('x')])).rejects.toThrow(/there\.md.*not there any more/);
  });
});

describe('files in a folder', () => {
  test('keeps what the person has there and replaces only the same names', async () => {
    const root = folder();
    writeFileSync(join(root, 'mine.txt'), 'mine');
    writeFileSync(join(root, 'a.md'), 'old');
    const files = [
      { path: 'a.md', bytes: bytes('new') },
      { path: 'sub/b.md', bytes: bytes('b') },
    ];
    expect(await writeFilesInto(join(root), files)).toBe(4);
    expect(readFileSync(join(root, 'mine.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('new');
    expect(readdirSync(join(root, 'sub'))).toEqual(['b.md']);
  });

  test('writes nothing at all when one path would leave the folder', async () => {
    const root = folder();
    const files = [
      { path: 'a.md', bytes: bytes('a') },
      { path: '../evil.md', bytes: bytes('b') },
    ];
    await expect(writeFilesInto(root, files)).rejects.toEqual(cannotWrite);
    expect(readdirSync(root)).toEqual([]);
  });

  test('says so when a file stands where a folder has to be', async () => {
    const root = folder();
    writeFileSync(join(root, 'sub'), 'a file');
    await expect(writeFilesInto(root, [{ path: 'sub/b.md', bytes: bytes('b') }])).rejects.toEqual(cannotWrite);
    expect(readFileSync(join(root, 'sub'), 'utf8')).toBe('a file');
  });

  test('stops between files when asked to, leaving whole files only', async () => {
    const root = folder();
    const controller = new AbortController();
    const files = ['a', 'b', 'c'].map((name) => ({ path: `${name}.md`, bytes: bytes(name) }));
    const onProgress = (done: number): void => {
      if (done === 1) controller.abort();
    };
    await expect(writeFilesInto(root, files, { signal: controller.signal, onProgress })).rejects.toMatchObject({
      data: { code: 'export/cancelled' },
    });
    expect(readdirSync(root)).toEqual(['a.md', 'b.md']);
  });
});

test('refuses every way out of the folder', () => {
  for (const path of ['..', '../x', 'a/../../x', '/etc/x', 'a//b', 'C:/x', 'c:x', 'a\\..\\x', './x', '', 'a\0b']) {
    expect(() => placeInside('/some/folder', path)).toThrow(cannotWriteMessage);
  }
  expect(placeInside('/some/folder', 'a/b..md')).toBe('/some/folder/a/b..md');
});
const cannotWriteMessage = /outside the chosen folder/;
