/**
 * Names as they stand inflected in a Russian sentence ("в Пхеньяне", "с Ким Чен Ыном"), brought to what their forms have in
 * common. Rougher than a stemmer and safer with names: Snowball makes "пхенья" of "Пхеньян" and nothing of "Ын". Pure.
 */

const caseEndings = [
  'ого его ому ему ыми ими ами ями ой ей ою ею ом ем ым им ых их ам ям ах ях ая яя ое ее ые ие ый ий ую юю',
  'а я у ю е и ы о',
]
  .join(' ')
  .split(' ');

const cyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u;

/** Code units that must be left of a name of one word, and of each word where the others say enough. */
const shortest = { alone: 4, amongOthers: 2 } as const;
/** Names of more words with endings than that are looked up as they stand alone. */
const mostForms = 64;

function withoutEnding(word: string, least: number): string | null {
  if (!cyrillic.test(word)) return null;
  const ending = caseEndings.find((one) => word.endsWith(one) && word.length - one.length >= least);
  return ending === undefined ? null : word.slice(0, -ending.length);
}

/**
 * What a name and its other forms share: two names or forms are of one name when any of these are the same. The name
 * itself comes first.
 *
 * @param key The name's tokens with one space between, as the index has them (folded, small letters).
 */
export function nameForms(key: string): readonly string[] {
  const words = key.split(' ');
  const least = words.length === 1 ? shortest.alone : shortest.amongOthers;
  let forms: readonly string[] = [''];
  for (const word of words) {
    const bare = withoutEnding(word, least);
    const own = bare === null ? [word] : [word, bare];
    forms = forms.flatMap((form) => own.map((one) => (form === '' ? one : `${form} ${one}`)));
    if (forms.length > mostForms) return [key];
  }
  return forms;
}
