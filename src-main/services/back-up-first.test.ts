import type { ArchiveHealth, BackupInfo, BackupReason } from '@shared/contract/archive-shapes';
import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { backUpBeforeImport, isLargeDeletion, isLargeImport, wantsBackupFirst } from './back-up-first';
import type { JobContext } from './jobs';
import type { ArchiveKeeping } from './services-api';

const well: ArchiveHealth = { backup: null, diskFull: false, failedChecks: [], indexIncomplete: false };
const large = { files: 500, bytes: 1 };

interface Wish {
  readonly wanted?: boolean;
  readonly due?: boolean;
  readonly diskFull?: boolean;
  readonly make?: () => Promise<BackupInfo>;
}

function bench({ wanted = true, due = true, diskFull = false, make }: Wish = {}) {
  const made: BackupReason[] = [];
  const asked: (number | undefined)[] = [];
  const keeping: ArchiveKeeping = {
    backups: {
      folder: '',
      isReachable: () => true,
      list: () => [],
      make: async (reason) => {
        made.push(reason);
        return make === undefined ? { name: '', reason, madeAtMs: 0, sizeBytes: 0 } : make();
      },
      isDue: (afterMs) => {
        asked.push(afterMs);
        return due;
      },
      pathOf: (name) => name,
    },
    backUpFirst: () => wanted,
    health: () => ({ ...well, diskFull }),
    verify: async () => ({ ok: true, checks: [] }),
    lookInto: () => {
      throw new Error('not asked for here');
    },
    restore: async () => undefined,
  };
  return { keeping, made, asked };
}

const contextOf = (signal = new AbortController().signal): JobContext & { readonly stages: string[] } => {
  const stages: string[] = [];
  return { signal, stages, progress: (_done, _total, _current, stage) => stages.push(stage ?? 'none') };
};
const unexpected = (): void => expect.unreachable();

test('a large import is backed up before, and says so while it lasts', async () => {
  const { keeping, made, asked } = bench();
  const context = contextOf();
  await backUpBeforeImport(keeping, large, context, unexpected);
  expect(made).toEqual(['before-import']);
  expect(context.stages).toEqual(['backing-up']);
  expect(asked, 'a backup younger than an hour is as good').toEqual([3_600_000]);
});

test('nothing is backed up for a few files, when it is not wanted, or when a young backup has it all', async () => {
  for (const [size, wish] of [
    [{ files: 3, bytes: 1000 }, {}],
    [large, { wanted: false }],
    [large, { due: false }],
  ] as const) {
    const { keeping, made } = bench(wish);
    await backUpBeforeImport(keeping, size, contextOf(), unexpected);
    expect(made).toEqual([]);
  }
  await backUpBeforeImport(undefined, large, contextOf(), unexpected);
});

test('an import goes on, and the person is told, when the backup can’t be made', async () => {
  const { keeping } = bench({ make: () => Promise.reject(new Failure('backup/folder', 'gone')) });
  const told: string[] = [];
  await backUpBeforeImport(keeping, large, contextOf(), ({ data }) => told.push(data.code));
  expect(told).toEqual(['backup/folder']);
});

test('what the person stopped is no failure to be told of', async () => {
  const stop = new AbortController();
  const { keeping } = bench({
    make: () => {
      stop.abort();
      return Promise.reject(new Failure('backup/cancelled', 'stopped'));
    },
  });
  await backUpBeforeImport(keeping, large, contextOf(stop.signal), unexpected);
  expect(stop.signal.aborted).toBe(true);
});

test('a full disk keeps nobody from deleting', () => {
  expect(wantsBackupFirst(bench({ diskFull: true }).keeping)).toBe(false);
  expect(wantsBackupFirst(bench().keeping)).toBe(true);
});

test('few large files are a large import, and ten documents a large deletion', () => {
  expect(isLargeImport({ files: 1, bytes: 64 * 1024 * 1024 })).toBe(true);
  expect(isLargeImport({ files: 24, bytes: 1 })).toBe(false);
  expect([9, 10].map(isLargeDeletion)).toEqual([false, true]);
});
