import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf, untagged } from './occurrences';

const words = (text: string, phrase: string, wholeWords = true, matchCase = false) =>
  occurrencesOf(text, phrase, { wholeWords, matchCase }).map(({ start, end }) => text.slice(start, end));

describe('every occurrence of a phrase', () => {
  test('leaves out longer words unless asked not to', () => {
    expect(words('Le pont, les ponts, l’entrepont et le pont-rail', 'pont')).toEqual(['pont', 'pont']);
    expect(words('Le pont, les ponts', 'pont', false)).toEqual(['pont', 'pont']);
  });

  test('minds the case only when asked to', () => {
    expect(words('Pont et pont', 'pont')).toEqual(['Pont', 'pont']);
    expect(words('Pont et pont', 'pont', true, true)).toEqual(['pont']);
  });

  test('goes over a line break inside the phrase', () => {
    expect(words('the road\nbridge and the road  bridge', 'road bridge')).toEqual(['road\nbridge', 'road  bridge']);
  });

  test('finds Korean words with their particles, and Chinese ones between others', () => {
    expect(words('다리가 닫혔다. 새다리는 열렸다. 다리', '다리')).toEqual(['다리', '다리']);
    expect(words('这座桥和那座桥', '桥')).toEqual(['桥', '桥']);
  });

  test('takes signs of patterns as they stand', () => {
    expect(words('a (b) c (b)', '(b)')).toEqual(['(b)', '(b)']);
  });

  test('finds at least the phrase itself, wherever it was cut from', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, phrase, after) => {
        fc.pre(phrase.trim() !== '');
        const text = `${before} ${phrase.trim()} ${after}`;
        return occurrencesOf(text, phrase, { wholeWords: false, matchCase: true }).length > 0;
      }),
    );
  });

  test('does not offer what is tagged already', () => {
    expect(
      untagged(
        [
          { start: 0, end: 4 },
          { start: 9, end: 13 },
        ],
        [{ start: 0, end: 4 }],
      ),
    ).toEqual([{ start: 9, end: 13 }]);
  });
});
