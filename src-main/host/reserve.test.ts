import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepReserve, reserveOf } from './reserve';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const throwIt = (error: unknown): never => {
  throw error;
};
const room = 1024 ** 3;

function kept(freeBytes: () => number) {
  const archivePath = join(mkdtempSync(join(tmpdir(), 'postil-reserve-')), 'a.postil');
  const restored = vi.fn();
  const reserve = keepReserve({ archivePath, onRestored: restored, onBug: throwIt, freeBytes });
  return { reserve, restored, file: reserveOf(archivePath) };
}

/** Timers are the test's, the disk is not: waits for what the disk does. */
const onDisk = (file: string): Promise<void> =>
  vi.waitFor(() => {
    if (!existsSync(file)) throw new Error('not there yet');
  });

test('is made when there is room, let go at once, and made again when there is room again', async () => {
  let free = room;
  const { reserve, restored, file } = kept(() => free);
  await vi.advanceTimersByTimeAsync(5_000);
  await onDisk(file);
  expect(statSync(file).size).toBe(8 * 1024 * 1024);
  free = 0;
  reserve.release();
  expect(existsSync(file)).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(existsSync(file)).toBe(false);
  expect(restored).not.toHaveBeenCalled();
  free = room;
  await vi.advanceTimersByTimeAsync(20_000);
  await onDisk(file);
  await vi.waitFor(() => expect(restored).toHaveBeenCalledOnce());
  reserve.stop();
});

test('is not made where it would take the last room', async () => {
  const { reserve, file } = kept(() => 70 * 1024 * 1024);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(existsSync(file)).toBe(false);
  reserve.stop();
});
