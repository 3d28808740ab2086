/**
 * Where in a changed text the words of a lost passage most likely stand now: shown to a person
 * beside the old words, never used to move a passage by itself. Pure.
 */
import type { Selector } from '@shared/model/annotation';

export interface NearestText {
  /** UTF-16 code units; `start === end` where the words are gone but their neighbours are there. */
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Less than this share of the old words in one place is no likeness: common words alone reach a third. */
const leastShare = 0.5;
/** Context shorter than this (UTF-16 code units) stands in too many places to tell one. */
const leastContext = 12;

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** A run of words compared with the old ones. */
interface Stretch {
  /** Index of its first word. */
  readonly first: number;
  /** Old words in it, each counted as often as it stood. */
  readonly shared: number;
  /** How many of its two ends are the old ones. */
  readonly edges: number;
  /** Code units from the old place. */
  readonly far: number;
}

const isLiker = (a: Stretch, b: Stretch): boolean => (a.shared - b.shared || a.edges - b.edges || b.far - a.far) > 0;

/** The stretch of as many words that holds most of the old ones; of equal ones that which begins and ends alike, then the nearest to the old place. */
function likestStretch(text: string, { exact, start: oldStart }: Selector): NearestText | null {
  const wanted = new Map<string, number>();
  const old = wordsOf(exact);
  for (const { word } of old) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const words = wordsOf(text);
  const left = new Map(wanted);
  let shared = 0;
  let best: Stretch | null = null;
  for (const [index, { word }] of words.entries()) {
    if (wanted.has(word)) {
      const remaining = left.get(word) ?? 0;
      if (remaining > 0) shared += 1;
      left.set(word, remaining - 1);
    }
    const leaving = words[index - old.length];
    if (leaving !== undefined && wanted.has(leaving.word)) {
      const remaining = left.get(leaving.word) ?? 0;
      if (remaining >= 0) shared -= 1;
      left.set(leaving.word, remaining + 1);
    }
    const first = Math.max(0, index - old.length + 1);
    const here: Stretch = {
      first,
      shared,
      edges: Number(words[first]?.word === old[0]?.word) + Number(word === old.at(-1)?.word),
      far: Math.abs((words[first]?.start ?? 0) - oldStart),
    };
    if (best === null || isLiker(here, best)) best = here;
  }
  if (best === null || best.shared < Math.max(1, old.length * leastShare)) return null;
  const from = words[best.first];
  const to = words[Math.min(best.first + old.length, words.length) - 1];
  return from === undefined || to === undefined ? null : { start: from.start, end: to.end };
}

/** The only place where the words before it, or those behind it, stand. */
function betweenNeighbours(text: string, { prefix, suffix }: Selector): NearestText | null {
  const only = (context: string): number | null => {
    if (context.trim().length < leastContext) return null;
    const at = text.indexOf(context);
    return at === -1 || text.indexOf(context, at + 1) !== -1 ? null : at;
  };
  const before = only(prefix);
  if (before !== null) return { start: before + prefix.length, end: before + prefix.length };
  const behind = only(suffix);
  return behind === null ? null : { start: behind, end: behind };
}

/** The likeliest place; null when nothing in the text resembles the passage or its neighbours. */
export function nearestText(text: string, selector: Selector): NearestText | null {
  return likestStretch(text, selector) ?? betweenNeighbours(text, selector);
}
