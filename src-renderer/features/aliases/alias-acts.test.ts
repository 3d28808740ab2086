import { expect, test } from 'vitest';
import { namesFrom } from './alias-acts';

test('names are told apart by commas, semicolons and lines, each once however it is written', () => {
  expect(namesFrom('Kim Jong-un, Ким Чен Ын;김정은\n kim jong un ,, —')).toEqual([
    'kim jong un',
    'Ким Чен Ын',
    '김정은',
  ]);
});
