import { existsSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ArchiveEvent } from '@shared/contract/events';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { openArchive } from '../archive/open';
import { parseFile } from '../import/parse-file';
import type { Services } from '../services/services-api';
import { internalError } from './answer';
import type { BeginRecovery } from './ask-recovery';
import { hostPaths } from './host-paths.test-support';
import { keepArchive, openOrCreate } from './keeper';
import { recover } from './recover';

const folder = (): string => mkdtempSync(join(tmpdir(), 'postil-keeper-'));
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const silent = { note: () => undefined, bug: () => undefined };

function keep(
  archive: string,
  emit: (event: ArchiveEvent) => void,
  onTrouble: (error: ErrorData) => void = () => undefined,
  mayCreate = true,
) {
  const paths = hostPaths(archive, { mayCreate });
  let services: Services | undefined;
  const restored: (string | null)[] = [];
  const serve = (served: Services): void => {
    services = served;
  };
  // In this thread; in the app a thread of its own.
  const beginRecovery: BeginRecovery = (wish, onProgress) => {
    let stopped = false;
    const outcome = turn().then(() =>
      recover(
        wish,
        paths,
        () => internalError,
        (stage, done, total) => {
          onProgress({ stage, done, total });
          if (stopped) throw new Failure('recovery/cancelled', 'Stopped.');
        },
      ),
    );
    return {
      outcome,
      stop: () => {
        stopped = true;
      },
    };
  };
  const onRestored = (aside: string | null): void => void restored.push(aside);
  const keeper = keepArchive({
    paths,
    parse: parseFile,
    grantedPaths: () => [],
    beginRecovery,
    onRestored,
    emit,
    log: silent,
    serve,
    onTrouble,
  });
  return {
    ...keeper,
    /** What main was told of restored backups. */
    restored,
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

/** Resolves with the first event that is wanted, of those that came already too. */
async function heard(
  events: readonly ArchiveEvent[],
  isWanted: (event: ArchiveEvent) => boolean,
): Promise<ArchiveEvent> {
  for (;;) {
    const found = events.find(isWanted);
    if (found !== undefined) return found;
    await turn();
  }
}

/** An archive with a note, a backup of it, and another note. */
async function withBackup(onEvent: (event: ArchiveEvent) => void = () => undefined) {
  const path = join(folder(), 'a.postil');
  const events: ArchiveEvent[] = [];
  const keeper = keep(path, (event) => {
    events.push(event);
    onEvent(event);
  });
  await keeper.services.handlers.createNote({ title: 'before' });
  await keeper.services.handlers.startBackup({});
  await heard(events, ({ type }) => type === 'backupDone');
  await keeper.services.handlers.createNote({ title: 'after' });
  const { backups } = await keeper.services.handlers.listBackups({});
  return { path, events, keeper, name: backups[0]?.name ?? '' };
}
const beside = (path: string): readonly string[] =>
  readdirSync(dirname(path)).filter((name) => /restor|replaced|looked/.test(name));

test('a backup brought back is what the next call sees, and what was there lies beside it', async () => {
  const { path, events, keeper, name } = await withBackup();
  const look = await keeper.services.handlers.lookIntoBackup({ name });
  expect([look.backup.notes, look.here.notes]).toEqual([1, 2]);
  const { job } = await keeper.services.handlers.startRestore({ name });
  expect(await heard(events, (event) => event.type === 'restoreDone')).toEqual({ type: 'restoreDone', job });
  const stages = events.flatMap((event) => (event.type === 'jobProgress' && event.job === job ? [event.stage] : []));
  expect([...new Set(stages)]).toEqual(['copying', 'checking', 'replacing']);
  expect((await keeper.services.handlers.stats({})).notes).toBe(1);
  expect(events).toContainEqual({ type: 'archiveChanged', documents: 'many' });
  expect(keeper.restored).toEqual(beside(path));
  keeper.close();
  const old = openArchive(join(dirname(path), keeper.restored[0] ?? ''));
  expect(old.stats({}).notes).toBe(2);
  old.close();
});

test('a restore stopped while the backup is copied leaves the archive open and as it was', async () => {
  const { path, events, keeper, name } = await withBackup();
  const before = keeper.services;
  const { job } = await keeper.services.handlers.startRestore({ name });
  await keeper.services.handlers.cancelJob({ job });
  expect(await heard(events, ({ type }) => type === 'jobFailed')).toMatchObject({ job, code: 'recovery/cancelled' });
  expect(keeper.services).toBe(before);
  expect((await keeper.services.handlers.stats({})).notes).toBe(2);
  expect([keeper.restored, beside(path)]).toEqual([[], []]);
  keeper.close();
});

test('a restore stopped at its last moment, by a quit, leaves the archive as it was', async () => {
  const { path, events, keeper, name } = await withBackup((event) => {
    if (event.type === 'jobProgress' && event.stage === 'replacing') void keeper.stopWork();
  });
  const { job } = await keeper.services.handlers.startRestore({ name });
  expect(await heard(events, ({ type }) => type === 'jobFailed')).toMatchObject({ job, code: 'recovery/cancelled' });
  expect((await keeper.services.handlers.stats({})).notes).toBe(2);
  expect([keeper.restored, beside(path)]).toEqual([[], []]);
  keeper.close();
});

test('a restore of a backup that is damaged is refused, and the archive goes on', async () => {
  const { path, events, keeper, name } = await withBackup();
  truncateSync(join(`${path} backups`, name), 8192);
  const { job } = await keeper.services.handlers.startRestore({ name });
  expect(await heard(events, ({ type }) => type === 'jobFailed')).toMatchObject({ job, code: 'archive/damaged' });
  expect((await keeper.services.handlers.stats({})).notes).toBe(2);
  expect([keeper.restored, beside(path)]).toEqual([[], []]);
  keeper.close();
});

test('other jobs stop before the archive is replaced under them', async () => {
  const { events, keeper, name } = await withBackup();
  const rebuild = await keeper.services.handlers.startRebuildIndex({});
  await keeper.services.handlers.startRestore({ name });
  await heard(events, ({ type }) => type === 'restoreDone');
  const ends = events.filter((event) => 'job' in event && event.job === rebuild.job && event.type !== 'jobProgress');
  expect(ends).toHaveLength(1);
  expect((await keeper.services.handlers.stats({})).notes).toBe(1);
  keeper.close();
});

test('two looks into backups, one soon after the other, are both answered', async () => {
  const { keeper, name, path } = await withBackup();
  const [first, second] = await Promise.allSettled([
    keeper.services.handlers.lookIntoBackup({ name }),
    keeper.services.handlers.lookIntoBackup({ name }),
  ]);
  expect(second).toMatchObject({ status: 'fulfilled', value: { backup: { notes: 1 } } });
  if (first.status === 'rejected') expect(first.reason).toMatchObject({ data: { code: 'recovery/cancelled' } });
  expect(beside(path)).toEqual([]);
  keeper.close();
});

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
