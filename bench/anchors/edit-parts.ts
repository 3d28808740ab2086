/** What edits of an article are made of: finding the marked passage in it, changing it or what is around it. */
import type { Language } from '../corpus';
import { type Article, type Choices, closing, opening, sentenceOf, unmarked } from './article';
import { phrases } from './phrases';

export interface EditContext {
  readonly language: Language;
  readonly samples: readonly string[];
  readonly choices: Choices;
}

/** An edit; null when it does not apply to this passage. */
export type Edit = (article: Article, context: EditContext) => Article | null;

interface Where {
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
}

/** The sentences the passage touches. */
export function whereIn(article: Article): Where {
  const paragraph = article.findIndex((sentences) => sentences.some((sentence) => sentence.includes(opening)));
  const sentences = article[paragraph] ?? [];
  const first = sentences.findIndex((sentence) => sentence.includes(opening));
  return { paragraph, first, last: sentences.findIndex((sentence) => sentence.includes(closing)) };
}

export const withParagraph = (article: Article, at: number, change: (sentences: string[]) => void): Article =>
  article.map((sentences, index) => {
    if (index !== at) return sentences;
    const copy = [...sentences];
    change(copy);
    return copy;
  });

/** Changes the passage itself; null when `change` does nothing. */
export function withPassage(article: Article, change: (passage: string) => string): Article | null {
  const { paragraph, first, last } = whereIn(article);
  const joined = (article[paragraph] ?? []).slice(first, last + 1).join(' ');
  const [head = '', rest = ''] = joined.split(opening);
  const [passage = '', tail = ''] = rest.split(closing);
  const changed = change(passage);
  if (changed === passage) return null;
  return withParagraph(article, paragraph, (sentences) => {
    sentences.splice(first, last - first + 1, head + opening + changed + closing + tail);
  });
}

export const withoutPassage = (article: Article): Article => article.map((sentences) => sentences.map(unmarked));

/** The article without the sentences the passage touches. */
export function deleted(article: Article): Article {
  const { paragraph, first, last } = whereIn(article);
  return withParagraph(article, paragraph, (sentences) => void sentences.splice(first, last - first + 1));
}

export const fresh = ({ language, choices }: EditContext): string => sentenceOf(language, choices);

/** Puts sentences into some other paragraph. */
export function putElsewhere(article: Article, not: number, added: readonly string[], choices: Choices): Article {
  let at = 1 + choices.below(article.length - 2);
  if (at === not) at = at > 1 ? at - 1 : at + 1;
  return withParagraph(
    article,
    at,
    (sentences) => void sentences.splice(choices.below(sentences.length + 1), 0, ...added),
  );
}

/** Whole sentences of the passage's paragraph, before or after the passage. */
function around(article: Article, side: 'before' | 'after', change: (sentences: string[], at: number) => boolean) {
  const { paragraph, first, last } = whereIn(article);
  let done = false;
  const edited = withParagraph(article, paragraph, (sentences) => {
    const at = side === 'before' ? first - 1 : last + 1;
    done = change(sentences, at);
  });
  return done ? edited : null;
}

export const replaced =
  (side: 'before' | 'after'): Edit =>
  (article, context) =>
    around(article, side, (sentences, at) => {
      if (sentences[at] === undefined) return false;
      sentences[at] = fresh(context);
      return true;
    });

const lowerWord = /(?<=\p{L}.*)(?<![\p{L}\p{N}’'])\p{Ll}{5,}(?![\p{L}\p{N}’'])/gu;
const hangulWord = /(?<=[가-힣].*)(?<![가-힣])[가-힣]{3,}(?![가-힣])/g;

export function atSomeWord(
  passage: string,
  { language, choices }: EditContext,
  change: (word: string) => string,
): string {
  const found = [...passage.matchAll(language === 'ko' ? hangulWord : lowerWord)];
  if (found.length === 0) return passage;
  const { 0: word, index } = choices.pick(found);
  return passage.slice(0, index) + change(word) + passage.slice(index + word.length);
}

/** Replaces one of `values` that the passage holds by another. */
export function swapped(passage: string, values: readonly string[], choices: Choices): string {
  const held = values.filter((value) => passage.includes(value));
  if (held.length === 0) return passage;
  const old = choices.pick(held);
  return passage.replace(old, choices.pick(values.filter((value) => value !== old)));
}

/** A look-alike of a sentence: another number, name, or wording in its slots. */
export function lookAlike(sentence: string, { language, choices }: EditContext): string {
  const { names, a, b } = phrases[language];
  const values = choices.pick([names, a, b]);
  const other = swapped(sentence, values, choices);
  if (other !== sentence) return other;
  const digits = sentence.replace(/\d+/, (number) => `${Number(number) + 1 + choices.below(50)}`);
  return digits !== sentence ? digits : sentence.replace(' ', ` ${phrases[language].aside} `);
}

const typography: readonly (readonly [RegExp, string])[] = [
  [/[’‘]/g, "'"],
  [/«\s*|\s*»|[“”]/g, '"'],
  [/[\u00a0\u202f]/g, ' '],
  [/ ([;:!?])/g, '$1'],
  [/—/g, '-'],
];
export const retype = (text: string): string => typography.reduce((typed, [from, to]) => typed.replace(from, to), text);

export const everywhere = (article: Article, change: (sentence: string) => string): Article =>
  article.map((sentences) => sentences.map(change));

export const asGone = (article: Article | null): Article | null => article && withoutPassage(article);

/** Share of the second text's words that the first holds as well. */
export function sharedWords(before: string, after: string): number {
  const held = new Set(before.split(/\P{L}+/u));
  const words = after.split(/\P{L}+/u);
  return words.filter((word) => held.has(word)).length / words.length;
}

/** True when the passage is one sentence or more, and no part of one. */
export function coversSentences(article: Article): boolean {
  const { paragraph, first, last } = whereIn(article);
  const sentences = article[paragraph] ?? [];
  return (sentences[first]?.startsWith(opening) ?? false) && (sentences[last]?.endsWith(closing) ?? false);
}
