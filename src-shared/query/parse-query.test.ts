import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printChips, withField, withoutChip } from './chips';
import { parseDateRange } from './date-range';
import { parseQuery, readQuery } from './parse-query';
import { printQuery } from './print-query';
import type { Query } from './query';

const word = (text: string, prefix = false): Query => ({ type: 'word', word: text, prefix });
const unfinished = (text: string): Query => ({ type: 'word', word: text, prefix: true, unfinished: true });

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
  expect(parseQuery('strat', { typing: true })).toEqual(unfinished('strat'));
  expect(parseQuery('strat*', { typing: true })).toEqual(word('strat', true));
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

test('signs before a word or a phrase say which forms are meant', () => {
  expect(parseQuery('=feux')).toEqual({ type: 'word', word: 'feux', prefix: false, mode: 'exact' });
  expect(parseQuery('=feux', { typing: true })).toEqual({ type: 'word', word: 'feux', prefix: false, mode: 'exact' });
  expect(parseQuery('~Kim')).toEqual({ type: 'word', word: 'Kim', prefix: false, mode: 'aliases' });
  expect(parseQuery('-~"Kim Jong-un"')).toEqual({
    type: 'not',
    operand: { type: 'phrase', text: 'Kim Jong-un', mode: 'aliases' },
  });
  expect(parseQuery('= ~ a')).toEqual(word('a'));
});

test('a number after a phrase lets its words stand apart', () => {
  expect(parseQuery('"corée alliance"~10')).toEqual({ type: 'near', text: 'corée alliance', distance: 10 });
  expect(parseQuery('"corée alliance"~10x').type).toBe('and');
  expect(parseQuery('"corée alliance" ~10').type).toBe('and');
});

test('every field is known, in capitals too', () => {
  for (const text of ['speaker:kim', 'place:séoul', 'has:claims', 'added:2025..', 'collection:"le sommet"', 'LANG:fr'])
    expect(parseQuery(text).type, text).toBe('field');
  for (const text of ['has:banana', 'added:hier']) expect(parseQuery(text).type, text).toBe('word');
});

test('each part has its place in the text typed', () => {
  const text = '-lang:fr  (site:"le monde" OR “a b”~3)';
  expect(readQuery(text).chips.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
    ['term', '-lang:fr'],
    ['open', '('],
    ['term', 'site:"le monde"'],
    ['or', 'OR'],
    ['term', '“a b”~3'],
    ['close', ')'],
  ]);
});

test('a chip is taken away, another put at the end, and the rest stays as typed', () => {
  const text = 'a  lang:fr  b';
  const chip = readQuery(text).chips[1];
  expect(chip && withoutChip(text, chip)).toBe('a  b');
  expect(withField('a ', { type: 'field', field: 'site', value: 'le monde' }, true)).toBe('a -site:"le monde"');
});

test.each([
  ['lable:asie', 'lable:', 'label:'],
  ['autor:kim', 'autor:', 'author:'],
  ['in:claims', 'in:claims', 'in:claim'],
  ['has:claim', 'has:claim', 'has:claims'],
  ['date:demain', 'date:demain', 'date:2025-10'],
  ['a AND b', 'AND', ''],
  ['a ET b', 'ET', ''],
  ['a OU b', 'OU', 'OR'],
  ['a NOT b', 'NOT', '-'],
  ['dire "tous les', '"tous les', '"tous les"'],
  ['(a b', '(', ''],
])('%s: instead of %s perhaps %s', (text, said, suggestion) => {
  expect(readQuery(text).hints).toMatchObject([{ at: text.indexOf(said), text: said, suggestion }]);
});

test('words, addresses and times get no hint', () => {
  for (const text of ['russie et corée', 'https://example.org', 'nota: bene', '12:30', 'or noir', 'a OR b', 'a -b'])
    expect(readQuery(text).hints, text).toEqual([]);
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
        '=',
        '~',
        '~3',
        'has:',
        'AND',
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

test('chips printed read back as the same tree, and lie in order inside the text', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const { query, chips, hints } = readQuery(text);
      expect(parseQuery(printChips(chips))).toEqual(query);
      let last = 0;
      for (const { start, end } of chips) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      for (const hint of hints) expect(text.startsWith(hint.text, hint.at)).toBe(true);
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
