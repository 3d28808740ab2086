import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDateRange } from './date-range';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';
import type { Query } from './query';

const word = (text: string, prefix = false): Query => ({ type: 'word', word: text, prefix });

test('words are ANDed', () => {
  expect(parseQuery('russie corée')).toEqual({ type: 'and', operands: [word('russie'), word('corée')] });
});

test('quotation marks of every kind make phrases', () => {
  for (const text of ['"a b"', '« a b »', '“a b”', '„a b“', '„a b”']) {
    const parsed = parseQuery(text);
    expect(parsed.type === 'phrase' && parsed.text.trim(), text).toBe('a b');
  }
});

test('OR binds less than AND, brackets more', () => {
  expect(printQuery(parseQuery('a b OR c'))).toBe('a b OR c');
  expect(parseQuery('a b OR c').type).toBe('or');
  expect(parseQuery('a (b OR c)')).toEqual({
    type: 'and',
    operands: [word('a'), { type: 'or', operands: [word('b'), word('c')] }],
  });
});

test('a minus before a word excludes it; one inside a word belongs to it', () => {
  expect(parseQuery('nord-coréen -russe')).toEqual({
    type: 'and',
    operands: [word('nord-coréen'), { type: 'not', operand: word('russe') }],
  });
});

test('a star makes a beginning; while typing the last word is one too', () => {
  expect(parseQuery('strat*')).toEqual(word('strat', true));
  expect(parseQuery('strat', { typing: true })).toEqual(word('strat', true));
  expect(parseQuery('strat ', { typing: true })).toEqual(word('strat'));
  expect(parseQuery('a -str', { typing: true })).toEqual({
    type: 'and',
    operands: [word('a'), { type: 'not', operand: word('str') }],
  });
});

test('fields take a bare or a quoted value', () => {
  expect(parseQuery('in:claim')).toEqual({ type: 'field', field: 'in', value: 'claim' });
  expect(parseQuery('title:"le sommet"')).toEqual({ type: 'field', field: 'title', value: 'le sommet' });
  expect(parseQuery('date:2025-10..2025-11')).toEqual({ type: 'field', field: 'date', value: '2025-10..2025-11' });
});

test('what cannot be parsed is plain words', () => {
  expect(parseQuery('in:banana')).toEqual(word('in:banana'));
  expect(parseQuery('https://example.org')).toEqual(word('https://example.org'));
  expect(parseQuery('"tous les')).toEqual({ type: 'and', operands: [word('tous'), word('les')] });
  expect(parseQuery('(a b')).toEqual({ type: 'and', operands: [word('a'), word('b')] });
  expect(parseQuery('a ) b')).toEqual({ type: 'and', operands: [word('a'), word('b')] });
  expect(parseQuery('OR a OR')).toEqual(word('a'));
  expect(parseQuery('date:demain')).toEqual(word('date:demain'));
});

test('what has no letter or digit is nothing', () => {
  for (const text of ['', '   ', '()', '"', '-', '* - !', '""', '--', 'OR'])
    expect(parseQuery(text), text).toEqual({ type: 'and', operands: [] });
});

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '«',
        '»',
        '“',
        '„',
        '”',
        '-',
        'OR',
        'OR(',
        'in:',
        'in:claim',
        'title:',
        'title:"',
        'date:',
        '*',
        ' ',
        ' ',
        'ab',
        'é',
        '북한',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('junk never throws, and a printed query reads back as the same tree', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const query = parseQuery(text);
      expect(parseQuery(printQuery(query))).toEqual(query);
    }),
    { numRuns: 3000 },
  );
});

test('a phrase that holds quotation marks of other kinds is printed between marks it lacks', () => {
  for (const text of ['„a » " b“', '“a » " b”', '"a » ” b"', '«a " ” b»'])
    expect(parseQuery(printQuery(parseQuery(text))), text).toEqual(parseQuery(text));
});

test('a megabyte of brackets or quotes is read at once', () => {
  for (const junk of ['(', '"', '«', '-', 'in:"', ')']) expect(() => parseQuery(junk.repeat(1_000_000))).not.toThrow();
});

test('date ranges may be open at either end', () => {
  expect(parseDateRange('2025-10')).toEqual({ from: '2025-10', to: '2025-10' });
  expect(parseDateRange('2025..')).toEqual({ from: '2025', to: null });
  expect(parseDateRange('..2025-10-27')).toEqual({ from: null, to: '2025-10-27' });
  for (const value of ['', '..', '25', '2025-1', '2025..x', '1..2..3']) expect(parseDateRange(value), value).toBeNull();
});
