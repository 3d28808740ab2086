/** A document as a chapter: its text, then a footnote for every passage. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import { html, type Markup, together } from '../markup';
import { type BlockMarkup, blocksToMarkup, passageId } from '../reading/block-markup';
import type { BundleIndex } from '../reading/bundle-index';
import { citationWords } from '../reading/citations';
import { layOut } from '../reading/laid-body';
import { noteId, noteToMarkup } from '../reading/note-markup';
import { documentFacts, titleWords } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';
import { sourceList } from '../reading/source-list';

/** The chapter's file beside the others. */
export const chapterPath = (uid: string): string => `${uid}.xhtml`;

/** A passage's place in the book: in its own chapter an anchor, else with the file. */
function hrefFrom(here: Document, annotation: Annotation, index: BundleIndex): string | null {
  if (index.document(annotation.document) === undefined) return null;
  const file = annotation.document === here.uid ? '' : chapterPath(annotation.document);
  return `${file}#${annotation.orphaned ? noteId(annotation) : passageId(annotation)}`;
}

/** The element's id of a chapter's page, counted from 0 in reading order. */
export const pageId = (number: number): string => `page-${number}`;

/** Signs where pages begin, in the order they are asked for; a number that goes on is the same page. */
function pageBreaks(): (label: string) => Markup {
  let number = 0;
  let last: string | null = null;
  return (label) => {
    if (label === last) return together();
    last = label;
    return html('span', {
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      id: pageId(number++),
      title: label,
      'aria-label': label,
    });
  };
}

/** What stands in a chapter's body. */
export function chapterOf(
  document: Document,
  index: BundleIndex,
  language: ExportLanguage,
  pictureOf: BlockMarkup['pictureOf'],
): Markup {
  const annotations = index.annotationsOf(document.uid);
  const numbers = new Map(annotations.map(({ uid }, at) => [uid, at + 1]));
  const words = readingWords[language];
  const blocks: BlockMarkup = {
    hrefOf: (target) => {
      if ('document' in target)
        return index.document(target.document) === undefined ? null : chapterPath(target.document);
      const annotation = index.annotation(target.annotation);
      return annotation === undefined ? null : hrefFrom(document, annotation, index);
    },
    noteOf: (annotation) => ({ number: numbers.get(annotation.uid) ?? 0, href: `#${noteId(annotation)}` }),
    sourceOf: (passage) => citationWords(passage, index, language),
    noteReference: 'noteref',
    pictureWord: words.picture,
    pictureOf,
    headingLevel: (level) => level + 1,
    pageBreak: pageBreaks(),
  };
  const note = (annotation: Annotation, at: number): Markup =>
    noteToMarkup(annotation, at + 1, {
      index,
      language,
      blocks,
      hrefOf: (other) => hrefFrom(document, other, index),
      // Readers show a footnote where it is referred to, and hide one that is not.
      element: annotation.orphaned
        ? { name: 'div', attributes: {} }
        : { name: 'aside', attributes: { 'epub:type': 'footnote', role: 'doc-footnote' } },
    });
  return together(
    html('h1', { dir: 'auto' }, titleWords(document.title, language)),
    html(
      'dl',
      { class: 'facts' },
      documentFacts(document, index, language).map(({ label, value }) =>
        html(
          'div',
          {},
          html('dt', {}, `${label}${language === 'fr' ? '\u00a0:' : ':'} `),
          html('dd', { dir: 'auto' }, value),
        ),
      ),
    ),
    blocksToMarkup(layOut(document.body, annotations), blocks),
    sourceList(document, index, language, blocks.hrefOf),
    annotations.length > 0 &&
      html('section', { lang: language, 'xml:lang': language }, html('h2', {}, words.passages), annotations.map(note)),
  );
}
