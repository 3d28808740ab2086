import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/shapes';
import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { openArchive } from '../archive/open';
import { parseFile } from '../import/parse-file';
import { keepArchive, openOrCreate } from './keeper';

const folder = (): string => mkdtempSync(join(tmpdir(), 'postil-keeper-'));
const silent = { note: () => undefined, bug: () => undefined };

function keep(archive: string, emit: (event: ArchiveEvent) => void) {
  const paths = { archive, samplesFolder: '', logsFolder: '', workerFile: '' };
  return keepArchive({ paths, parse: parseFile, grantedPaths: () => [], emit, log: silent });
}

test('makes the archive on the first start, with the folders on the way, and opens it on the next', () => {
  const path = join(folder(), 'new', 'folder', 'a.postil');
  openOrCreate(path, {}).close();
  expect(existsSync(path)).toBe(true);
  const again = openOrCreate(path, {});
  expect(again.stats({}).documents).toBe(0);
  again.close();
});

test('touches nothing when only a write-ahead log is left of an archive', () => {
  const path = join(folder(), 'a.postil');
  writeFileSync(`${path}-wal`, 'the only copy');
  expect(() => openOrCreate(path, {})).toThrow(Failure);
  expect(readFileSync(`${path}-wal`, 'utf8')).toBe('the only copy');
  expect(existsSync(path)).toBe(false);
});

test('leaves a file alone that is no archive', () => {
  const path = join(folder(), 'a.postil');
  writeFileSync(path, 'something else entirely');
  expect(() => openOrCreate(path, {})).toThrow(Failure);
  expect(readFileSync(path, 'utf8')).toBe('something else entirely');
});

test('says why when the folder can’t be made', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  expect(() => openOrCreate(join(file, 'a.postil'), {})).toThrow(/a file has/);
});

test('announces what another process wrote, and its own writing by name', async () => {
  const path = join(folder(), 'a.postil');
  const events: ArchiveEvent[] = [];
  let heardMany: () => void = () => undefined;
  const many = new Promise<void>((resolve) => {
    heardMany = resolve;
  });
  const keeper = keep(path, (event) => {
    events.push(event);
    if (event.type === 'archiveChanged' && event.documents === 'many') heardMany();
  });
  const own = await keeper.services.handlers.createNote({ title: 'mine' });
  expect(events).toEqual([{ type: 'archiveChanged', documents: [own.uid] }]);
  const other = openArchive(path);
  other.createNote({ title: 'from elsewhere' });
  await many;
  other.close();
  keeper.close();
});

test('an archive kept by one app is refused to another until it is closed', () => {
  const path = join(folder(), 'a.postil');
  const first = keep(path, () => undefined);
  expect(() => keep(path, () => undefined)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ code: 'archive/held' }) }),
  );
  first.close();
  keep(path, () => undefined).close();
});
