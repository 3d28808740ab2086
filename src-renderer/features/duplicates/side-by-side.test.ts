import { diffWords } from '@shared/text/diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame, sideBySide } from './side-by-side';

const textOf = (stretches: readonly { readonly text: string }[]): string => stretches.map(({ text }) => text).join('');

test('paragraphs stand beside their counterparts, with what only one has marked', () => {
  const rows = sideBySide(diffWords('un deux\ntrois\nquatre', 'un DEUX\ntrois\nquatre cinq'));
  expect(rows.map(({ left, right }) => [textOf(left), textOf(right)])).toEqual([
    ['un deux', 'un DEUX'],
    ['trois', 'trois'],
    ['quatre', 'quatre cinq'],
  ]);
  expect(rows.map(isSame)).toEqual([false, true, false]);
  expect(rows[0]?.right).toEqual([
    { text: 'un ', only: false },
    { text: 'DEUX', only: true },
  ]);
});

test('the columns hold all words of their texts, in order', () => {
  const words = fc.stringMatching(/^[ab ]{0,6}$/);
  const text = fc.array(words, { maxLength: 5 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = sideBySide(diffWords(before, after));
      const bare = (of: string): string => of.replaceAll('\n', '');
      expect(bare(rows.map(({ left }) => textOf(left)).join(''))).toBe(bare(before));
      expect(bare(rows.map(({ right }) => textOf(right)).join(''))).toBe(bare(after));
    }),
  );
});
