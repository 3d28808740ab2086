/** Romanised Korean names, which begin with the family: "Kim Tong-hyung", "Choe Son Hui". Pure. */

/** The family names of some nine in ten Koreans, as they are romanised in the North, the South and the press. */
const koreanFamilies = new Set(
  'an ahn bae baek paek cha chang jang cho jo choe choi chon jeon jun chong jeong jung chung go ko gwon kwon ha han heo ho hong hwang im lim rim ji kang kim ku koo lee ri rhee yi ma min mun moon nam no noh roh oh pae pak park ryu yu yoo seo so shin sin sim shim son sohn song u woo yang yim yun yoon'.split(
    ' ',
  ),
);

/** A syllable as Korean is romanised: "hyung", "Son", "yeol"; no "Ann", "Harvey" or "Van". */
const syllable =
  /^(?:[cks]h|[bdghjklmnprstwy]|kk|pp|tt|ss|jj)?[wy]?(?:eo|eu|ae|ee|oo|oe|ou|ui|[aeiou])(?:ng|[bghklmnprt])?$/i;

/** Whether words are a Korean name in its own order: a given name of two syllables, joined or apart, after a family. */
export function isKoreanOrder([first = '', ...rest]: readonly string[]): boolean {
  if (!koreanFamilies.has(first.toLowerCase())) return false;
  const given = rest.length === 1 ? (rest[0] ?? '').split('-') : rest;
  return given.length === 2 && given.every((part) => syllable.test(part));
}

/** A name of two parts as it is said: the family last, but for Korean ones. */
export function spokenOrder(given: string, family: string): string {
  const words = [family, ...given.split(' ')];
  if (given !== '' && isKoreanOrder(words)) return words.join(' ');
  return [given, family].filter((part) => part !== '').join(' ');
}
