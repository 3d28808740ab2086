import { beforeEach, expect, test, vi } from 'vitest';
import { KeptEntries } from './kept-entries';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

test('what was kept is there for the next start', () => {
  new KeptEntries('k', 3).set('a', '1');
  expect(new KeptEntries('k', 3).get('a')).toBe('1');
});

test('the one kept longest ago gives way', () => {
  const kept = new KeptEntries('k', 2);
  kept.set('a', '1');
  kept.set('b', '2');
  kept.set('a', '3');
  kept.set('c', '4');
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['3', undefined, '4']);
});

test('what someone else wrote there counts as nothing', () => {
  stored.set('k', '{not json');
  expect(new KeptEntries('k', 2).get('a')).toBeUndefined();
  stored.set('k', '[["a"], 3]');
  expect(new KeptEntries('k', 2).get('a')).toBeUndefined();
});

test('a key taken away is gone', () => {
  const kept = new KeptEntries('k', 2);
  kept.set('a', '1');
  kept.delete('a');
  expect(kept.get('a')).toBeUndefined();
});
