import { existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/shapes';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { openArchive } from '../archive/open';
import { parseFile } from '../import/parse-file';
import type { Services } from '../services/services-api';
import { keepArchive, openOrCreate } from './keeper';

const folder = (): string => mkdtempSync(join(tmpdir(), 'postil-keeper-'));
const silent = { note: () => undefined, bug: () => undefined };

function keep(
  archive: string,
  emit: (event: ArchiveEvent) => void,
  onTrouble: (error: ErrorData) => void = () => undefined,
  mayCreate = true,
) {
  const paths = {
    archive,
    samplesFolder: '',
    logsFolder: '',
    workerFile: '',
    verifyWorkerFile: '',
    recoverWorkerFile: '',
    backUpFirst: true,
    backupsFolder: `${archive} backups`,
    mayCreate,
    checkedAtMs: 0,
  };
  let services: Services | undefined;
  const serve = (served: Services): void => {
    services = served;
  };
  const keeper = keepArchive({ paths, parse: parseFile, grantedPaths: () => [], emit, log: silent, serve, onTrouble });
  return {
    ...keeper,
    get services(): Services {
      if (services === undefined) throw new Error('nothing is served');
      return services;
    },
  };
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

test('a backup brought back is what the next call sees, and what was there lies beside it', async () => {
  const path = join(folder(), 'a.postil');
  const events: ArchiveEvent[] = [];
  const keeper = keep(path, (event) => events.push(event));
  await keeper.services.handlers.createNote({ title: 'before' });
  const backed = new Promise<void>((resolve) => {
    const wait = setInterval(() => {
      if (!events.some(({ type }) => type === 'backupDone')) return;
      clearInterval(wait);
      resolve();
    }, 5);
  });
  await keeper.services.handlers.startBackup({});
  await backed;
  await keeper.services.handlers.createNote({ title: 'after' });
  const { backups } = await keeper.services.handlers.listBackups({});
  const name = backups[0]?.name ?? '';
  const look = await keeper.services.handlers.lookIntoBackup({ name });
  expect([look.backup.notes, look.here.notes]).toEqual([1, 2]);
  const { aside } = await keeper.services.handlers.restoreBackup({ name });
  expect((await keeper.services.handlers.stats({})).notes).toBe(1);
  expect(events.at(-1)).toEqual({ type: 'archiveChanged', documents: 'many' });
  keeper.close();
  const old = openArchive(aside ?? '');
  expect(old.stats({}).notes).toBe(2);
  old.close();
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const damaged = (path: string): ErrorData => ({ code: 'archive/damaged', message: '', params: { path } });

test('after an error of the disk the archive is opened again, and goes on', async () => {
  const path = join(folder(), 'a.postil');
  const events: ArchiveEvent[] = [];
  const troubles: ErrorData[] = [];
  const keeper = keep(
    path,
    (event) => events.push(event),
    (error) => troubles.push(error),
  );
  await keeper.services.handlers.createNote({ title: 'kept' });
  const before = keeper.services;
  keeper.failed(damaged(path));
  await turn();
  expect(keeper.services).not.toBe(before);
  expect((await keeper.services.handlers.stats({})).notes).toBe(1);
  expect(troubles).toEqual([]);
  keeper.close();
});

test('an archive that is damaged when it is opened again is given up, told of, and let go', async () => {
  const path = join(folder(), 'a.postil');
  const troubles: ErrorData[] = [];
  const keeper = keep(
    path,
    () => undefined,
    (error) => troubles.push(error),
  );
  await keeper.services.handlers.createNote({ title: 'gone' });
  keeper.failed(damaged(path));
  // Between the failure and the look at it.
  truncateSync(path, 4096);
  await turn();
  expect(troubles).toMatchObject([{ code: 'archive/damaged' }]);
  expect(() => keep(path, () => undefined)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ code: 'archive/damaged' }) }),
  );
});

test('trouble again at once is not tried away', async () => {
  const path = join(folder(), 'a.postil');
  const troubles: ErrorData[] = [];
  const keeper = keep(
    path,
    () => undefined,
    (error) => troubles.push(error),
  );
  keeper.failed(damaged(path));
  await turn();
  keeper.failed(damaged(path));
  await turn();
  expect(troubles).toEqual([damaged(path)]);
});

test('a full disk is told of until there is room, and another file’s is not the archive’s', async () => {
  const path = join(folder(), 'a.postil');
  const keeper = keep(path, () => undefined);
  keeper.failed({ code: 'archive/disk-full', message: '', params: { path: '/elsewhere' } });
  expect((await keeper.services.handlers.health({})).diskFull).toBe(false);
  keeper.failed({ code: 'archive/disk-full', message: '', params: { path } });
  expect((await keeper.services.handlers.health({})).diskFull).toBe(true);
  keeper.close();
});

test('an archive that was there before is not made anew where it is gone', () => {
  const path = join(folder(), 'a.postil');
  expect(() => keep(path, () => undefined, undefined, false)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ code: 'archive/not-found' }) }),
  );
  expect(existsSync(path)).toBe(false);
});

test('backups go to another folder from the moment that is said', async () => {
  const path = join(folder(), 'a.postil');
  const other = folder();
  const events: ArchiveEvent[] = [];
  const keeper = keep(path, (event) => events.push(event));
  keeper.backUpInto(other);
  expect((await keeper.services.handlers.listBackups({})).folder).toBe(other);
  expect(events.at(-1)).toEqual({ type: 'backupsMoved' });
  keeper.close();
});
