/** Finds the words of a text that name dates, by a language's patterns, and joins those that make an interval. */
import { completedFrom } from './complete-parts';
import type { DateLanguage, DatePattern, Mention, SingleMeaning } from './mention';

type Single = Mention<SingleMeaning>;

/**
 * The text as patterns expect it: no-break and thin spaces as spaces, typographic apostrophes and dashes
 * plain. Every replacement has the length of what it replaces, so offsets stay right.
 */
export function plainSpaced(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u2009\u202f\n\t]/g, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u223c\uff5e\u301c]/g, '~');
}

function matchesOf({ pattern, read, weak }: DatePattern, text: string): readonly Single[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const meaning = read(match);
    if (meaning === null) return [];
    const end = match.index + match[0].trimEnd().length;
    return [{ start: match.index, end, meaning, ...(weak ? { weak } : {}) }];
  });
}

/** Keeps, of mentions that overlap, the strong before the weak and the longer before the shorter. */
export function withoutOverlaps<M extends Mention>(mentions: readonly M[]): readonly M[] {
  const byWorth = mentions.toSorted(
    (a, b) => Number(a.weak ?? false) - Number(b.weak ?? false) || b.end - b.start - (a.end - a.start),
  );
  const kept: M[] = [];
  for (const mention of byWorth) {
    if (kept.every(({ start, end }) => mention.end <= start || end <= mention.start)) kept.push(mention);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Where the words begin that stand right before a mention and match; null when they do not. */
function beginOfWordsBefore(text: string, position: number, words: RegExp): number | null {
  const before = text.slice(Math.max(0, position - 24), position);
  const match = words.exec(before);
  return match === null ? null : position - (before.length - match.index);
}

function endOfWordsAfter(text: string, position: number, words: RegExp | undefined): number | null {
  const match = words?.exec(text.slice(position, position + 16));
  return match ? position + match[0].length : null;
}

/** Two mentions in a row that the language joins: "entre 2019 et 2021", "3월 3일부터 7일까지". */
function joinedPair(text: string, first: Single, second: Single, { intervals }: DateLanguage): Mention | null {
  // "13-Novembre": a bare day needs a day at the other end.
  const [one, other] = [first.meaning, second.meaning];
  const isBareDay = one.type === 'parts' && one.day !== undefined && one.month === undefined;
  if (isBareDay && !(other.type === 'parts' && other.day !== undefined)) return null;
  const joint = text.slice(first.end, second.start);
  const opening = intervals.pairs
    .filter((pair) => pair.joint.test(joint))
    .map((pair) => beginOfWordsBefore(text, first.start, pair.opening))
    .find((start) => start !== null);
  const isDashed = (/^\s?[-~/]\s?$/.test(joint) && !second.weak) || (joint === '-' && !first.weak);
  if (opening === undefined && !isDashed) return null;
  const closing = endOfWordsAfter(text, second.end, intervals.untilAfter);
  return {
    start: opening ?? first.start,
    end: closing ?? second.end,
    meaning: { type: 'between', from: first.meaning, to: second.meaning },
  };
}

/** A mention that begins or ends something without another end: "depuis 2024", "2024년부터". */
function openEnded(text: string, mention: Single, { intervals }: DateLanguage): Mention | null {
  const { start, end, meaning } = mention;
  const since = beginOfWordsBefore(text, start, intervals.since);
  if (since !== null) {
    return { start: since, end, meaning: { type: 'between', from: meaning, to: null, hasBegun: true } };
  }
  const onward = beginOfWordsBefore(text, start, intervals.onward);
  if (onward !== null) return { start: onward, end, meaning: { type: 'between', from: meaning, to: null } };
  const until = beginOfWordsBefore(text, start, intervals.until);
  if (until !== null) return { start: until, end, meaning: { type: 'between', from: null, to: meaning } };
  const sinceEnd = endOfWordsAfter(text, end, intervals.sinceAfter);
  if (sinceEnd !== null) return { start, end: sinceEnd, meaning: { type: 'between', from: meaning, to: null } };
  const untilEnd = endOfWordsAfter(text, end, intervals.untilAfter);
  if (untilEnd !== null) return { start, end: untilEnd, meaning: { type: 'between', from: null, to: meaning } };
  return null;
}

/** Between the dates of a list: "le 4 et le 5 novembre", "in March and April 2024". */
const listJoint = /^ ?(?:,|et|ou|and|or|и|или) ?(?:le |the |on |en |in |в )?$/iu;

/** A date completed from the next of its list, and then no longer weak. */
function inListWith(text: string, single: Single | undefined, next: Single | undefined): Single | undefined {
  if (single === undefined || next === undefined || next.weak) return single;
  if (!listJoint.test(text.slice(single.end, next.start))) return single;
  const meaning = completedFrom(single.meaning, next.meaning);
  const isWhole = meaning.type === 'parts' && meaning.day !== undefined && meaning.month !== undefined;
  return { start: single.start, end: single.end, meaning, ...(single.weak && !isWhole ? { weak: true } : {}) };
}

/** Date words of the text in their order, intervals joined; `found` are mentions from elsewhere to weigh in. */
export function findMentions(text: string, language: DateLanguage, found: readonly Single[]): readonly Mention[] {
  const own = language.patterns.flatMap((pattern) => matchesOf(pattern, text));
  const singles = withoutOverlaps([...own, ...found]).filter(
    ({ start }) => !language.noDateAfter.test(text.slice(Math.max(0, start - 24), start)),
  );
  const mentions: Mention[] = [];
  for (let index = 0; index < singles.length; index += 1) {
    const next = singles[index + 1];
    const single = inListWith(text, singles[index], next);
    if (single === undefined) continue;
    const pair = next === undefined ? null : joinedPair(text, single, next, language);
    if (pair !== null) {
      mentions.push(pair);
      index += 1;
      continue;
    }
    const open = openEnded(text, single, language);
    if (open !== null) mentions.push(open);
    else if (!single.weak) mentions.push(single);
  }
  return mentions;
}
