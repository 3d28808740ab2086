import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Autosave } from './autosave';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Never drawn, as in a hidden window, unless told otherwise. */
function saver(save: () => Promise<void> = async () => {}, drawn = () => new Promise<void>(() => {})) {
  const states: unknown[] = [];
  const spy = vi.fn(save);
  const autosave = new Autosave({ save: spy, onState: (state) => states.push(state), drawn });
  return { autosave, spy, states };
}

describe('autosave', () => {
  test('saves within half a second of the last key', async () => {
    const { autosave, spy, states } = saver();
    autosave.changed();
    await vi.advanceTimersByTimeAsync(500);
    expect(spy).toHaveBeenCalledTimes(1);
    expect(states).toEqual(['saving', 'saved']);
  });

  test('tells of a change at once: until it is saved it is not', async () => {
    const { autosave, states } = saver();
    autosave.changed();
    autosave.changed();
    expect(states).toEqual(['saving']);
    await autosave.flush();
    expect(states).toEqual(['saving', 'saved']);
    autosave.changed();
    autosave.forget();
    expect(states).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  test('saves at least every two seconds while keys keep coming', async () => {
    const { autosave, spy } = saver();
    for (let elapsedMs = 0; elapsedMs < 10_000; elapsedMs += 100) {
      autosave.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(spy.mock.calls.length).toBeGreaterThanOrEqual(5);
  });

  test('while keys keep coming, begins when one was just drawn rather than when the next is due', async () => {
    const draw: (() => void)[] = [];
    const { autosave, spy } = saver(undefined, () => new Promise((resolve) => draw.push(resolve)));
    for (let elapsedMs = 0; elapsedMs < 600; elapsedMs += 100) {
      autosave.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(spy).not.toHaveBeenCalled();
    draw[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test('flush waits for the save under way, then saves what came meanwhile', async () => {
    const finish: (() => void)[] = [];
    const { autosave, spy } = saver(() => new Promise((resolve) => finish.push(resolve)));
    autosave.changed();
    await vi.advanceTimersByTimeAsync(500);
    autosave.changed();
    const flushed = autosave.flush();
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(spy).toHaveBeenCalledTimes(2);
    finish[1]?.();
    await flushed;
    expect(autosave.pending).toBe(false);
  });

  test('saves at once when flushed and does nothing when there is nothing to save', async () => {
    const { autosave, spy } = saver();
    autosave.changed();
    await autosave.flush();
    await autosave.flush();
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test('tries again after a failure until it succeeds, and stays pending till then', async () => {
    let failures = 3;
    const { autosave, spy, states } = saver(async () => {
      if (failures-- > 0) throw new Error('disk full');
    });
    autosave.changed();
    await vi.advanceTimersByTimeAsync(500);
    expect(autosave.pending).toBe(true);
    await vi.advanceTimersByTimeAsync(2000 + 5000 + 15_000);
    expect(spy).toHaveBeenCalledTimes(4);
    expect(autosave.pending).toBe(false);
    expect(states.at(-1)).toBe('saved');
  });

  test('forgets what is not saved when told to', async () => {
    const { autosave, spy } = saver();
    autosave.changed();
    autosave.forget();
    await vi.advanceTimersByTimeAsync(5000);
    expect(spy).not.toHaveBeenCalled();
  });
});
