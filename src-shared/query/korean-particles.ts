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
/**
 * Short endings that may stand before another: "농민들에게", "북한만의", "병원에만". One that ends a noun phrase (은, 이, 의 …)
 * can't, so that before another it belongs to the noun: "김정은의".
 */
const inner: readonly string[] = ['들', '만', '에'];

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

/** The ending of a word; undefined when it has none. */
const endingOf = (word: string): string | undefined =>
  byLength.find(({ after, ending }) => {
    const stem = word.slice(0, -ending.length);
    return word.endsWith(ending) && stem.length >= shortest && follows(after, ending, stem);
  })?.ending;

/** The noun of a Korean word as it is typed in a sentence; null when nothing is to be taken off. */
export function withoutParticle(word: string): string | null {
  const whole = word.normalize('NFC');
  if (!hangul.test(whole)) return null;
  const ending = endingOf(whole);
  if (ending === undefined) return null;
  const bare = whole.slice(0, -ending.length);
  const before = endingOf(bare);
  return before === undefined || (before.length === 1 && !inner.includes(before))
    ? bare
    : bare.slice(0, -before.length);
}

/** What stands behind a noun by its last sound. */
const behindConsonant: readonly string[] = ['은', '이', '을', '과', '의'];
const behindVowel: readonly string[] = ['는', '가', '를', '와', '의'];
/** Behind these particles some of those stand, too; the rest tells. */
const behindParticle: Readonly<Record<string, readonly string[]>> = {
  만: ['과', '에게', '한테'],
  에: ['가', '를'],
  로: ['가', '를'],
  과: ['가', '를'],
  와: ['가', '를'],
};

/**
 * The word with particles behind it that never follow what looks like its own: where a text has one of these, the word is
 * a noun as it stands ("김정은이", but never "한국은이"). None when nothing would be taken off, or more than a syllable.
 */
export function nounForms(word: string): readonly string[] {
  const whole = word.normalize('NFC');
  const ending = hangul.test(whole) ? endingOf(whole) : undefined;
  if (ending === undefined || ending.length > 1 || ending === '들') return [];
  const behind = behindParticle[ending] ?? (follows('consonant', '', whole) ? behindConsonant : behindVowel);
  return behind.map((particle) => whole + particle);
}
