import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isRefused, offerAgain, readRefused, refuse, useRefused } from './refused-proposals';

let written = new Map<string, string>();
beforeEach(() => {
  written = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => written.get(key) ?? null,
    setItem: (key: string, value: string) => written.set(key, value),
  });
  useRefused.setState({ refused: [] });
});
afterEach(() => vi.unstubAllGlobals());

const has = (archive: string, ...names: readonly string[]) => isRefused(useRefused.getState().refused, archive, names);

test('names refused are known in any order and writing, in their archive alone, and after a start', () => {
  refuse('/a', ['Kim', '김정은']);
  expect(has('/a', '김정은', 'KIM')).toBe(true);
  expect([has('/b', 'Kim', '김정은'), has('/a', 'Kim', '김정은', 'Ким')]).toEqual([false, false]);
  expect(readRefused([...written.values()][0] ?? null)).toEqual(useRefused.getState().refused);
});

test('a refusal is taken back, and all of an archive are offered again', () => {
  const undo = refuse('/a', ['Kim', '김정은']);
  refuse('/a', ['Pyongyang', '평양']);
  refuse('/b', ['Pyongyang', '평양']);
  undo();
  expect([has('/a', 'Kim', '김정은'), has('/a', 'Pyongyang', '평양')]).toEqual([false, true]);
  offerAgain('/a');
  expect([has('/a', 'Pyongyang', '평양'), has('/b', 'Pyongyang', '평양')]).toEqual([false, true]);
});

test('the newest five hundred are kept', () => {
  for (let index = 0; index < 510; index++) refuse('/a', ['x', `n${index}`]);
  expect(useRefused.getState().refused).toHaveLength(500);
  expect([has('/a', 'x', 'n9'), has('/a', 'x', 'n10'), has('/a', 'x', 'n509')]).toEqual([false, true, true]);
});

test.each([[null], ['nonsense'], ['{}'], ['[["a"],[1,2,3],"x"]']])('%j is read as nothing refused', (junk) => {
  expect(readRefused(junk)).toEqual([]);
});
