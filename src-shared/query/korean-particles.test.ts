import { expect, test } from 'vitest';
import { withoutParticle } from './korean-particles';

test.each([
  ['농민들에게', '농민'],
  ['항구를', '항구'],
  ['병원에서', '병원'],
  ['러시아와의', '러시아'],
  ['노동자가', '노동자'],
  ['서명했다', '서명'],
  ['서울로', '서울'],
  ['북한은', '북한'],
  // Two endings, but the inner one is never what ends a noun phrase: this is 김정은 and a particle.
  ['김정은의', '김정은'],
  ['김정은은', '김정은'],
  ['어린이가', '어린이'],
  ['전문가들이', '전문가'],
  ['북한만의', '북한'],
  ['병원에만', '병원'],
  ['항구까지도', '항구'],
])('%s is %s with something behind it', (word, bare) => {
  expect(withoutParticle(word)).toBe(bare);
});

test.each([
  // Too short to lose anything.
  '국가',
  '의사',
  // 가 stands behind a vowel, 이나 behind a consonant.
  '전문가',
  '우크라이나',
  '러시아',
  '농민',
  'Moscow는',
  '2024년에',
])('%s stays', (word) => {
  expect(withoutParticle(word)).toBeNull();
});
