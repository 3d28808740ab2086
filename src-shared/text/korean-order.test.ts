import { expect, test } from 'vitest';
import { isKoreanOrder, spokenOrder } from './korean-order';

test.each([
  ['Son Hui', 'Choe', 'Choe Son Hui'],
  ['Tong-hyung', 'Kim', 'Kim Tong-hyung'],
  ['Anne', 'Martin', 'Anne Martin'],
  ['Kim', 'Sengupta', 'Kim Sengupta'],
  ['Jean-Pierre', 'de Gaulle', 'Jean-Pierre de Gaulle'],
  ['', 'TASS', 'TASS'],
  ['Anne', '', 'Anne'],
])('%s and %s are said %s', (given, family, said) => {
  expect(spokenOrder(given, family)).toBe(said);
});

test('a family alone, or one that is none, is no Korean name', () => {
  for (const name of [
    'Kim',
    'Kim Basinger',
    'Anna Maria Lopez',
    'Min-ji Lee',
    'Lee Harvey Oswald',
    'Jo Ann Smith',
    'Lee Van Cleef',
  ])
    expect(isKoreanOrder(name.split(' '))).toBe(false);
});
