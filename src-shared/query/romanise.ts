/**
 * Names of different scripts in one rough spelling, so that "김정은", "Ким Чен Ын" and "Kim
 * Jong-un" look alike. Not a transcription for people: sounds that romanisations tell apart
 * by habit (g and k, j and ch, n and ng) are one. Pure.
 */
import { fold } from '../text/fold';

const hangulFirst = 0xac00;
const hangulLast = 0xd7a3;
const initials = 'k kk n t tt r m p pp s ss  c cc c k t p h'.split(' ');
const vowels = 'a e ya ye o e yo ye o wa we we yo u wo we wi yu u ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t n t t k t p t'.split(' ');

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ж=c з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=c ш=s щ=s ъ= ы=u ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);

/** Spellings of one sound, the longer first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ou|oo/g, 'u'],
  [/eo|ŏ/g, 'o'],
  [/sch|sh/g, 's'],
  [/tch|ch|j|zh/g, 'c'],
  [/ng/g, 'n'],
  [/ph(?=[aeiouy])/g, 'p'],
  [/kh/g, 'h'],
  [/g|q/g, 'k'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/w/g, 'v'],
  [/l/g, 'r'],
];

function syllable(code: number): string {
  const at = code - hangulFirst;
  const final = finals[at % 28] ?? '';
  return (initials[Math.floor(at / 588)] ?? '') + (vowels[Math.floor((at % 588) / 28)] ?? '') + final;
}

/** The rough spelling of a name; empty when it has letters of a script that is not read here. */
export function romanised(name: string): string {
  let letters = '';
  for (const character of fold(name).normalize('NFC')) {
    const code = character.charCodeAt(0);
    if (code >= hangulFirst && code <= hangulLast) letters += syllable(code);
    else if (cyrillic[character] !== undefined) letters += cyrillic[character];
    else if (/[a-z]/.test(character)) letters += character;
    else if (/\p{L}/u.test(character)) return '';
  }
  for (const [spelling, sound] of sounds) letters = letters.replace(spelling, sound);
  return letters.replace(/(.)\1+/g, '$1');
}

/** The consonants of a rough spelling; an h between others and a y are heard differently everywhere. */
export const consonantsOf = (spelling: string): string => spelling.replace(/[aeiouyh]/g, '');
