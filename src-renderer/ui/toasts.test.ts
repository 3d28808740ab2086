import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeToast, holdToast, releaseToast, showToast, useToasts } from './toasts';

const shown = () => useToasts.getState().toasts.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { id } of useToasts.getState().toasts) closeToast(id);
  vi.useRealTimers();
});

describe('a message', () => {
  test('goes after five seconds, after eight when it offers something to do', () => {
    showToast({ text: 'done' });
    showToast({ text: 'deleted', action: { label: 'Undo', run: () => undefined } });
    vi.advanceTimersByTime(5000);
    expect(shown()).toEqual(['deleted']);
    vi.advanceTimersByTime(3000);
    expect(shown()).toEqual([]);
  });

  test('stays while it is pointed at, and a moment longer', () => {
    const id = showToast({ text: 'done' });
    vi.advanceTimersByTime(4900);
    holdToast(id);
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['done']);
    releaseToast(id);
    vi.advanceTimersByTime(1900);
    expect(shown()).toEqual(['done']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  test('of a failure stays until it is closed', () => {
    const id = showToast({ text: 'broken', tone: 'failed' });
    vi.advanceTimersByTime(600_000);
    expect(shown()).toEqual(['broken']);
    closeToast(id);
    expect(shown()).toEqual([]);
  });

  test('said again replaces the one that says the same', () => {
    showToast({ text: 'done' });
    vi.advanceTimersByTime(4000);
    showToast({ text: 'done' });
    expect(shown()).toEqual(['done']);
    vi.advanceTimersByTime(4000);
    expect(shown()).toEqual(['done']);
  });
});
