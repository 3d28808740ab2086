import { readQuery } from '@shared/query/parse-query';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chipsOf,
  fieldState,
  nextFieldState,
  onlyFields,
  removeChip,
  searchedText,
  takeHint,
  toggleExcluded,
  withFieldState,
  withoutField,
} from './query-edits';

const chipAt = (text: string, index: number) => {
  const chip = chipsOf(text)[index];
  if (chip === undefined) throw new Error(`no chip ${index} in ${text}`);
  return chip;
};
const termAt = (text: string, index: number) => {
  const chip = chipAt(text, index);
  if (chip.type !== 'term') throw new Error('no term');
  return chip;
};

describe('removing a part', () => {
  it.each([
    ['bridge lang:fr toll', 1, 'bridge toll'],
    ['a OR b', 0, 'b'],
    ['a OR b', 2, 'a'],
    ['a OR b OR c', 2, 'a OR c'],
    ['x (a OR b)', 1, 'x a OR b'],
    ['x (a)', 2, 'x'],
    ['-(a b) c', 0, 'a b c'],
    ['"two words" rest', 0, 'rest'],
  ])('of %j, part %i, leaves %j', (text, index, left) => {
    expect(removeChip(text, chipAt(text, index))).toBe(left);
  });

  it('makes every text shorter, until nothing is left', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '(', ')', '"', '-', 'OR ', 'lang:fr ') }),
        (text) => {
          let left = text;
          for (let chip = chipsOf(left)[0]; chip !== undefined; chip = chipsOf(left)[0]) {
            const shorter = removeChip(left, chip);
            expect(shorter.length).toBeLessThan(left.length);
            left = shorter;
          }
        },
      ),
    );
  });
});

describe('excluding a part', () => {
  it('and asking for it again gives the text back', () => {
    const text = 'bridge  label:"on hold" toll';
    const excluded = toggleExcluded(text, termAt(text, 1));
    expect(excluded).toBe('bridge  -label:"on hold" toll');
    expect(toggleExcluded(excluded, termAt(excluded, 1))).toBe(text);
  });
});

describe('a value of a field', () => {
  it('is wanted, then excluded, then gone', () => {
    let text = 'bridge';
    const states = [];
    for (let times = 0; times < 3; times++) {
      text = withFieldState(text, 'site', 'Le Monde', nextFieldState(fieldState(text, 'site', 'Le Monde')));
      states.push(text);
    }
    expect(states).toEqual(['bridge site:"Le Monde"', 'bridge -site:"Le Monde"', 'bridge']);
  });

  it('is known whatever its case and accents', () => {
    expect(fieldState('label:coree', 'label', 'Corée')).toBe('wanted');
  });

  it('goes wherever the query names it', () => {
    expect(withoutField('date:2020 bridge (date:2021 OR -date:2022)', 'date')).toBe('bridge');
  });
});

describe('what is searched for', () => {
  it.each([
    ['bridge lang:', 'bridge'],
    ['bridge -label:"', 'bridge'],
    ['lang:', ''],
    [' bridge  lang:fr ', 'bridge  lang:fr'],
    ['note: bridge note:', 'note: bridge note:'],
    ['bridgelang:', 'bridgelang:'],
  ])('of %j is %j', (typed, searched) => {
    expect(searchedText(typed)).toBe(searched);
  });
});

describe('a hint taken', () => {
  it.each([
    ['lable:corée', 'label:corée'],
    ['bridge AND toll', 'bridge toll'],
    ['bridge NOT toll', 'bridge -toll'],
    ['bridge || toll', 'bridge OR toll'],
    ['"bridge toll', '"bridge toll"'],
    ['in:clam bridge', 'in:claim bridge'],
  ])('turns %j into %j', (text, right) => {
    const [hint] = readQuery(text).hints;
    if (hint === undefined) throw new Error('no hint');
    expect(takeHint(text, hint)).toBe(right);
  });
});

it.each([
  ['bridge lang:en toll -site:"le monde"', 'lang:en -site:"le monde"'],
  ['bridge OR (in:claim toll)', 'in:claim'],
  ['bridge to', ''],
])('the fields of %s are %s', (text, fields) => {
  expect(onlyFields(text)).toBe(fields);
});
