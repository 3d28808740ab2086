import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHits, termsOf } from './find-hits';
import { parseQuery } from './parse-query';
import { wordStarts } from './word-starts';

const startsIn = (text: string, ...beginnings: string[]): readonly number[] | null => {
  const starts = wordStarts(beginnings)?.(text);
  return starts === null || starts === undefined ? null : [...starts];
};

test.each([
  ['Accords et désaccords', ['accord'], [0]],
  ['Œuvre, œuf, coeur', ['oe'], [0, 7]],
  ['Œuvre, œuf, oeuf', ['o'], [0, 7, 12]],
  ['co\u00adopération', ['op'], []],
  ['c\u00adoopération', ['co'], [0]],
  ['l’Étoile', ['et'], [2]],
  ['Ёлка и елка', ['ел'], [0, 7]],
] as const)('in “%s” words beginning with %j start at %j', (text, beginnings, starts) => {
  expect(startsIn(text, ...beginnings)).toEqual(starts);
});

test('of other scripts, and of letters that hide elsewhere, it says that it can’t tell', () => {
  expect(wordStarts(['한국'])).toBeNull();
  expect(startsIn('№ 5', 'no')).toBeNull();
  expect(startsIn('𝐀ccord', 'ac')).toBeNull();
});

/** After this line every word is looked at: the sign is of those that may hide letters. */
const scanned = '\n✓';

const pieces = [
  ...'aaaeeesstnoÀéèŒœßяБёйАЕ한국漢1ıİ²ªº·     \n.-_’\u0301\u00ad\u200d\u0306',
  ...['🕊️', '𠀀', '\ud800', 'ς', 'oe', 'accord', 'accords', 'Accordé', 'договора', 'договор', 'x'.repeat(97)],
];
const queries = [
  'a',
  'ae',
  'e',
  'es',
  'oe',
  'œ',
  'accord',
  'acc*',
  'договору',
  's',
  '=accord',
  'ет',
  'ne',
  '1',
  '한국',
  '"a e"',
];

test('what the quick way finds is what looking at every word finds', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('').normalize('NFC'));
  const query = fc.array(fc.constantFrom(...queries), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, query, fc.integer({ min: 1, max: 50 }), (where, asked, reach) => {
      const terms = termsOf(parseQuery(asked));
      expect(findHits(where, terms, 5, reach)).toEqual(findHits(where + scanned, terms, 5, reach));
    }),
    { numRuns: 3000 },
  );
});
