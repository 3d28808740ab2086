import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHostLog } from './host-log';

const folder = (): string => mkdtempSync(join(tmpdir(), 'postil-log-'));

test('says where a bug was, never what its message quotes', () => {
  const logs = join(folder(), 'logs');
  createHostLog(logs, 'archive', () => 0).bug('search', new RangeError('query: « le ministre »\nsecond line of it'));
  const text = readFileSync(join(logs, 'archive.log'), 'utf8');
  expect(text).toContain('search: RangeError');
  expect(text).toContain('host-log.test');
  expect(text).not.toContain('ministre');
  expect(text).not.toContain('second line');
});

test('sets a grown log aside instead of growing without end', () => {
  const logs = folder();
  const path = join(logs, 'archive.log');
  writeFileSync(path, 'x'.repeat(1_048_577));
  createHostLog(logs, 'archive', () => 0).note('anew');
  expect(readFileSync(path, 'utf8')).toBe('1970-01-01T00:00:00.000Z anew\n');
  expect(existsSync(`${path}.old`)).toBe(true);
});

test('stops nothing when it can’t write', () => {
  const file = join(folder(), 'a file');
  writeFileSync(file, '');
  expect(() => createHostLog(join(file, 'logs')).note('x')).not.toThrow();
});
