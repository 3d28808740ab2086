import { expect, test } from 'vitest';
import { guessedHeightPx } from './guessed-height';

const column = { widthPx: 600, letterPx: 20, linePx: 34, gapPx: 21 };

test('words without end take as many lines as their letters fill', () => {
  expect(guessedHeightPx('a short line', column)).toBe(34);
  const tenLines = 'word '.repeat(127);
  expect(guessedHeightPx(tenLines, column)).toBeGreaterThan(9 * 34);
  expect(guessedHeightPx(tenLines, column)).toBeLessThan(13 * 34);
});

test('letters as wide as they are high take more room', () => {
  const text = '바람이 분다 '.repeat(40);
  expect(guessedHeightPx(text, column)).toBeGreaterThan(
    guessedHeightPx('abcde fg '.repeat(40).slice(0, text.length), column),
  );
});

test('each line of a list has its own, and nothing still has one', () => {
  expect(guessedHeightPx('one\ntwo\nthree', column)).toBe(3 * 34);
  expect(guessedHeightPx('', column)).toBe(34);
});
