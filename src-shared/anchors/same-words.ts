/**
 * The same words in another text: told apart by how far their surroundings agree.
 *
 * A place is accepted on evidence: the passage's words with all the words around them
 * that agree. The evidence must be heavy enough that it is no turn of phrase, and must
 * stand once in the text and, where the earlier text is known, once in that as well.
 */
import { kinship } from './kinship';
import { hasNewLookAlike } from './look-alike';
import { isSentenceEdge, type Passage, type Placement } from './passage';
import type { WordIndex } from './word-index';

/**
 * Weight (see `weightOf`) of words that must agree, passage and context together, when
 * the earlier text is known. A margin of caution: in the benchmark other rules suffice (see the decision record).
 */
export const neededWeight = 40;
/** The same when the two texts have little in common: a turn of phrase then recurs, and no sentence moved. */
export const neededWeightInOther = 200;
/** Share of the earlier text's runs of words that texts of one article have in common. */
const sameArticleShare = 0.4;
/**
 * When only the selector is known, how far from its old place a passage is still believed to be the
 * one (UTF-16 code units): further away the same words are as likely a repetition that stayed.
 */
export const believedShift = 256;
/** Context that agrees for longer than this is more than the rest of the passage's own sentence. */
export const beyondSentence = 120;
/** A passage of less weight says too little by itself: the rest of its sentence must stand beside it. */
export const shortPassageWeight = 24;
/** Code units compared on each side at first; further only for texts that repeat themselves. */
const nearContext = 256;
const farContext = 8_192;
/**
 * The best place must agree in this much more than any other, and no other in this much more
 * on its own better side: else the passage was doubled, and each copy kept a neighbour.
 */
const clearGain = 24;
const slightGain = 12;
/** More places than this are no passage but a word: nothing is chosen among them. */
const mostPlaces = 10_000;

const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g;

/** How much a folded text says: a letter counts one, a Hangul syllable or a Han character two. */
export const weightOf = (folded: string): number => folded.length + (folded.match(dense)?.length ?? 0);

interface Place {
  readonly at: number;
  /** Code units that agree before and after, to whole words. */
  readonly head: number;
  readonly tail: number;
  /** The same for comparing places: as far as can be where both texts begin, or end. */
  readonly before: number;
  readonly after: number;
}

const atBlank = (folded: string, at: number): boolean =>
  at <= 0 || at >= folded.length || folded[at] === ' ' || folded[at - 1] === ' ';

