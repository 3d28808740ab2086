import { type DiffPart, diffWords } from '@shared/text/diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldDiff, hasChange } from './fold-diff';

const long = 'The bridge was closed for most of the winter. '.repeat(40);

describe('folding a difference', () => {
  test('hides the middle of a long unchanged stretch between two changes, at word edges', () => {
    const stretches = foldDiff(diffWords(`One ${long} three`, `Two ${long} four`));
    const folded = stretches.filter(({ is }) => is === 'folded');
    expect(folded).toHaveLength(1);
    expect(folded[0]?.text).toMatch(/^\s.*\s$/s);
  });

  test('hides what comes before the first change and after the last', () => {
    const stretches = foldDiff(diffWords(`${long} yes ${long}`, `${long} no ${long}`));
    expect(stretches.map(({ is }) => is)).toEqual(['folded', 'same', 'removed', 'added', 'same', 'folded']);
  });

  test('shows short stretches whole', () => {
    expect(foldDiff(diffWords('a few words here', 'a few words there')).some(({ is }) => is === 'folded')).toBe(false);
  });

  test('folds a text that did not change', () => {
    const parts = diffWords(long, long);
    expect(hasChange(parts)).toBe(false);
    expect(foldDiff(parts).map(({ is }) => is)).toEqual(['folded']);
  });

  test('never loses or moves a character', () => {
    const part = fc.record({
      is: fc.constantFrom<DiffPart['is']>('same', 'added', 'removed'),
      text: fc.oneof(
        fc.string({ minLength: 1 }),
        fc.nat(900).map((length) => 'mot '.repeat(length + 1)),
      ),
    });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const stretches = foldDiff(parts);
        expect(stretches.map(({ text }) => text).join('')).toBe(parts.map(({ text }) => text).join(''));
        expect(new Set(stretches.map(({ at }) => at)).size).toBe(stretches.length);
      }),
    );
  });
});
