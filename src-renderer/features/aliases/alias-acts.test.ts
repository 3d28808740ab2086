import { aliasUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { namesFrom, setFor } from './alias-acts';

test('names are told apart by commas, semicolons and lines, each once however it is written', () => {
  expect(namesFrom('Kim Jong-un, Ким Чен Ын;김정은\n kim jong un ,, —')).toEqual([
    'kim jong un',
    'Ким Чен Ын',
    '김정은',
  ]);
});

test('proposed names go into the set that has one of them', () => {
  const sets = [
    { uid: aliasUid('0192f0aa-0000-7000-8000-000000000001'), names: ['Pyongyang', '평양'] },
    { uid: aliasUid('0192f0aa-0000-7000-8000-000000000002'), names: ['kim jong un', '김정은'] },
  ];
  expect(setFor(['Ким Чен Ын', 'Kim Jong-un'], sets)).toBe(sets[1]);
  expect(setFor(['Москва', 'Moscou'], sets)).toBeUndefined();
});
