import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords } from './diff';

const only = (parts: readonly DiffPart[], is: DiffPart['is']): string[] =>
  parts.filter((part) => part.is === is).map(({ text }) => text);
const beforeOf = (parts: readonly DiffPart[]): string =>
  parts.map((part) => (part.is === 'added' ? '' : part.text)).join('');
const afterOf = (parts: readonly DiffPart[]): string =>
  parts.map((part) => (part.is === 'removed' ? '' : part.text)).join('');

/** Texts of few words, so that two of them share many. */
const text = fc
  .array(fc.constantFrom('le', 'pont', 'l’accord', '다리가', 'мост', '😀', 'é', ' ', '  ', '\n', ',', '\u0000'), {
    maxLength: 60,
  })
  .map((words) => words.join(''));

function expectSound(before: string, after: string): void {
  const parts = diffWords(before, after);
  expect(beforeOf(parts)).toBe(before);
  expect(afterOf(parts)).toBe(after);
  for (const [index, part] of parts.entries()) {
    expect(part.text).not.toBe('');
    const next = parts[index + 1];
    expect(next?.is).not.toBe(part.is);
    expect([part.is, next?.is]).not.toEqual(['added', 'removed']);
  }
}

describe('diffWords', () => {
  it('gives back both texts exactly, whatever they are', () => {
    fc.assert(fc.property(text, text, expectSound));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), expectSound));
  });

  it('gives back both texts exactly when they are compared line by line', () => {
    const filler = Array.from({ length: 3_000 }, (_, index) => `La ligne ${index} ne change pas.`).join('\n');
    fc.assert(
      fc.property(text, text, text, (a, b, c) => expectSound(`${a}${filler}${b}`, `${c}${filler}${a}`)),
      { numRuns: 10 },
    );
  });

  it('shows the words that changed and no more', () => {
    expect(diffWords('quasiment 600 militaires ont péri', 'quasiment 6 000 militaires ont péri')).toEqual([
      { is: 'same', text: 'quasiment ' },
      { is: 'removed', text: '600' },
      { is: 'added', text: '6 000' },
      { is: 'same', text: ' militaires ont péri' },
    ]);
    expect(only(diffWords('Il ne vient pas.', 'Il vient.'), 'removed').join('')).toContain('pas');
  });

  it('cuts no word at an apostrophe, an accent or between Hangul syllables', () => {
    expect(only(diffWords('He didn’t say', 'He did say', 'en'), 'removed')).toEqual(['didn’t']);
    expect(only(diffWords('de l’accord signé', 'de l’entente signé', 'fr'), 'added')).toEqual(['l’entente']);
    expect(only(diffWords('벨린 다리가 열렸다', '벨린 다리는 열렸다', 'ko'), 'removed')).toEqual(['다리가']);
  });

  it('reads a phrase replaced by another as one replacement', () => {
    expect(diffWords('il a coupé un ruban hier', 'il serra des mains hier').map(({ is }) => is)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ]);
  });

  it('finds the words within changed lines of a long text, even when every line changed', () => {
    const line = (index: number, mark: string): string => `Ligne ${index} : le pont${mark}`;
    const before = Array.from({ length: 2_000 }, (_, index) => line(index, '.')).join('\n');
    const after = Array.from({ length: 2_000 }, (_, index) => line(index, ' !')).join('\n');
    expect(only(diffWords(before, after), 'removed').every((removed) => removed === '.')).toBe(true);
    expect(only(diffWords(before, before.replace('Ligne 1000 : le', 'Ligne 1000 : ce')), 'added')).toEqual(['ce']);
  });

  it('takes any language tag a page may declare', () => {
    for (const language of ['fr_FR', '', 'x', 'français', 'ko-KR']) {
      expect(diffWords('un', 'deux', language)).toHaveLength(2);
    }
  });

  it('says nothing of two empty texts, and all of one', () => {
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('', 'neuf')).toEqual([{ is: 'added', text: 'neuf' }]);
    expect(diffWords('vieux', '')).toEqual([{ is: 'removed', text: 'vieux' }]);
  });
});
