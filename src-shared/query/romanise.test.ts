import { expect, test } from 'vitest';
import { consonantsOf, romanised } from './romanise';

test.each([
  ['Kim Jong-un', '김정은'],
  ['Kim Jong Un', '김정은'],
  ['Pyongyang', '평양'],
  ['Poutine', '푸틴'],
])('%s and %s sound alike', (a, b) => {
  expect(consonantsOf(romanised(a))).toBe(consonantsOf(romanised(b)));
});

test.each([
  ['Kim Jong-un', 'Ким Чен Ын'],
  ['Pyongyang', 'Пхеньян'],
  ['Poutine', 'Путин'],
  ['Lavrov', 'Лавров'],
  ['Ким Чен Ын', '김정은'],
])('%s and %s have the same consonants', (a, b) => {
  expect(consonantsOf(romanised(a))).toBe(consonantsOf(romanised(b)));
});

test.each([
  ['Kim Jong-un', 'Kim Yo-jong'],
  ['Москва', 'Минск'],
  ['평양', '서울'],
])('%s and %s do not', (a, b) => {
  expect(consonantsOf(romanised(a))).not.toBe(consonantsOf(romanised(b)));
});

test('a name of a script that is not read has no spelling', () => {
  expect(romanised('北京')).toBe('');
  expect(romanised('القاهرة')).toBe('');
});
