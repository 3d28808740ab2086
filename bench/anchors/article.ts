/**
 * Articles to edit: sentences of the sample articles among generated ones, with what makes
 * anchoring hard: boilerplate that repeats, look-alikes of one pattern, paragraphs that stand twice.
 * A passage is marked in the sentences themselves, so an edit carries the truth along with the words.
 */
import type { Language } from '../corpus';
import { phrases } from './phrases';

/** Private-use characters that mark where the passage begins and ends. They never reach the text. */
export const opening = '\ue000';
export const closing = '\ue001';

/** Marks a sentence an edit will need again. */
export const remembered = '\ue002';

/** Paragraphs of sentences. */
export type Article = readonly (readonly string[])[];

export interface Choices {
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  pick<T>(values: readonly T[]): T;
  chance(share: number): boolean;
}

export function choicesFrom(random: () => number): Choices {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  };
  return { below, pick, chance: (share) => random() < share };
}

/** A sentence of one of the language's patterns. */
export function sentenceOf(language: Language, choices: Choices): string {
  const { patterns, names, days, a, b } = phrases[language];
  const number = choices.chance(0.3)
    ? `${2 + choices.below(9)} ${100 + choices.below(900)}`
    : `${2 + choices.below(900)}`;
  const slots: Readonly<Record<string, string>> = {
    name: choices.pick(names),
    day: choices.pick(days),
    n: number,
    a: choices.pick(a),
    b: choices.pick(b),
  };
  return choices.pick(patterns).replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

/** Takes a sample sentence that was not taken yet, while there are any. */
type Take = () => string | undefined;

function paragraphOf(language: Language, take: Take, choices: Choices): readonly string[] {
  const sentences = new Set<string>();
  const wanted = 2 + choices.below(5);
  while (sentences.size < wanted) {
    const kind = choices.below(10);
    if (kind < 4) sentences.add(sentenceOf(language, choices));
    else if (kind < 6) sentences.add(choices.pick(phrases[language].boilerplate));
    else sentences.add(take() ?? sentenceOf(language, choices));
  }
  return [...sentences];
}

/** An article of 8 to 16 paragraphs; in one of four, a paragraph stands twice. */
export function articleOf(language: Language, samples: readonly string[], choices: Choices): Article {
  const left = [...samples];
  const take = (): string | undefined => left.splice(choices.below(left.length), 1)[0];
  const body = Array.from({ length: 8 + choices.below(9) }, () => paragraphOf(language, take, choices));
  if (choices.chance(0.25)) body.splice(choices.below(body.length), 0, choices.pick(body));
  return [[phrases[language].header], ...body, [phrases[language].footer]];
}

const words = /[\p{L}\p{M}\p{N}’'-]+/gu;

/** The article with a passage marked: a sentence, two, some words of one, or one word. */
export function markPassage(article: Article, choices: Choices): Article {
  const at = 1 + choices.below(article.length - 2);
  const paragraph = [...(article[at] ?? [])];
  const first = choices.below(paragraph.length);
  const kind = choices.below(20);
  const sentence = paragraph[first] ?? '';
  if (kind < 8) paragraph[first] = opening + sentence + closing;
  else if (kind < 11 && first + 1 < paragraph.length) {
    paragraph[first] = opening + sentence;
    paragraph[first + 1] += closing;
  } else {
    const found = [...sentence.matchAll(words)];
    const from = choices.below(found.length);
    const to = Math.min(found.length - 1, from + (kind < 18 ? 2 + choices.below(7) : choices.below(2)));
    const [start, last] = [found[from]?.index ?? 0, found[to]];
    const end = last === undefined ? sentence.length : last.index + last[0].length;
    paragraph[first] = sentence.slice(0, start) + opening + sentence.slice(start, end) + closing + sentence.slice(end);
  }
  return article.map((sentences, index) => (index === at ? paragraph : sentences));
}

export interface MarkedText {
  readonly text: string;
  /** Where the passage lies (UTF-16 code units); null when the article has none. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** The article as its canonical text, with the marks taken out. */
export function textOfArticle(article: Article): MarkedText {
  const joined = article.map((sentences) => sentences.join(' ')).join('\n');
  const marked = joined.replaceAll(remembered, '').normalize('NFC');
  const start = marked.indexOf(opening);
  const end = marked.indexOf(closing) - opening.length;
  const text = unmarked(marked);
  return { text, place: start === -1 || end < start ? null : { start, end } };
}

export const unmarked = (text: string): string => text.replaceAll(opening, '').replaceAll(closing, '');
