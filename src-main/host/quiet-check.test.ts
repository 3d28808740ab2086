import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkQuietly } from './quiet-check';

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const throwIt = (error: unknown): never => {
  throw error;
};

test('checks once nobody has used the archive for five minutes, and not again within the week', async () => {
  let checks = 0;
  const quiet = checkQuietly(0, Date.now, async () => void checks++, throwIt);
  await vi.advanceTimersByTimeAsync(4 * minute);
  quiet.touch();
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(checks).toBe(0);
  await vi.advanceTimersByTimeAsync(minute);
  expect(checks).toBe(1);
  quiet.touch();
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(checks).toBe(1);
  await vi.advanceTimersByTimeAsync(week);
  quiet.touch();
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect(checks).toBe(2);
  quiet.stop();
});

test('a check of this week is not done again; one from the future is not believed', async () => {
  let checks = 0;
  const check = async (): Promise<void> => void checks++;
  const recent = checkQuietly(Date.now() - week / 2, Date.now, check, throwIt);
  await vi.advanceTimersByTimeAsync(6 * minute);
  expect(checks).toBe(0);
  recent.stop();
  const future = checkQuietly(Date.now() + week, Date.now, check, throwIt);
  await vi.advanceTimersByTimeAsync(6 * minute);
  expect(checks).toBe(1);
  future.stop();
});
