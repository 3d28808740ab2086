import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptsOf } from './preview-excerpts';

const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
const place = (word: string) => {
  const start = long.indexOf(`${word} `);
  return { start, end: start + word.length };
};

test('an excerpt begins and ends with whole words around its hit', () => {
  const [excerpt, more] = excerptsOf(long, [place('word200')], 10);
  expect(more).toBeUndefined();
  expect(
    excerpt?.text
      .trim()
      .split(/\s+/)
      .every((word) => long.split(' ').includes(word)),
  ).toBe(true);
});

test('hits near each other share an excerpt, far ones do not', () => {
  const excerpts = excerptsOf(long, ['word20', 'word22', 'word300'].map(place), 10);
  expect(excerpts.map(({ marks }) => marks.length)).toEqual([2, 1]);
});

test('marks stand on their hits, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 900 }),
      fc.array(fc.nat(900), { maxLength: 12 }),
      (text, at) => {
        const hits = [...new Set(at)]
          .filter((start) => start + 1 <= text.length)
          .sort((a, b) => a - b)
          .map((start) => ({ start, end: start + 1 }));
        const marked = excerptsOf(text, hits, 100).flatMap((excerpt) =>
          excerpt.marks.map((mark) => ({ start: excerpt.start + mark.start, end: excerpt.start + mark.end })),
        );
        expect(marked).toEqual(hits);
      },
    ),
  );
});

test('no more excerpts than there is room for', () => {
  expect(
    excerptsOf(
      long,
      [0, 700, 1400, 2100].map((start) => ({ start, end: start + 3 })),
      2,
    ),
  ).toHaveLength(2);
});
