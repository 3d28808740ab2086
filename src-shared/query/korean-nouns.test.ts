import { expect, test } from 'vitest';
import { termsOf } from './find-hits';
import { bareNoun, withNouns } from './korean-nouns';
import { nounForms } from './korean-particles';
import { parseQuery } from './parse-query';
import { printQuery } from './print-query';

test.each([
  ['김정은', ['김정은은', '김정은이', '김정은을', '김정은과', '김정은의']],
  ['제주도', ['제주도는', '제주도가', '제주도를', '제주도와', '제주도의']],
  // "북한만이" is said, "북한만과" is not.
  ['이재만', ['이재만과', '이재만에게', '이재만한테']],
  ['농민들', []],
  ['병원에서', []],
  ['러시아', []],
  ['Moscow는', []],
])('%s is a noun where %j stands', (word, forms) => {
  expect(nounForms(word)).toEqual(forms);
});

test('of a noun nothing is taken off, and it is written so that it is read as one', () => {
  const query = withNouns(
    parseQuery('항구를 (~김정은 OR -김정은*) 김정은', { typing: true }),
    (word) => word === '김정은',
  );
  expect(termsOf(query).map(({ tokens }) => tokens.join(' '))).toEqual(['항구', '김정 정은', '김정 정은']);
  expect(printQuery(query)).toBe('항구를 (=김정은 OR -김정은*) =김정은');
  const words = (word: string) => ({ type: 'word', word, prefix: false }) as const;
  expect(bareNoun(words('김정은'))).toBe('김정');
  expect(bareNoun({ ...words('김정은'), noun: true })).toBeNull();
});
