/** Whether the words around a date speak of what was or of what will be. */
import type { DateLanguage, Direction, Mention } from './mention';

const sentenceEnd = /[.!?…。]["»”')]?(?:\s|$)/g;

/** First and end offset of the sentence a mention stands in; an abbreviation may cut it short. */
function sentenceAround(text: string, { start, end }: Mention): readonly [number, number] {
  let from = 0;
  for (const match of text.slice(0, start).matchAll(sentenceEnd)) from = match.index + match[0].length;
  sentenceEnd.lastIndex = 0;
  const after = text.slice(end).search(/[.!?…。]["»”')]?(?:\s|$)/);
  return [from, after < 0 ? text.length : end + after + 1];
}

/** How far the nearest match lies from a mention; infinite when there is none. */
function distance(sentence: string, words: RegExp, start: number, end: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const match of sentence.matchAll(words)) {
    const wordEnd = match.index + match[0].length;
    nearest = Math.min(nearest, Math.max(0, match.index - end, start - wordEnd));
  }
  return nearest;
}

/** The nearer sign in the sentence decides; null when there is none. */
export function leaningAt(text: string, mention: Mention, { future, past }: DateLanguage): Direction | null {
  const [from, to] = sentenceAround(text, mention);
  const sentence = text.slice(from, to);
  const ahead = distance(sentence, future, mention.start - from, mention.end - from);
  const back = distance(sentence, past, mention.start - from, mention.end - from);
  if (ahead === back) return null;
  return ahead < back ? 'future' : 'past';
}
