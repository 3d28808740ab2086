import type { ArchiveEvent } from '@shared/contract/events';
import { Failure } from '@shared/outcome/outcome';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backUpDaily } from './daily-backup';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const made = { name: 'a', madeAtMs: 0, sizeBytes: 1, reason: 'daily' } as const;
const minute = 60_000;

test('a due backup is made a minute after the start and looked for every hour, until stopped', async () => {
  const reasons: string[] = [];
  let due = true;
  const make = async (reason: string) => {
    reasons.push(reason);
    due = false;
    return made;
  };
  const stop = backUpDaily({ isDue: () => due, make }, () => undefined, throwIt);
  await vi.advanceTimersByTimeAsync(minute - 1);
  expect(reasons).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(reasons).toEqual(['daily']);
  await vi.advanceTimersByTimeAsync(60 * minute);
  due = true;
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(reasons).toEqual(['daily', 'daily']);
  due = true;
  stop();
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect(reasons.length).toBe(2);
});

test('one that fails is told of, and tried again an hour later', async () => {
  const events: ArchiveEvent[] = [];
  let tries = 0;
  const make = async () => {
    tries++;
    throw new Failure('archive/disk-full', 'The disk is full.');
  };
  const stop = backUpDaily({ isDue: () => true, make }, (event) => events.push(event), throwIt);
  await vi.advanceTimersByTimeAsync(61 * minute);
  stop();
  expect(tries).toBe(2);
  expect(events[0]).toMatchObject({ type: 'backupFailed', code: 'archive/disk-full' });
});

function throwIt(error: unknown): never {
  throw error;
}
