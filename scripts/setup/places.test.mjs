import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillFolder } from './places.mjs';

let work;
let target;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'postil-places-'));
  target = join(work, 'cache', 'thing');
});

afterEach(() => rmSync(work, { recursive: true, force: true }));

test('a folder appears whole, under its name only', async () => {
  await fillFolder(target, (draft) => {
    writeFileSync(join(draft, 'part'), '1');
    expect(existsSync(target)).toBe(false);
  });
  expect(readFileSync(join(target, 'part'), 'utf8')).toBe('1');
  expect(readdirSync(join(work, 'cache'))).toEqual(['thing']);
});

test('a broken-off fill leaves what was there, and nothing half', async () => {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'part'), 'old');
  const broken = fillFolder(target, (draft) => {
    writeFileSync(join(draft, 'part'), 'half');
    throw new Error('the line went down');
  });
  await expect(broken).rejects.toThrow('the line went down');
  expect(readFileSync(join(target, 'part'), 'utf8')).toBe('old');
  expect(readdirSync(join(work, 'cache'))).toEqual(['thing']);
});
