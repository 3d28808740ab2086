import { expect, test } from 'vitest';
import { createRestartLimit } from './restart-limit';

test('starts again after a death now and then, and gives up at the third within half a minute', () => {
  let nowMs = 0;
  const died = createRestartLimit(() => nowMs);
  expect(died()).toBe('restart');
  nowMs = 29_000;
  expect(died()).toBe('restart');
  nowMs = 31_000;
  expect(died()).toBe('restart');
  nowMs = 32_000;
  expect(died()).toBe('give-up');
});