/** Words of a folded text, and where they lie. */
interface Spot {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * How far two spots agree around them, to whole words.
 *
 * @param cut True when `known` is a selector's context, whose outermost words may be cut.
 */
function agreement(known: Spot, spot: Spot, limit: number, cut: boolean): Place {
  const [a, b] = [known.folded, spot.folded];
  let head = 0;
  while (head < limit && head < known.start && a[known.start - 1 - head] === b[spot.start - 1 - head]) head++;
  let tail = 0;
  while (tail < limit && known.end + tail < a.length && a[known.end + tail] === b[spot.end + tail]) tail++;
  const wholeAt = (inA: number, inB: number): boolean =>
    atBlank(a, inA) && (atBlank(b, inB) || (cut && (inA === 0 || inA === a.length)));
  while (head > 0 && (a[known.start - head] === ' ' || !wholeAt(known.start - head, spot.start - head))) head--;
  while (tail > 0 && (a[known.end + tail - 1] === ' ' || !wholeAt(known.end + tail, spot.end + tail))) tail--;
  // where both texts begin or end, nothing can agree in more
  const first = !cut && head === known.start && head === spot.start;
  const last = !cut && known.end + tail === a.length && spot.end + tail === b.length;
  return { at: spot.start, head, tail, before: first ? limit : head, after: last ? limit : tail };
}

/** Weight of what agrees around two spots, whatever stands in them; a text's edge weighs as much as can be. */
export function agreementAround(known: Spot, spot: Spot): number {
  const { head, tail, before, after } = agreement(known, spot, nearContext, false);
  const weight = (agreed: number, reached: number, words: string): number =>
    reached > agreed ? nearContext : weightOf(words);
  const left = weight(head, before, known.folded.slice(known.start - head, known.start));
  return left + weight(tail, after, known.folded.slice(known.end, known.end + tail));
}

const isClearlyBetter = (a: Place, b: Place): boolean => {
  const [before, after] = [a.before - b.before, a.after - b.after];
  return Math.max(before, after) >= clearGain && Math.min(before, after) >= -slightGain;
};

/** Finds the passage's words in a text; offsets count in its folded words. */
export function findSameWords(words: WordIndex, passage: Passage): Placement {
  const { folded: own, wholeWords, earlier } = passage;
  const places = words.places(own, wholeWords, mostPlaces);
  if (places.length === 0) return { found: false, reason: 'missing' };
  if (places.length === mostPlaces) return { found: false, reason: 'ambiguous' };
  const before = earlier?.places(own, wholeWords, mostPlaces) ?? [passage.start];
  const limit = places.length === 1 && before.length === 1 ? nearContext : farContext;
  const known: Spot = { folded: passage.around, start: passage.start, end: passage.end };
  const spotAt = (folded: string, start: number): Spot => ({ folded, start, end: start + own.length });
  const [best, ...others] = places
    .map((at) => agreement(known, spotAt(words.folded, at), limit, earlier === null))
    .sort((a, b) => b.before + b.after - a.before - a.after);
  if (best === undefined) return { found: false, reason: 'missing' };
  // the other way round: another place of the earlier text may be the one that this is
  const rivals = before
    .filter((at) => at !== passage.start)
    .map((at) => agreement(spotAt(passage.around, at), spotAt(words.folded, best.at), limit, false));
  if ([...others, ...rivals].some((other) => !isClearlyBetter(best, other))) {
    return { found: false, reason: 'ambiguous' };
  }
  if (countsOtherwise(words.folded, best, passage) || goesOn(words, passage, best) || !isEnough(words, passage, best)) {
    return { found: false, reason: 'missing' };
  }
  const doubtful = earlier === null ? !isNearAndAlone(words, passage, best, others) : movedInPart(words, passage, best);
  return doubtful ? { found: false, reason: 'ambiguous' } : { found: true, start: best.at, end: best.at + own.length };
}

/**
 * Without the earlier text nothing tells a passage that moved from a repetition of it that stayed: it must
 * lie near its old place, and nowhere else may much of its context agree.
 */
function isNearAndAlone(words: WordIndex, { position }: Passage, best: Place, others: readonly Place[]): boolean {
  const shift = Math.abs((words.starts[best.at] ?? 0) - position);
  return shift <= believedShift && others.every(({ head, tail }) => head + tail < clearGain);
}

/** True when the sentence that began or ended with the passage now has more words there. */
function goesOn(words: WordIndex, passage: Passage, { at, before, after }: Place): boolean {
  const end = at + passage.folded.length;
  return (
    (passage.beginsSentence && before === 0 && !isSentenceEdge(words, words.text, at - 1)) ||
    (passage.endsSentence && after === 0 && !isSentenceEdge(words, words.text, end))
  );
}

/**
 * True when no more than the passage's sentence agrees here, while words much like them, that are new,
 * stand elsewhere: the passage may have stayed there, a little changed, and been copied here.
 */
function movedInPart(words: WordIndex, { earlier, start, end }: Passage, place: Place): boolean {
  if (earlier === null || place.before + place.after >= beyondSentence) return false;
  const { at, head, tail } = place;
  return hasNewLookAlike(words, earlier, { start: start - head, end: end + tail, foundAt: at - head });
}

/** True when what agrees is more than a turn of phrase; all there is, where only the selector is known. */
function isEnough(words: WordIndex, passage: Passage, { head, tail, before, after }: Place): boolean {
  const { around, start, end, earlier } = passage;
  if (earlier === null) return (around.slice(0, start - head) + around.slice(end + tail)).trim() === '';
  const torn = (before === 0 && !passage.beginsSentence) || (after === 0 && !passage.endsSentence);
  if (torn && weightOf(passage.folded) < shortPassageWeight) return false;
  const weight = weightOf(around.slice(start - head, end + tail).trim());
  if (weight >= neededWeightInOther) return true;
  return weight >= neededWeight && kinship(earlier, words) >= sameArticleShare;
}

const multiplier =
  /^(?:[\p{N}%‰]|millions?$|milliards?$|mille$|cents?$|thousand|hundred|billion|тысяч|миллион|миллиард|[만천백억조])/u;

/** True when a number at the passage's edge is another one there: `600` of `600 million`. */
function countsOtherwise(
  folded: string,
  { at, head, tail }: Place,
  { around, start, end, folded: own }: Passage,
): boolean {
  const wordAfter = /^ ?(\S+)/.exec(folded.slice(at + own.length, at + own.length + 20))?.[1] ?? '';
  const wordBefore = /(\S+) ?$/.exec(folded.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const endsInNumber = /\p{N}$/u.test(own) && tail === 0 && end < around.length;
  const beginsWithNumber = /^\p{N}/u.test(own) && head === 0 && start > 0;
  return (endsInNumber && multiplier.test(wordAfter)) || (beginsWithNumber && /^[\p{N}-]+$/u.test(wordBefore));
}
