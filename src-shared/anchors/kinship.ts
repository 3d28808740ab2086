/** How much two texts have in common: an article edited, or another one on the same matter. */
import type { WordIndex } from './word-index';

/** Words of a run, and runs looked up, to tell how much two texts have in common. */
const runLength = 5;
const runsLookedUp = 200;
const known = new WeakMap<WordIndex, WeakMap<WordIndex, number>>();

/** Share (0 to 1) of the earlier text's runs of words that stand in a text as well; worked out once a pair. */
export function kinship(earlier: WordIndex, words: WordIndex): number {
  const before = known.get(earlier) ?? new WeakMap<WordIndex, number>();
  known.set(earlier, before);
  const done = before.get(words);
  if (done !== undefined) return done;
  const all = earlier.folded.split(' ');
  const step = Math.max(1, Math.floor(all.length / runsLookedUp));
  let looked = 0;
  let shared = 0;
  for (let at = 0; at + runLength <= all.length; at += step) {
    looked++;
    if (words.places(all.slice(at, at + runLength).join(' '), true, 1).length > 0) shared++;
  }
  const share = looked === 0 ? 1 : shared / looked;
  before.set(words, share);
  return share;
}
