/** One document as an article of a page: what is known of it, its text with notes beside, orphans below. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import type { AnnotationUid } from '@shared/model/ids';
import { html, type Markup, together } from '../markup';
import { type BlockMarkup, beginningIn, blockToMarkup, kindClass, passageId } from '../reading/block-markup';
import type { BundleIndex } from '../reading/bundle-index';
import { citationWords } from '../reading/citations';
import { type LaidBlock, layOut } from '../reading/laid-body';
import { type NoteMarkup, noteId, noteToMarkup } from '../reading/note-markup';
import { documentFacts, isoTime, kindWords, oneLine, shortened, titleWords } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';
import { sourceList } from '../reading/source-list';

/** Longest quotation in the list of passages, in code points. */
const indexQuoteLength = 120;

export interface PageContext {
  readonly index: BundleIndex;
  readonly language: ExportLanguage;
  readonly pictureOf: BlockMarkup['pictureOf'];
}

/** The element's id of a document. */
export const documentId = (document: { readonly uid: string }): string => `d-${document.uid}`;

/** A passage that is shown as one leads to its text, an orphan to its note. */
export const hrefOfPassage = (annotation: Annotation): string =>
  annotation.orphaned ? `#${noteId(annotation)}` : `#${passageId(annotation)}`;

function blockMarkup(numbers: ReadonlyMap<AnnotationUid, number>, context: PageContext): BlockMarkup {
  const { index, language, pictureOf } = context;
  return {
    hrefOf: (target) => {
      if ('document' in target) return index.document(target.document) ? `#d-${target.document}` : null;
      const annotation = index.annotation(target.annotation);
      return annotation === undefined ? null : hrefOfPassage(annotation);
    },
    noteOf: (annotation) => ({ number: numbers.get(annotation.uid) ?? 0, href: `#${noteId(annotation)}` }),
    sourceOf: (passage) => citationWords(passage, index, language),
    noteReference: null,
    pictureWord: readingWords[language].picture,
    pictureOf,
    headingLevel: (level) => level + 1,
  };
}

/** The article of a document. */
export function documentArticle(document: Document, context: PageContext): Markup {
  const { index, language } = context;
  const annotations = index.annotationsOf(document.uid);
  const numbers = new Map(annotations.map(({ uid }, position) => [uid, position + 1]));
  const blocks = blockMarkup(numbers, context);
  const notes: NoteMarkup = {
    index,
    language,
    blocks,
    hrefOf: hrefOfPassage,
    element: { name: 'aside', attributes: { role: 'note' } },
  };
  const laid = layOut(document.body, annotations);
  const shown = new Set(laid.flatMap(beginningIn));
  const elsewhere = annotations.filter((annotation) => !shown.has(annotation));
  const note = (annotation: Annotation): Markup => noteToMarkup(annotation, numbers.get(annotation.uid) ?? 0, notes);
  return html(
    'article',
    { id: documentId(document) },
    html('h1', { dir: 'auto' }, titleWords(document.title, language)),
    factsList(document, context),
    html(
      'div',
      { class: 'text', lang: document.metadata.language || null },
      laid.map((block) => row(block, blocks, note, language)),
    ),
    sourceList(document, index, language, blocks.hrefOf),
    elsewhere.length > 0 &&
      html('section', { class: 'orphans' }, html('h2', {}, readingWords[language].orphans), elsewhere.map(note)),
    passageIndex(annotations, numbers, language),
  );
}

/** A block, with the notes of the passages that begin in it beside it: before it, for that is where a float stands. */
function row(
  block: LaidBlock,
  blocks: BlockMarkup,
  note: (annotation: Annotation) => Markup,
  language: ExportLanguage,
): Markup {
  const markup = blockToMarkup(block, blocks);
  const begins = beginningIn(block);
  if (begins.length === 0) return markup;
  return together(html('div', { class: 'notes', lang: language }, begins.map(note)), markup);
}

function factsList(document: Document, { index, language }: PageContext): Markup {
  return html(
    'dl',
    { class: 'facts', 'aria-label': readingWords[language].about },
    documentFacts(document, index, language).map(({ id, label, value, address }) =>
      html(
        'div',
        { class: `fact-${id}` },
        html('dt', {}, label),
        html(
          'dd',
          { dir: 'auto' },
          address === undefined ? value : html('a', { href: address, rel: 'noopener noreferrer' }, value),
        ),
      ),
    ),
  );
}

function passageIndex(
  annotations: readonly Annotation[],
  numbers: ReadonlyMap<AnnotationUid, number>,
  language: ExportLanguage,
): Markup {
  if (annotations.length === 0) return together();
  const kinds = [...new Set(annotations.map(({ kind }) => kind))];
  return html(
    'section',
    { class: 'passage-index' },
    html('h2', {}, readingWords[language].passages),
    kinds.map((kind) =>
      together(
        html('h3', { class: kindClass(kind) }, kindWords(kind, language)),
        html(
          'ul',
          {},
          annotations
            .filter((annotation) => annotation.kind === kind)
            .map((annotation) =>
              html(
                'li',
                {},
                `${numbers.get(annotation.uid) ?? 0}. `,
                html(
                  'a',
                  { dir: 'auto', href: hrefOfPassage(annotation) },
                  shortened(oneLine(annotation.selector.exact), indexQuoteLength),
                ),
              ),
            ),
        ),
      ),
    ),
  );
}

/** A list of the documents with links to them; nothing for one alone. */
export function contentsList(documents: readonly Document[], language: ExportLanguage): Markup {
  if (documents.length < 2) return together();
  const words = readingWords[language];
  return html(
    'nav',
    { 'aria-label': words.contents },
    html('h2', {}, words.contents),
    html(
      'ol',
      {},
      documents.map((document) =>
        html(
          'li',
          {},
          html('a', { dir: 'auto', href: `#${documentId(document)}` }, titleWords(document.title, language)),
        ),
      ),
    ),
  );
}

/** A line at the foot: what made the page, and when. */
export const colophon = (exportedAtMs: number, language: ExportLanguage): Markup =>
  html('footer', { class: 'colophon' }, readingWords[language].exported(isoTime(exportedAtMs)));
