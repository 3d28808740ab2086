/** A passage's note as XHTML: kind, number, quotation where it is wanted, comment, facts and links. */

import { parseComment } from '@shared/comments/comment-markdown';
import type { ExportLanguage } from '@shared/contract/export-choices';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { html, type Markup, together } from '../markup';
import { type BlockMarkup, blocksToMarkup, kindClass } from './block-markup';
import type { BundleIndex } from './bundle-index';
import { layOut } from './laid-body';
import { kindWords, linkTarget, oneLine, passageFacts, relationWords } from './passage-words';
import { readingWords } from './reading-words';

export interface NoteMarkup {
  readonly index: BundleIndex;
  readonly language: ExportLanguage;
  readonly blocks: BlockMarkup;
  /** Where a passage stands in the export; null when it is not there. */
  readonly hrefOf: (annotation: Annotation) => string | null;
  /** The note's element and attributes beside id and class. */
  readonly element: { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
}

/** The element's id of a passage's note. */
export const noteId = (annotation: { readonly uid: string }): string => `n-${annotation.uid}`;

/** Comments are Markdown of their own small kind, read into blocks and written anew: nothing in them is markup. */
export const commentToMarkup = (comment: string, options: BlockMarkup): Markup =>
  blocksToMarkup(layOut(parseComment(comment), []), options);

/** The words that name a kind, with its sign: kinds differ by more than colour. */
export function kindTag(kind: string, language: ExportLanguage): Markup {
  const sign = findKind(kind)?.sign ?? '';
  return html(
    'span',
    { class: 'kind' },
    sign === '' ? '' : html('span', { 'aria-hidden': 'true' }, `${sign} `),
    kindWords(kind, language),
  );
}

/** The note of a passage; an orphan's quotes its words, which stand nowhere else. */
export function noteToMarkup(annotation: Annotation, number: number, options: NoteMarkup): Markup {
  const { index, language, element } = options;
  const words = readingWords[language];
  const href = annotation.orphaned ? null : options.hrefOf(annotation);
  return html(
    element.name,
    { id: noteId(annotation), class: `note ${kindClass(annotation.kind)}`, ...element.attributes },
    html(
      'p',
      { class: 'note-head' },
      href === null
        ? html('span', { class: 'number' }, String(number))
        : html(
            'a',
            { class: 'number', href, role: 'doc-backlink', 'aria-label': `${words.backToText} (${number})` },
            String(number),
          ),
      ' ',
      kindTag(annotation.kind, language),
      annotation.orphaned && html('span', { class: 'orphaned' }, ` (${words.notFound})`),
    ),
    annotation.orphaned && html('blockquote', { dir: 'auto' }, html('p', {}, oneLine(annotation.selector.exact))),
    annotation.comment !== '' &&
      html('div', { class: 'comment', dir: 'auto' }, commentToMarkup(annotation.comment, options.blocks)),
    factsToMarkup(annotation, options),
    linksToMarkup(annotation, index, options),
  );
}

function factsToMarkup(annotation: Annotation, { index, language }: NoteMarkup): Markup {
  const facts = [
    ...passageFacts(annotation, index, language),
    ...(annotation.labels.length === 0
      ? []
      : [{ id: 'labels', label: readingWords[language].labels, value: annotation.labels.map(oneLine).join(', ') }]),
  ];
  if (facts.length === 0) return together();
  return html(
    'dl',
    {},
    facts.map(({ label, value }) => html('div', {}, html('dt', {}, label), html('dd', { dir: 'auto' }, value))),
  );
}

function linksToMarkup(annotation: Annotation, index: BundleIndex, options: NoteMarkup): Markup {
  const ends = index.linksOf(annotation.uid);
  if (ends.length === 0) return together();
  const { language } = options;
  return html(
    'ul',
    { class: 'links' },
    ends.map((end) => {
      const target = linkTarget(end, index, language);
      const document = end.outgoing && 'document' in end.link.to ? end.link.to : null;
      const href =
        end.annotation !== null
          ? options.hrefOf(end.annotation)
          : document === null
            ? null
            : options.blocks.hrefOf(document);
      return html(
        'li',
        {},
        html('span', { class: 'relation' }, relationWords(end.link, end.outgoing, language)),
        ' ',
        href === null ? html('span', { dir: 'auto' }, target) : html('a', { dir: 'auto', href }, target),
      );
    }),
  );
}
