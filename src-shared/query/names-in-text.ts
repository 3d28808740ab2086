/** What may be names in a text: words with a capital, one to three in a row; beginnings of Korean words. Pure. */

const capitalised = /\p{Lu}\p{L}+(?:[-’'](?:\p{L}+))*/u.source;
const runs = new RegExp(`${capitalised}(?:[ \u00a0]${capitalised}){0,3}`, 'gu');
const korean = /[\uac00-\ud7a3]{2,8}/g;
/** Syllables of a Korean name. */
const shortestKorean = 2;
const longestKorean = 4;
const mostWords = 3;

/** The different candidates of a text. Of a Korean word each beginning: what follows a name there is a particle. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [run] of text.matchAll(runs)) {
    const words = run.split(/[ \u00a0]/);
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to++)
        names.add(words.slice(from, to).join(' '));
  }
  for (const [word] of text.matchAll(korean))
    for (let length = shortestKorean; length <= Math.min(word.length, longestKorean); length++)
      names.add(word.slice(0, length));
  return names;
}
