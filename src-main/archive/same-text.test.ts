import { expect, test } from 'vitest';
import { areVersions, sharedRuns } from './same-text';

const french =
  'Selon les décomptes officieux, quasiment 600 militaires nord-coréens ont perdu la vie dans la région de Koursk. Moscou et Pyongyang ont signé un traité de défense mutuelle en juin 2024, et les deux capitales parlent d’une entente parfaite.';
const korean = '북한은 러시아에 군인을 보냈다. 서울은 600명이 숨졌다고 밝혔다. 모스크바는 이를 부인했다.';

test.each([
  ['a word changed', french, french.replace('600', '650')],
  [
    'a paragraph more',
    french,
    `${french} La présidence sud-coréenne n’a pas souhaité commenter. ${'Une mise à jour suit. '.repeat(40)}`,
  ],
  ['cut off by a paywall', french, french.slice(0, 90)],
  ['case, accents and quotes', french, french.toUpperCase().replaceAll('’', "'")],
  ['Korean, a sentence less', korean, korean.slice(0, 36)],
])('%s: a version', (_what, before, after) => {
  expect(areVersions(sharedRuns(before, after))).toBe(true);
});

test.each([
  [
    'another article',
    french,
    'Le parlement a voté mardi la loi de finances, après trois semaines de débats et de nombreux amendements.',
  ],
  [
    'only the boilerplate shared',
    `${french} Lire aussi nos autres articles. Abonnez-vous.`,
    'Un tout autre sujet occupe la page ce soir, sans lien avec le précédent. Lire aussi nos autres articles. Abonnez-vous.',
  ],
  ['Korean, another article', korean, '국회는 화요일에 예산안을 통과시켰다. 여당은 환영했다.'],
  ['nothing at all', french, ''],
])('%s: no version', (_what, before, after) => {
  expect(areVersions(sharedRuns(before, after))).toBe(false);
});

test('texts of a word or none are versions only when they are equal', () => {
  expect([sharedRuns('', ''), sharedRuns('a', 'a'), sharedRuns('a', 'b')]).toEqual([1, 1, 0]);
});
