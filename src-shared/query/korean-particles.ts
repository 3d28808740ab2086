/**
 * What Korean writes behind a noun without a space: particles, the plural, "-하다" and its forms. Texts are found whatever
 * stands behind the noun; here it is taken off what a person typed. Rough: what it takes off wrongly only finds more.
 */

/** After a vowel, after a consonant, or after either. */
type After = 'vowel' | 'consonant' | 'either';

const endings: readonly (readonly [After, string])[] = [
  [
    'either',
    '에게서 에서는 에서도 에서의 에게는 에게도 까지 부터 에게 한테 께서 에서 처럼 보다 마다 조차 밖에 만큼 에는 에도 들 의 에 도 만',
  ],
  ['consonant', '으로부터 으로서 으로써 이라고 이라는 으로 이나 이랑 과의 과는 은 이 을 과'],
  ['vowel', '로부터 로서 로써 라고 라는 와의 와는 는 가 를 와 로'],
  ['either', '했습니다 하였다 합니다 되었다 했다 한다 하다 하는 하고 하여 해서 했던 된다 되다 됐다'],
];

/** Longest first: "에서" before "서". */
const byLength = endings
  .flatMap(([after, list]) => list.split(' ').map((ending) => ({ after, ending })))
  .sort((a, b) => b.ending.length - a.ending.length);

const hangul = /^[가-힣]+$/;
/** Syllables left at least: one alone says too little. */
const shortest = 2;
/** "농민들에게" has two. */
const mostEndings = 2;

const firstSyllable = 0xac00;
/** Final consonants a syllable may have, none counted. */
const finals = 28;
/** ㄹ, which takes 로 as a vowel does. */
const rieul = 8;

function follows(after: After, ending: string, stem: string): boolean {
  const final = ((stem.codePointAt(stem.length - 1) ?? firstSyllable) - firstSyllable) % finals;
  if (after === 'either') return true;
  if (after === 'consonant') return final !== 0;
  return final === 0 || (final === rieul && ending.startsWith('로'));
}

function shortened(word: string): string | null {
  const found = byLength.find(({ after, ending }) => {
    const stem = word.slice(0, -ending.length);
    return word.endsWith(ending) && stem.length >= shortest && follows(after, ending, stem);
  });
  return found === undefined ? null : word.slice(0, -found.ending.length);
}

/** The noun of a Korean word as it is typed in a sentence; null when nothing is to be taken off. */
export function withoutParticle(word: string): string | null {
  const whole = word.normalize('NFC');
  if (!hangul.test(whole)) return null;
  let bare = whole;
  for (let taken = 0; taken < mostEndings; taken++) bare = shortened(bare) ?? bare;
  return bare === whole ? null : bare;
}
