/**
 * What editors and websites do to an article between two captures, and where a careful
 * reader would then say the passage is. Each edit moves the marks with the words; taking
 * them out says that the passage is nowhere any more (or that nothing tells where).
 */
import { articleOf, opening, remembered, sentenceOf, textOfArticle, unmarked } from './article';
import {
  asGone,
  atSomeWord,
  coversSentences,
  deleted,
  type Edit,
  everywhere,
  fresh,
  lookAlike,
  putElsewhere,
  replaced,
  retype,
  sharedWords,
  swapped,
  whereIn,
  withoutPassage,
  withParagraph,
  withPassage,
} from './edit-parts';
import { phrases } from './phrases';

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
