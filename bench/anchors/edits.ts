/**
 * What editors and websites do to an article between two captures, and where a careful
 * reader would then say the passage is. Each edit moves the marks with the words; taking
 * them out says that the passage is nowhere any more (or that nothing tells where).
 */
import type { Language } from '../corpus';
import {
  type Article,
  articleOf,
  type Choices,
  closing,
  opening,
  remembered,
  sentenceOf,
  textOfArticle,
  unmarked,
} from './article';
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
function whereIn(article: Article): Where {
  const paragraph = article.findIndex((sentences) => sentences.some((sentence) => sentence.includes(opening)));
  const sentences = article[paragraph] ?? [];
  const first = sentences.findIndex((sentence) => sentence.includes(opening));
  return { paragraph, first, last: sentences.findIndex((sentence) => sentence.includes(closing)) };
}

const withParagraph = (article: Article, at: number, change: (sentences: string[]) => void): Article =>
  article.map((sentences, index) => {
    if (index !== at) return sentences;
    const copy = [...sentences];
    change(copy);
    return copy;
  });

/** Changes the passage itself; null when `change` does nothing. */
function withPassage(article: Article, change: (passage: string) => string): Article | null {
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

const withoutPassage = (article: Article): Article => article.map((sentences) => sentences.map(unmarked));

/** The article without the sentences the passage touches. */
function deleted(article: Article): Article {
  const { paragraph, first, last } = whereIn(article);
  return withParagraph(article, paragraph, (sentences) => void sentences.splice(first, last - first + 1));
}

const fresh = ({ language, choices }: EditContext): string => sentenceOf(language, choices);

/** Puts sentences into some other paragraph. */
function putElsewhere(article: Article, not: number, added: readonly string[], choices: Choices): Article {
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

const replaced =
  (side: 'before' | 'after'): Edit =>
  (article, context) =>
    around(article, side, (sentences, at) => {
      if (sentences[at] === undefined) return false;
      sentences[at] = fresh(context);
      return true;
    });

const lowerWord = /(?<=\p{L}.*)(?<![\p{L}\p{N}’'])\p{Ll}{5,}(?![\p{L}\p{N}’'])/gu;
const hangulWord = /(?<=[가-힣].*)(?<![가-힣])[가-힣]{3,}(?![가-힣])/g;

function atSomeWord(passage: string, { language, choices }: EditContext, change: (word: string) => string): string {
  const found = [...passage.matchAll(language === 'ko' ? hangulWord : lowerWord)];
  if (found.length === 0) return passage;
  const { 0: word, index } = choices.pick(found);
  return passage.slice(0, index) + change(word) + passage.slice(index + word.length);
}

/** Replaces one of `values` that the passage holds by another. */
function swapped(passage: string, values: readonly string[], choices: Choices): string {
  const held = values.filter((value) => passage.includes(value));
  if (held.length === 0) return passage;
  const old = choices.pick(held);
  return passage.replace(old, choices.pick(values.filter((value) => value !== old)));
}

/** A look-alike of a sentence: another number, name, or wording in its slots. */
function lookAlike(sentence: string, { language, choices }: EditContext): string {
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
const retype = (text: string): string => typography.reduce((typed, [from, to]) => typed.replace(from, to), text);

const everywhere = (article: Article, change: (sentence: string) => string): Article =>
  article.map((sentences) => sentences.map(change));

/** By name, in the order they are reported. */
export const edits: Readonly<Record<string, Edit>> = {
  'text inserted before': (article, context) => {
    const { paragraph } = whereIn(article);
    const added = [fresh(context), fresh(context)];
    return [...article.slice(0, paragraph), added, ...article.slice(paragraph)];
  },
  'text inserted after': (article, context) => {
    const { paragraph } = whereIn(article);
    return [...article.slice(0, paragraph + 1), [fresh(context)], ...article.slice(paragraph + 1)];
  },
  'text deleted before': (article, { choices }) => {
    const { paragraph } = whereIn(article);
    return paragraph < 2 ? null : article.toSpliced(1 + choices.below(paragraph - 1), 1);
  },
  'text deleted after': (article, { choices }) => {
    const { paragraph } = whereIn(article);
    const after = article.length - 2 - paragraph;
    return after < 1 ? null : article.toSpliced(paragraph + 1 + choices.below(after), 1);
  },
  'context changed before': replaced('before'),
  'context changed after': replaced('after'),
  'context changed on both sides': (article, context) => {
    const before = replaced('before')(article, context);
    return before && replaced('after')(before, context);
  },
  'header and footer changed': (article, context) => [[fresh(context)], ...article.slice(1, -1), [fresh(context)]],
  'typeset anew': (article) => everywhere(article, retype),
  'punctuation in the passage': (article) =>
    withPassage(article, (passage) => (passage.includes(',') ? passage.replace(',', '') : passage.replace(' ', ', '))),
  'case of the sentence': (article) => {
    const { paragraph, first, last } = whereIn(article);
    return withParagraph(article, paragraph, (sentences) => {
      for (let at = first; at <= last; at++) sentences[at] = sentences[at]?.toUpperCase() ?? '';
    });
  },
  'paragraph broken in the passage': (article) => withPassage(article, (passage) => passage.replace(' ', '\n')),
  'typo in the passage': (article, context) =>
    withPassage(article, (passage) =>
      atSomeWord(passage, context, (word) => `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`),
    ),
  'word replaced in the passage': (article, context) => {
    const { a, b } = phrases[context.language];
    return withPassage(article, (passage) => swapped(passage, context.choices.pick([a, b]), context.choices));
  },
  'words put into the passage': (article, context) =>
    withPassage(article, (passage) =>
      atSomeWord(passage, context, (word) => `${phrases[context.language].aside} ${word}`),
    ),
  'words deleted from the passage': (article, context) =>
    withPassage(article, (passage) => atSomeWord(passage, context, () => '').replace(/ {2,}/g, ' ')),
  'particle changed in the passage': (article, { language }) =>
    language === 'ko' ? withPassage(article, (passage) => passage.replace(/에서|에게|의(?= )/, '에')) : null,
  'sentence moved': (article, { choices }) => {
    const { paragraph, first, last } = whereIn(article);
    return putElsewhere(deleted(article), paragraph, (article[paragraph] ?? []).slice(first, last + 1), choices);
  },
  'paragraph moved': (article, { choices }) => {
    const { paragraph } = whereIn(article);
    const rest = article.toSpliced(paragraph, 1);
    return rest.toSpliced(1 + choices.below(rest.length - 1), 0, article[paragraph] ?? []);
  },
  'passage repeated elsewhere': (article, { choices }) => {
    const { paragraph, first, last } = whereIn(article);
    const copy = (article[paragraph] ?? []).slice(first, last + 1).map(unmarked);
    return putElsewhere(article, paragraph, copy, choices);
  },
  'many edits at once': (article, context) => {
    const small = ['text inserted before', 'text deleted after', 'header and footer changed', 'typeset anew'];
    const named = [...small, 'context changed before', 'typo in the passage', 'passage repeated elsewhere'];
    let edited = article;
    for (let count = 0; count < 4; count++) edited = edits[context.choices.pick(named)]?.(edited, context) ?? edited;
    return edited;
  },
  // from here on, a careful reader finds the passage nowhere
  'number changed': (article, { choices }) =>
    asGone(withPassage(article, (passage) => passage.replace(/\d+/, (n) => `${Number(n) + 1 + choices.below(90)}`))),
  'number written otherwise, not the same': (article) =>
    asGone(withPassage(article, (passage) => passage.replace(/\d+/, (n) => `${n} 000`))),
  'name changed': (article, { language, choices }) =>
    asGone(withPassage(article, (passage) => swapped(passage, phrases[language].names, choices))),
  'negation put in': (article, { language }) => {
    const { after, put } = phrases[language].negation;
    return asGone(withPassage(article, (passage) => passage.replace(after, put)));
  },
  'sentence rewritten in its place': (article, context) => {
    const { paragraph, first, last } = whereIn(article);
    const old = (article[paragraph] ?? [])
      .slice(first, last + 1)
      .map(unmarked)
      .join(' ');
    let other = fresh(context);
    while (sharedWords(old, other) > 0.4) other = fresh(context);
    return withParagraph(article, paragraph, (sentences) => void sentences.splice(first, last - first + 1, other));
  },
  'deleted, a look-alike remains': deleted,
  'deleted, a look-alike moved into its place': (article) => {
    const { paragraph, first, last } = whereIn(article);
    const isOther = (sentence: string): boolean => sentence.startsWith(remembered);
    const other = article.flat().find(isOther);
    if (other === undefined || !coversSentences(article)) return null;
    const without = article.map((sentences) => sentences.filter((sentence) => !isOther(sentence)));
    return withParagraph(without, paragraph, (sentences) => void sentences.splice(first, last - first + 1, other));
  },
  'deleted, a look-alike new elsewhere': (article, context) => {
    const { paragraph, first } = whereIn(article);
    const { place, text } = textOfArticle(article);
    const other = lookAlike(unmarked(article[paragraph]?.[first] ?? ''), context);
    if (place === null || other.includes(text.slice(place.start, place.end))) return null;
    const edited = putElsewhere(deleted(article), paragraph, [other], context.choices);
    // by chance, between sentences as before: then it is in its place
    const neighbours = (sentences: readonly string[], at: number): readonly unknown[] => [
      sentences[at - 1],
      sentences[at + 1],
    ];
    const before = neighbours(
      article.flat(),
      article.flat().findIndex((sentence) => sentence.includes(opening)),
    );
    const after = neighbours(edited.flat(), edited.flat().indexOf(other));
    return before.some((sentence, side) => sentence === after[side]) ? null : edited;
  },
  'deleted, paragraph and all': (article) => {
    const { paragraph } = whereIn(article);
    return article.toSpliced(paragraph, 1);
  },
  'deleted, its copy remains': deleted,
  'deleted, the copy of its paragraph remains': (article) => article.toSpliced(whereIn(article).paragraph, 1),
  'paragraph doubled': (article) => {
    const { paragraph } = whereIn(article);
    const bare = withoutPassage(article);
    return bare.toSpliced(paragraph, 0, bare[paragraph] ?? []);
  },
  'article rewritten': (article, { language, samples, choices }) => {
    const known = new Set(article.flat().map(unmarked));
    const others = samples.filter((sentence) => !known.has(sentence));
    return articleOf(language, others.length > 0 ? others : [sentenceOf(language, choices)], choices);
  },
};

const asGone = (article: Article | null): Article | null => article && withoutPassage(article);

/** Share of the second text's words that the first holds as well. */
function sharedWords(before: string, after: string): number {
  const held = new Set(before.split(/\P{L}+/u));
  const words = after.split(/\P{L}+/u);
  return words.filter((word) => held.has(word)).length / words.length;
}

/** True when the passage is one sentence or more, and no part of one. */
function coversSentences(article: Article): boolean {
  const { paragraph, first, last } = whereIn(article);
  const sentences = article[paragraph] ?? [];
  return (sentences[first]?.startsWith(opening) ?? false) && (sentences[last]?.endsWith(closing) ?? false);
}

const withLookAlike: Edit = (article, context) => {
  const { paragraph, first } = whereIn(article);
  const other = lookAlike(unmarked(article[paragraph]?.[first] ?? ''), context);
  return putElsewhere(article, paragraph, [remembered + other], context.choices);
};

/** What an edit needs to be there beforehand. */
export const preparations: Readonly<Record<string, Edit>> = {
  'deleted, a look-alike remains': withLookAlike,
  'deleted, a look-alike moved into its place': withLookAlike,
  'deleted, its copy remains': (article, { choices }) => {
    const { paragraph, first, last } = whereIn(article);
    return putElsewhere(article, paragraph, (article[paragraph] ?? []).slice(first, last + 1).map(unmarked), choices);
  },
  'deleted, the copy of its paragraph remains': (article, { choices }) => {
    const copy = (article[whereIn(article).paragraph] ?? []).map(unmarked);
    const { paragraph } = whereIn(article);
    const far = article.map((_, at) => at).filter((at) => at > 0 && (at < paragraph - 1 || at > paragraph + 2));
    return article.toSpliced(choices.pick(far), 0, copy);
  },
};
