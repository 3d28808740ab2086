import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandAliases } from './expand-aliases';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';

const sets = [
  ['Kim Jong-un', 'Ким Чен Ын', '김정은'],
  ['Pyongyang', 'Пхеньян', '평양'],
];
const asked = (text: string, always = true) => printQuery(expandAliases(parseQuery(text), sets, always).query);

test.each([
  ['Pyongyang', 'Pyongyang OR Пхеньян OR "평양"'],
  ['pyongyang sommet', '(pyongyang OR Пхеньян OR "평양") sommet'],
  ['"kim jong un"', '"kim jong un" OR "Ким Чен Ын" OR "김정은"'],
  ['sommet kim jong un 2025', 'sommet (kim jong un OR "Ким Чен Ын" OR "김정은") 2025'],
  ['Kim Jong-un', 'Kim Jong-un OR "Ким Чен Ын" OR "김정은"'],
  ['-평양', '-(평양 OR Pyongyang OR Пхеньян)'],
  ['=Pyongyang', '=Pyongyang'],
  ['Pyong*', 'Pyong*'],
  ['kim un', 'kim un'],
  ['title:pyongyang', 'title:pyongyang'],
])('%s is asked as %s', (typed, expanded) => {
  expect(asked(typed)).toBe(expanded);
});

test.each([
  ['Пхеньяна', 'Пхеньяна OR Пхеньян OR Pyongyang OR "평양"'],
  ['в Пхеньяне встреча', 'в (Пхеньяне OR Пхеньян OR Pyongyang OR "평양") встреча'],
  ['с Ким Чен Ыном', 'с (Ким Чен Ыном OR "Ким Чен Ын" OR "Kim Jong-un" OR "김정은")'],
  ['평양에서', '평양에서 OR "평양" OR Pyongyang OR Пхеньян'],
  ['"Пхеньяна"', '"Пхеньяна"'],
  ['=Пхеньяна', '=Пхеньяна'],
  ['Пхеньяна aliases:off', 'Пхеньяна'],
])('a name as it stands in a sentence: %s is asked as %s', (typed, expanded) => {
  expect(asked(typed)).toBe(expanded);
});

test.each([
  ['Россия', 'России Россию Россией'],
  ['Москва', 'Москвы Москве Москву Москвой'],
  ['Путин', 'Путина Путину Путиным Путине'],
  ['Зеленский', 'Зеленского Зеленскому Зеленским'],
  ['Нью-Йорк', 'Нью-Йорка Нью-Йорком'],
])('%s is known in its cases', (name, forms) => {
  const set = [[name, 'X']];
  for (const form of forms.split(' ')) expect(expandAliases(parseQuery(form), set, true).expansions).toHaveLength(1);
});

test('short names are not taken for each other', () => {
  for (const [name, typed] of [
    ['Иран', 'Ира'],
    ['Вена', 'вен'],
    ['Москва', 'Москит'],
    ['Ким Чен Ын', 'Ким'],
  ] as const)
    expect(expandAliases(parseQuery(typed), [[name, 'X']], true).expansions).toEqual([]);
});

test('switched off, only a name with ~ is expanded', () => {
  expect(asked('Pyongyang', false)).toBe('Pyongyang');
  expect(asked('~Pyongyang', false)).toBe('~Pyongyang OR Пхеньян OR "평양"');
  expect(asked('~"Kim Jong-un" x', false)).toBe('(~"Kim Jong-un" OR "Ким Чен Ын" OR "김정은") x');
});

test.each([
  ['Pyongyang aliases:off', 'Pyongyang'],
  ['aliases:off (Pyongyang OR sommet)', 'Pyongyang OR sommet'],
  ['~Pyongyang aliases:off', '~Pyongyang OR Пхеньян OR "평양"'],
  ['(sommet OR aliases:off) -(-aliases:off) Pyongyang', 'sommet Pyongyang'],
  ['aliases:off', ''],
])('%s: the names of a query can be meant as they stand', (typed, expanded) => {
  expect(asked(typed)).toBe(expanded);
});

test('what was expanded is told', () => {
  expect(expandAliases(parseQuery('평양 x'), sets, true).expansions).toEqual([
    { name: '평양', aliases: ['Pyongyang', 'Пхеньян'] },
  ]);
});

test('any query can be expanded, and without sets stays as it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('kim', 'jong', 'un', '(', ')', 'OR', '-', '~', '=', '"', '평양', 'x')),
      (words) => {
        const query = parseQuery(words.join(' '));
        expect(expandAliases(query, [], true).query).toBe(query);
        expect(() => expandAliases(query, sets, true)).not.toThrow();
      },
    ),
  );
});
