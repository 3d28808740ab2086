/** Misspelt words of a query put right by words the archive has. Only for queries that find little. */
import { editDistance } from '@shared/query/edit-distance';
import { readQuery } from '@shared/query/parse-query';
import { queryTokens } from '@shared/query/tokens';
import type { Store } from '../store';
import { documentsWith, tokensFrom } from './word-counts';

/** With more hits than this nothing is proposed. */
const fewHits = 3;
/** Words of a query that are looked at, and words of the archive that are compared with each. */
const mostWords = 4;
const mostCompared = 2000;
/** Commoner words are all alike. */
const mostCounted = 100;
/** Shorter words are near to everything. */
const shortestWord = 4;
/** Words that begin with as many letters are compared; slips before are tried one by one. */
const sureLetters = 3;

const alphabets: readonly { readonly of: RegExp; readonly letters: readonly string[] }[] = [
  { of: /^[a-z]+$/, letters: [...'abcdefghijklmnopqrstuvwxyz'] },
  { of: /^[а-я]+$/, letters: [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'] },
];

/** Every word one slip away, the slip among its first letters: some 160. */
function oneEarlySlipAway(word: string, letters: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = 0; at < sureLetters; at++) {
    const before = word.slice(0, at);
    const here = word.charAt(at);
    const after = word.slice(at + 1);
    for (const letter of letters) {
      words.add(before + letter + here + after);
      words.add(before + letter + after);
    }
    words.add(before + after);
    words.add(before + after.charAt(0) + here + after.slice(1));
  }
  words.delete(word);
  return words;
}

/** The word of the archive a word was probably meant to be; null when it is there itself or nothing is near. */
function correction(store: Store, word: string): string | null {
  const alphabet = alphabets.find(({ of }) => of.test(word));
  if (alphabet === undefined || word.length < shortestWord) return null;
  // A word that is here is meant; looking for its neighbours would slow every rare word down.
  if (documentsWith(store, word, 1) > 0) return null;
  const near = [...oneEarlySlipAway(word, alphabet.letters)].map((candidate) => ({ candidate, slips: 1 }));
  const most = word.length > shortestWord + 1 ? 2 : 1;
  const from = word.slice(0, sureLetters);
  for (const candidate of tokensFrom(store, from, `${from}\u{10ffff}`, mostCompared)) {
    const slips = editDistance(word, candidate, most);
    if (slips <= most) near.push({ candidate, slips });
  }
  let best: { readonly candidate: string; readonly weight: number } | null = null;
  for (const { candidate, slips } of near) {
    const documents = documentsWith(store, candidate, mostCounted);
    if (documents === 0) continue;
    const weight = Math.log(1 + documents) - (slips - 1) * 4;
    if (best === null || weight > best.weight) best = { candidate, weight };
  }
  return best?.candidate ?? null;
}

/**
 * The query with its misspelt words put right, the rest as typed; null when it finds
 * enough or the other finds no more.
 */
export function didYouMean(
  store: Store,
  text: string,
  total: number,
  countOf: (text: string) => number,
): string | null {
  if (total > fewHits) return null;
  const { chips } = readQuery(text);
  let meant = text;
  let looked = 0;
  // From the end, so that places before stay right.
  for (const chip of chips.toReversed()) {
    if (chip.type !== 'term' || chip.negated || chip.term.type !== 'word' || looked === mostWords) continue;
    const { word, prefix, mode } = chip.term;
    const [token, ...more] = queryTokens(word).tokens;
    if (token === undefined || more.length > 0 || prefix || mode !== undefined) continue;
    looked++;
    const right = correction(store, token);
    if (right !== null) meant = meant.slice(0, chip.start) + right + meant.slice(chip.end);
  }
  return meant !== text && countOf(meant) > total ? meant : null;
}
